import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile, rename, rm, stat, truncate, type FileHandle } from 'node:fs/promises';
import { SaliencyError } from '../../shared/saliency-error';
import type { Checkpoint } from '../checkpoint';
import type { ResumableSink } from '../worker/file-store';
import { writeError } from './write-error';

/** The time between two checkpoints in milliseconds: at most this much work is lost when the process is killed. */
const EVERY = 500;

/** A line of the journal: the run was here when the partial file had these bytes. */
interface Entry extends Checkpoint {
  readonly bytes: number;
  /** SHA-256 of them. */
  readonly sha256: string;
}

/**
 * Results on their way to a file. Rows are appended to `NAME.partial`, and a journal beside it says after which row how
 * many bytes of it are good and what they hash to; the file of the name itself appears only when all is there, by a
 * rename. Whatever happened to a run, the next one finds the longest good beginning and continues after it.
 */
export class PartialFile implements ResumableSink {
  private readonly partial: string;
  private readonly journal: string;
  private rows?: FileHandle;
  private entries?: FileHandle;
  private hash: Hash = createHash('sha256');
  private bytes = 0;
  private last = 0;
  /** Bytes whose hash is in the journal. */
  private good = 0;
  private failed = false;

  /** @param asked fingerprint of what is asked; rows of another question are not continued */
  constructor(
    readonly path: string,
    private readonly asked: string,
  ) {
    this.partial = partialPath(path);
    this.journal = journalPath(path);
  }

  /** Whether a whole file of this name is there. */
  async isDone(): Promise<boolean> {
    return (await stat(this.path).catch(() => undefined)) !== undefined;
  }

  /** Removes what an earlier run left. */
  async discard(): Promise<void> {
    for (const path of [this.partial, this.journal]) await rm(path, { force: true });
  }

  /** Opens the file. Resolves with the checkpoint of an earlier run; undefined if this run starts from the first row. */
  async start(): Promise<Checkpoint | undefined> {
    try {
      const last = await this.lastGood();
      if (last) await Promise.all([truncate(this.partial, last.bytes), this.forgetBehind(last)]);
      this.rows = await open(this.partial, last ? 'a' : 'w');
      this.entries = await open(this.journal, last ? 'a' : 'w');
      if (!last) await this.entries.appendFile(`${JSON.stringify({ asked: this.asked })}\n`);
      return last;
    } catch (error) {
      // A partial file that was only just begun is given up, so that it blocks no later run.
      if (this.rows && this.bytes === 0) await this.stop();
      await this.close();
      throw error instanceof SaliencyError ? error : writeError(this.path, error);
    }
  }

  async write(text: string, checkpoint?: () => Checkpoint): Promise<void> {
    try {
      if (text !== '') {
        const bytes = Buffer.from(text);
        await this.rows!.appendFile(bytes);
        this.hash.update(bytes);
        this.bytes += bytes.length;
      }
      const now = performance.now();
      if (!checkpoint || now - this.last < EVERY) return;
      this.last = now;
      await this.note(checkpoint());
    } catch (error) {
      this.failed = true;
      throw writeError(this.path, error, this.good);
    }
  }

  /** Everything was written: the partial file becomes the file. */
  async finish(): Promise<void> {
    try {
      await this.rows!.sync();
      await this.close();
      await rename(this.partial, this.path);
      await rm(this.journal, { force: true });
    } catch (error) {
      throw writeError(this.path, error);
    }
  }

  /** Stops. Whole rows stay for the next run; anything that was written in part is removed. */
  async stop(checkpoint?: Checkpoint): Promise<void> {
    if (checkpoint) await this.note(checkpoint).catch(() => undefined);
    await this.close();
    if (this.bytes === 0 || (this.failed && this.good === 0)) await this.discard();
    else if (this.failed) await truncate(this.partial, this.good).catch(() => undefined);
  }

  private async note(checkpoint: Checkpoint): Promise<void> {
    const entry: Entry = { ...checkpoint, bytes: this.bytes, sha256: this.hash.copy().digest('hex') };
    await this.entries!.appendFile(`${JSON.stringify(entry)}\n`);
    this.good = entry.bytes;
  }

  private async close(): Promise<void> {
    const handles = [this.rows, this.entries];
    this.rows = this.entries = undefined;
    for (const handle of handles) await handle?.close().catch(() => undefined);
  }

  /** The last entry whose bytes are there and are what they were; the hash continues after them. */
  private async lastGood(): Promise<Entry | undefined> {
    const [text, found] = await Promise.all([
      readFile(this.journal, 'utf8').catch(() => ''),
      stat(this.partial).catch(() => undefined),
    ]);
    const [first, ...lines] = text.split('\n');
    if (!found || first === '') return undefined;
    if ((parsed(first) as { asked?: string } | undefined)?.asked !== this.asked) throw otherQuestion(this.path);
    const entries = lines
      .map(parsed)
      .filter(isEntry)
      .filter(({ bytes }) => bytes <= found.size);
    const hashes = await hashesAt(
      this.partial,
      entries.map(({ bytes }) => bytes),
    );
    const at = entries.findLastIndex(({ sha256 }, i) => hashes[i].copy().digest('hex') === sha256);
    if (at < 0) return undefined;
    this.hash = hashes[at];
    this.bytes = this.good = entries[at].bytes;
    return entries[at];
  }

  /** Drops a torn line at the journal's end, so that the next one begins on its own. */
  private async forgetBehind(last: Entry): Promise<void> {
    const lines = (await readFile(this.journal, 'utf8')).split('\n');
    const at = lines.findLastIndex((line) => (parsed(line) as Partial<Entry> | undefined)?.bytes === last.bytes);
    await truncate(this.journal, Buffer.byteLength(lines.slice(0, at + 1).join('\n')) + 1);
  }
}

export const partialPath = (path: string): string => `${path}.partial`;
const journalPath = (path: string): string => `${path}.partial.journal`;

/** How many rows a stopped run had written, without checking them; undefined if there was none. */
export async function rowsInPartialFile(path: string): Promise<number | undefined> {
  const text = await readFile(journalPath(path), 'utf8').catch(() => '');
  return text.split('\n').map(parsed).findLast(isEntry)?.rows;
}

/** The hash of the first bytes of a file, for each of these lengths, which rise. */
async function hashesAt(path: string, lengths: readonly number[]): Promise<Hash[]> {
  const hash = createHash('sha256');
  const hashes: Hash[] = [];
  let at = 0;
  const due = () => hashes.length < lengths.length && lengths[hashes.length] === at;
  while (due()) hashes.push(hash.copy());
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    let rest = piece;
    while (hashes.length < lengths.length && lengths[hashes.length] - at <= rest.length) {
      const step = lengths[hashes.length] - at;
      hash.update(rest.subarray(0, step));
      rest = rest.subarray(step);
      at += step;
      while (due()) hashes.push(hash.copy());
    }
    hash.update(rest);
    at += rest.length;
    if (hashes.length === lengths.length) break;
  }
  return hashes;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function isEntry(value: unknown): value is Entry {
  const { bytes, sha256, rows, source } = (value ?? {}) as Partial<Entry>;
  return (
    typeof bytes === 'number' && typeof rows === 'number' && [sha256, source].every((one) => typeof one === 'string')
  );
}

function otherQuestion(path: string): SaliencyError {
  const problem = `${path}.partial was begun with other options or by another version.`;
  return new SaliencyError(`${problem} Use those, or delete it and start anew.`, 'other-question', { file: path });
}
