import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat, utimes, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ColumnsWriter, ColumnCache } from '../worker/column-cache';
import type { RowsReader } from '../worker/rows-reader';
import { ColumnsFile, ColumnCacheReader, openColumns } from './columns-file';

/** Columns of results with fewer bytes than this are not kept: those are read quickly enough. */
const LEAST = 8 * 2 ** 20;
/** The most bytes that all files together may have; the least recently used ones are removed first. */
const MOST = 2 ** 31;
const ENDING = '.columns';
/** The ending of a file that is being written. An old one was left by an editor that was closed before the file was complete. */
const BEGUN = '.tmp';
const DAY = 86_400_000;
/**
 * Results are compared by samples at so many places, of so many bytes each: enough to tell files of one size and time
 * apart.
 */
const LOOKS = 16;
const LOOK = 4_096;

/**
 * Keeps columns of results as files in a folder of the extension. A file's name consists of the results' address and a
 * hash of their state and of the code's version, so an outdated file is not found.
 */
export class NodeColumnCache implements ColumnCache {
  private tidied: Promise<void> | undefined;

  /**
   * @param folder gives its address
   * @param script the code that makes columns
   */
  constructor(
    private readonly folder: () => Promise<string>,
    private readonly script: string,
    private readonly least = LEAST,
    private readonly most = MOST,
  ) {}

  async reader(address: string, anew: (without: number) => RowsReader): Promise<RowsReader | undefined> {
    // The first reader also removes the columns of results that no longer exist.
    await (this.tidied ??= this.tidy().catch(ignored));
    const path = await this.pathFor(address).catch(ignored);
    const opened = path === undefined ? undefined : await openColumns(path).catch(ignored);
    if (path === undefined || !opened) return undefined;
    const now = new Date();
    await utimes(path, now, now).catch(ignored);
    return new ColumnCacheReader(path, opened.handle, anew);
  }

  async writer(address: string, isRunning: boolean): Promise<ColumnsWriter | undefined> {
    if (!address.startsWith('file:')) return undefined;
    const before = isRunning ? undefined : await this.pathFor(address).catch(ignored);
    if (!isRunning && before === undefined) return undefined;
    const folder = await this.place().catch(ignored);
    if (folder === undefined) return undefined;
    const begun = join(folder, `${randomUUID()}${BEGUN}`);
    return new ColumnsFile(begun, { address }, async () => {
      const path = await this.pathFor(address);
      // Results that changed while they were read are kept the next time.
      const isGood = path !== undefined && (isRunning || path === before);
      await (isGood ? rename(begun, path) : rm(begun));
      await this.tidy(path);
    });
  }

  private async place(): Promise<string> {
    const folder = fileURLToPath(await this.folder());
    await mkdir(folder, { recursive: true });
    return folder;
  }

  /** The path for the columns of the results as they are now; undefined if columns of such results are not kept. */
  private async pathFor(address: string): Promise<string | undefined> {
    if (!address.startsWith('file:')) return undefined;
    const script = await stat(this.script);
    const results = await open(fileURLToPath(address));
    try {
      const { size, mtimeMs } = await results.stat();
      if (size < this.least) return undefined;
      const hash = createHash('sha256').update(JSON.stringify([size, mtimeMs, script.size, script.mtimeMs]));
      for (const bytes of await looks(results, size)) hash.update(bytes);
      return join(await this.place(), `${nameFor(address)}-${hash.digest('hex').slice(0, 32)}${ENDING}`);
    } finally {
      await results.close();
    }
  }

  /** Removes files that are out of date, and the oldest ones beyond the size limit. @param made the file that was just written */
  private async tidy(made?: string): Promise<void> {
    const folder = await this.place();
    const found = await Promise.all(
      (await readdir(folder)).map(async (name) => {
        const path = join(folder, name);
        const { size, mtimeMs } = await stat(path);
        return { name, path, size, used: path === made ? Infinity : mtimeMs };
      }),
    );
    let kept = 0;
    for (const { name, path, size, used } of found.sort((a, b) => b.used - a.used)) {
      const isOfUse = name.endsWith(BEGUN) ? Date.now() - used < DAY : await isOfResults(path, made);
      if (isOfUse && kept + size <= this.most) kept += size;
      else await rm(path, { force: true });
    }
  }
}

const nameFor = (address: string): string => createHash('sha256').update(address).digest('hex').slice(0, 32);

/** Whether the results of a file still exist, and no newer file has taken its place. */
async function isOfResults(path: string, made: string | undefined): Promise<boolean> {
  try {
    const { handle, address } = await openColumns(path);
    await handle.close();
    const isOlder = made !== undefined && path !== made && made.includes(nameFor(address));
    return !isOlder && (await stat(fileURLToPath(address))).isFile();
  } catch {
    return false;
  }
}

async function looks(file: FileHandle, size: number): Promise<Uint8Array[]> {
  const found: Uint8Array[] = [];
  for (let look = 0; look < LOOKS; look++) {
    const bytes = new Uint8Array(LOOK);
    const position = Math.floor((Math.max(0, size - LOOK) * look) / (LOOKS - 1));
    const { bytesRead } = await file.read(bytes, 0, LOOK, position);
    found.push(bytes.subarray(0, bytesRead));
  }
  return found;
}

const ignored = (): undefined => undefined;
