import { fingerprint, type Checkpoint } from '../checkpoint';
import { SaliencyError } from '../../shared/saliency-error';
import { concatenate } from '../../shared/concatenate';
import type { ResumableSink } from './file-store';
import type { HostFiles } from './calls';
import { hostError } from './host-error';

/** Characters, and milliseconds, that are gathered before a segment is written. */
const PIECE = 2 ** 20;
const EVERY = 3_000;

/** What is known about a segment, stored in a file beside it. */
interface Entry {
  readonly asked: string;
  readonly length: number;
  readonly fingerprint: string;
  readonly checkpoint: Checkpoint;
}

interface Segment {
  /** Address of its rows. */
  readonly rows: string;
  /** Left out if this segment or one before it is not whole. */
  readonly entry?: Entry;
}

/**
 * Results where nothing can be appended to: rows are gathered and written as segments into `NAME.partial/`, each with an
 * entry that says what it must be and where the run was after it. A segment without its entry, and all after it, is
 * written again. When all is there the segments become one file, by a rename.
 */
export class SegmentedFile implements ResumableSink {
  private text = '';
  private segments: readonly string[] = [];
  private written = 0;

  constructor(
    private readonly host: HostFiles,
    private readonly address: string,
    private readonly asked: string,
  ) {}

  async start(): Promise<Checkpoint | undefined> {
    const found = await segmentsIn(this.host, this.address);
    const good = found.filter(({ entry }) => entry !== undefined);
    const other = good.find(({ entry }) => entry!.asked !== this.asked);
    if (other) throw otherQuestion(this.address);
    this.segments = good.map(({ rows }) => rows);
    this.written = performance.now();
    return good.at(-1)?.entry?.checkpoint;
  }

  async write(text: string, checkpoint?: () => Checkpoint): Promise<void> {
    this.text += text;
    const isDue = this.text.length >= PIECE || performance.now() - this.written >= EVERY;
    if (checkpoint && isDue) await this.flush(checkpoint());
  }

  async finish(): Promise<void> {
    const parts = await Promise.all(this.segments.map((rows) => this.host.read(rows)));
    const bytes = concatenate([...parts, new TextEncoder().encode(this.text)]);
    const temporary = `${this.address}.tmp`;
    try {
      await this.host.write(temporary, bytes);
      await this.host.rename(temporary, this.address);
    } catch (error) {
      await this.host.remove(temporary).catch(() => undefined);
      throw hostError(this.address, error, this.segments.length > 0);
    }
    await this.discard();
  }

  async stop(checkpoint?: Checkpoint): Promise<void> {
    if (checkpoint && this.text !== '') await this.flush(checkpoint).catch(() => undefined);
  }

  discard(): Promise<void> {
    return this.host.remove(folderOf(this.address)).catch(() => undefined);
  }

  private async flush(checkpoint: Checkpoint): Promise<void> {
    const name = `${folderOf(this.address)}/${String(this.segments.length + 1).padStart(6, '0')}`;
    const bytes = new TextEncoder().encode(this.text);
    const entry: Entry = { asked: this.asked, length: bytes.length, fingerprint: fingerprint(this.text), checkpoint };
    try {
      await this.host.write(`${name}.rows`, bytes);
      const said = new TextEncoder().encode(JSON.stringify(entry));
      await this.host.write(`${name}.json`, said);
    } catch (error) {
      const kept = this.segments.length > 0;
      const halves = [`${name}.json`, `${name}.rows`];
      if (kept) for (const half of halves) await this.host.remove(half).catch(() => undefined);
      else await this.discard();
      throw hostError(this.address, error, kept);
    }
    this.segments = [...this.segments, `${name}.rows`];
    this.text = '';
    this.written = performance.now();
  }
}

const folderOf = (address: string): string => `${address}.partial`;

/** What an earlier run had written, up to the first segment that is not what its entry says. */
export async function segmentsIn(host: HostFiles, address: string): Promise<Segment[]> {
  const folder = folderOf(address);
  const names = (await host.list(folder)) ?? [];
  const segments: Segment[] = [];
  for (const name of names.filter((each) => /^\d{6}\.rows$/.test(each)).sort()) {
    const rows = `${folder}/${name}`;
    const isNext = Number(name.slice(0, 6)) === segments.length + 1;
    const entry = isNext ? await entryOf(host, rows) : undefined;
    if (!entry) break;
    segments.push({ rows, entry });
  }
  return segments;
}

/** The entry of the last whole segment. */
export const lastCompleteSegment = (segments: readonly Segment[]): Entry | undefined => segments.at(-1)?.entry;

async function entryOf(host: HostFiles, rows: string): Promise<Entry | undefined> {
  try {
    const [bytes, said] = await Promise.all([rows, rows.replace(/\.rows$/, '.json')].map((each) => host.read(each)));
    const entry = JSON.parse(new TextDecoder().decode(said)) as Entry;
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    return entry.length === bytes.length && entry.fingerprint === fingerprint(text) ? entry : undefined;
  } catch {
    return undefined;
  }
}

function otherQuestion(address: string): SaliencyError {
  const file = decodeURIComponent(address.slice(address.lastIndexOf('/') + 1));
  return new SaliencyError(
    `${file}.partial was begun with other options or by another version. Use those, or start anew.`,
    'other-question',
    { file },
  );
}
