import * as vscode from 'vscode';

/** Files in memory, under a scheme of their own: what an editor has whose workspace is on no disk. */
export class MemoryFiles implements vscode.FileSystemProvider {
  readonly files = new Map<string, Uint8Array>();
  /** Bytes that all files together may have; what does not fit is written as far as it goes, as on a disk. */
  room = Infinity;
  /** Paths that nobody may write to. */
  refused: RegExp | undefined;
  private readonly changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changes.event;

  get names(): string[] {
    return [...this.files.keys()].sort();
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat({ path }: vscode.Uri): vscode.FileStat {
    const file = this.files.get(path);
    const type = file ? vscode.FileType.File : vscode.FileType.Directory;
    if (!file && this.below(path).length === 0) throw vscode.FileSystemError.FileNotFound(path);
    return { type, ctime: 0, mtime: 0, size: file?.length ?? 0 };
  }

  readDirectory({ path }: vscode.Uri): [string, vscode.FileType][] {
    const below = this.below(path);
    if (below.length === 0) throw vscode.FileSystemError.FileNotFound(path);
    const parts = below.map((file) => file.slice(path.length + 1).split('/'));
    const type = (rest: number) => (rest > 0 ? vscode.FileType.Directory : vscode.FileType.File);
    return [...new Map(parts.map(([name, ...rest]) => [name, type(rest.length)]))];
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    const file = this.files.get(path);
    if (!file) throw vscode.FileSystemError.FileNotFound(path);
    return file;
  }

  writeFile({ path }: vscode.Uri, content: Uint8Array): void {
    if (this.refused?.test(path)) throw vscode.FileSystemError.NoPermissions(path);
    const others = [...this.files].reduce((sum, [name, { length }]) => (name === path ? sum : sum + length), 0);
    const room = Math.max(0, this.room - others);
    this.files.set(path, content.slice(0, room));
    if (content.length > room) throw new vscode.FileSystemError('ENOSPC: no space left on device, write');
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    this.files.set(to.path, this.readFile(from));
    this.files.delete(from.path);
  }

  delete(uri: vscode.Uri): void {
    this.stat(uri);
    for (const file of [uri.path, ...this.below(uri.path)]) this.files.delete(file);
  }

  createDirectory(): void {
    // A folder is there as soon as a file is in it.
  }

  private below(path: string): string[] {
    return this.names.filter((file) => file.startsWith(`${path.replace(/\/$/, '')}/`));
  }
}
