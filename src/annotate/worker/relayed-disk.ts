import { RemoteError } from '../../shared/rpc/failure';
import { SaliencyError } from '../../shared/saliency-error';
import type { CountedSource, FileStore, EarlierRun, ResumableSink, WholeFile } from './file-store';
import { concatenate } from '../../shared/concatenate';
import type { HostFiles } from './calls';
import { lastCompleteSegment, SegmentedFile, segmentsIn } from './segmented-file';
import { hostError } from './host-error';

/** The most bytes of a file that can only be read as a whole. */
const MOST_RELAYED = 2 ** 30;
const PIECE = 2 ** 18;

/** Files that only the host can reach: on the web, and in workspaces that are not on a disk. Addresses are URIs. */
export class RelayedDisk implements FileStore {
  constructor(private readonly host: HostFiles) {}

  async source(address: string, name: string): Promise<CountedSource> {
    const size = await this.host.size(address);
    if (size === undefined) {
      throw new SaliencyError(`There is no file ${name}.`, 'no-such-file', { file: name });
    }
    if (size > MOST_RELAYED) throw tooLarge(name, size);
    let read = 0;
    const { host } = this;
    return {
      name,
      size,
      read: () => read,
      async *bytes() {
        const whole = await host.read(address);
        for (let at = 0; at < whole.length; at += PIECE) {
          const piece = whole.slice(at, at + PIECE);
          read += piece.length;
          yield piece;
        }
      },
    };
  }

  results(address: string, asked: string): ResumableSink {
    return new SegmentedFile(this.host, address, asked);
  }

  async remains(address: string): Promise<EarlierRun> {
    const done = (await this.host.size(address)) !== undefined;
    const segments = await segmentsIn(this.host, address);
    const last = lastCompleteSegment(segments);
    return { done, ...(last && { rows: last.checkpoint.rows }) };
  }

  discard(address: string): Promise<void> {
    return new SegmentedFile(this.host, address, '').discard();
  }

  whole(address: string): WholeFile {
    const temporary = `${address}.tmp`;
    const parts: Uint8Array[] = [];
    return {
      write: (text) => Promise.resolve(void parts.push(new TextEncoder().encode(text))),
      finish: async () => {
        try {
          await this.host.write(temporary, concatenate(parts));
          await this.host.rename(temporary, address);
        } catch (error) {
          throw hostError(address, error);
        }
      },
      drop: () => this.host.remove(temporary).catch(ignored),
    };
  }

  async partial(address: string, name: string): Promise<CountedSource | undefined> {
    const segments = await segmentsIn(this.host, address);
    const good = segments.filter(({ entry }) => entry !== undefined);
    if (good.length === 0) return undefined;
    const { host } = this;
    let read = 0;
    return {
      name,
      read: () => read,
      async *bytes() {
        for (const { rows } of good) {
          const bytes = await host.read(rows);
          read += bytes.length;
          yield bytes as Uint8Array<ArrayBuffer>;
        }
      },
    };
  }
}

const ignored = (error: unknown): undefined => {
  if (!(error instanceof RemoteError)) throw error;
};

function tooLarge(name: string, size: number): SaliencyError {
  const [its, most] = [size, MOST_RELAYED].map((bytes) => Math.round(bytes / 2 ** 20));
  return new SaliencyError(
    `${name} has ${its} MB; in this window files of up to ${most} MB can be read, because each is read as a whole. Open its folder on the desktop, or use the command line.`,
    'too-large',
    { file: name, size: its, most },
  );
}
