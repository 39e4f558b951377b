import { open, rm, type FileHandle } from 'node:fs/promises';
import { deserialize, serialize } from 'node:v8';
import { crc32 } from 'node:zlib';
import type { RowsPiece } from '../../shared/findings/piece';
import type { ColumnsWriter } from '../worker/column-cache';
import { transferredPiece, type RowsReader } from '../worker/rows-reader';

/** Bytes before each part: its length and checksum. */
const HEAD = 8;

/** The first part of a file. */
interface First {
  /** The address of the results. */
  readonly address: string;
}

/** Writes pieces one after the other. After an error the file is removed without a report, and the results are read again the next time. */
export class ColumnsFile implements ColumnsWriter {
  private handle: FileHandle | undefined;
  private isOver = false;

  /** @param finished called when the file is complete */
  constructor(
    private readonly path: string,
    private readonly first: First,
    private readonly finished: () => Promise<void>,
  ) {}

  async add(piece: RowsPiece): Promise<void> {
    await this.attempt(async () => {
      if (!this.handle) {
        this.handle = await open(this.path, 'wx');
        await this.put(this.first);
      }
      await this.put(piece);
    });
  }

  async finish(): Promise<void> {
    if (!this.handle) return this.drop();
    await this.attempt(async () => {
      await this.put('end');
      await this.handle!.close();
      this.isOver = true;
      await this.finished();
    });
  }

  async drop(): Promise<void> {
    if (this.isOver) return;
    this.isOver = true;
    await this.handle?.close().catch(ignored);
    if (this.handle) await rm(this.path, { force: true }).catch(ignored);
  }

  private async put(part: unknown): Promise<void> {
    const bytes = serialize(part);
    const head = Buffer.alloc(HEAD);
    head.writeUInt32LE(bytes.length, 0);
    head.writeUInt32LE(crc32(bytes), 4);
    await this.handle!.writev([head, bytes]);
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    if (this.isOver) return;
    try {
      await work();
    } catch {
      this.isOver = false;
      await this.drop();
    }
  }
}

/** Reads the kept pieces; from a damaged one on, it reads the results themselves. */
export class ColumnCacheReader implements RowsReader {
  private rows = 0;
  private instead: RowsReader | undefined;

  /** @param handle positioned after the first part */
  constructor(
    private readonly path: string,
    private readonly handle: FileHandle,
    private readonly anew: (without: number) => RowsReader,
  ) {}

  async next(most: number): Promise<RowsPiece | undefined> {
    if (this.instead) return this.instead.next(most);
    try {
      const part = await partOf(this.handle);
      if (part !== 'end') return this.taken(part as RowsPiece);
      await this.handle.close();
      return undefined;
    } catch {
      await this.handle.close().catch(ignored);
      await rm(this.path, { force: true }).catch(ignored);
      this.instead = this.anew(this.rows);
      return this.instead.next(most);
    }
  }

  async close(): Promise<void> {
    await (this.instead?.close() ?? this.handle.close().catch(ignored));
  }

  /** A copy whose arrays have buffers of their own; arrays that were read from a file share one. */
  private taken(piece: RowsPiece): RowsPiece {
    this.rows += piece.rows;
    const own = Object.entries(piece).map(([name, value]) => [name, ownArray(value)] as const);
    const columns = piece.columns.map((column) => ({ ...column, codes: ownArray(column.codes) }));
    return transferredPiece({ ...(Object.fromEntries(own) as unknown as RowsPiece), columns });
  }
}

/** Opens a file of columns and reads its first part. @throws if it is no such file */
export async function openColumns(path: string): Promise<{ readonly handle: FileHandle; readonly address: string }> {
  const handle = await open(path);
  try {
    const { address } = (await partOf(handle)) as First;
    return { handle, address };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function partOf(handle: FileHandle): Promise<unknown> {
  const head = await bytesOf(handle, HEAD);
  const bytes = await bytesOf(handle, head.readUInt32LE(0));
  if (crc32(bytes) !== head.readUInt32LE(4)) throw new RangeError('The file is damaged.');
  return deserialize(bytes);
}

/** The next bytes of the file. @throws RangeError if there are fewer */
async function bytesOf(handle: FileHandle, length: number): Promise<Buffer> {
  const { size } = await handle.stat();
  // A damaged length must not allocate that much memory.
  if (length > size) throw new RangeError('The file is damaged.');
  const bytes = Buffer.allocUnsafe(length);
  let at = 0;
  while (at < length) {
    const { bytesRead } = await handle.read(bytes, at, length - at);
    if (bytesRead === 0) throw new RangeError('The file is cut off.');
    at += bytesRead;
  }
  return bytes;
}

const ownArray = <T>(value: T): T =>
  ArrayBuffer.isView(value) && 'slice' in value ? ((value as unknown as Uint8Array).slice() as unknown as T) : value;

const ignored = (): undefined => undefined;
