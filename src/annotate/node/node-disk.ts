import { open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { CountedSource, FileStore, EarlierRun, ResumableSink, WholeFile } from '../worker/file-store';
import { fileSource } from './file-source';
import { PartialFile, partialPath, rowsInPartialFile } from './partial-file';
import { writeError } from './write-error';

/** Files of this machine. Addresses are `file:` URIs. */
export class NodeDisk implements FileStore {
  source(address: string, name: string): Promise<CountedSource> {
    return fileSource(fileURLToPath(address), name);
  }

  results(address: string, asked: string): ResumableSink {
    return new PartialFile(fileURLToPath(address), asked);
  }

  async remains(address: string): Promise<EarlierRun> {
    const path = fileURLToPath(address);
    const done = (await stat(path).catch(() => undefined)) !== undefined;
    const rows = await rowsInPartialFile(path);
    return { done, ...(rows !== undefined && { rows }) };
  }

  discard(address: string): Promise<void> {
    return new PartialFile(fileURLToPath(address), '').discard();
  }

  whole(address: string): WholeFile {
    return new WholeNodeFile(fileURLToPath(address));
  }

  async partial(address: string, name: string): Promise<CountedSource | undefined> {
    const path = partialPath(fileURLToPath(address));
    const there = await stat(path).catch(() => undefined);
    return there && fileSource(path, name);
  }
}

class WholeNodeFile implements WholeFile {
  private readonly temporary: string;
  private handle?: FileHandle;

  constructor(private readonly path: string) {
    this.temporary = `${path}.tmp`;
  }

  async write(text: string): Promise<void> {
    try {
      this.handle ??= await open(this.temporary, 'w');
      await this.handle.appendFile(text);
    } catch (error) {
      throw writeError(this.path, error);
    }
  }

  async finish(): Promise<void> {
    try {
      await this.handle?.sync();
      await this.handle?.close();
      this.handle = undefined;
      await rename(this.temporary, this.path);
    } catch (error) {
      throw writeError(this.path, error);
    }
  }

  async drop(): Promise<void> {
    await this.handle?.close().catch(() => undefined);
    await rm(this.temporary, { force: true });
  }
}
