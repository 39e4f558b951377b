import * as vscode from 'vscode';

type Operation = 'readFile' | 'writeFile' | 'rename' | 'delete';

/**
 * The editor's files in memory, in the steps in which the editor takes them: a write can be cut off in its middle, and a
 * rename over a file takes that file away before it moves the other (as `FileService.move` does). Each step ends a task, so
 * that two operations at once take turns.
 */
export class EditorFiles {
  readonly contents = new Map<string, Uint8Array>();
  /** Called before each operation; throws where it shall fail. */
  onOperation: (name: Operation, path: string) => void = () => undefined;
  /** Resolves with false when the steps that were allowed are used up. */
  cut = new Promise<false>(() => undefined);
  private left = Infinity;
  private isCut: () => void = () => undefined;

  constructor() {
    Object.assign(vscode.workspace, { fs: this.fs });
  }

  /** After so many steps nothing ever happens again: the process was killed. */
  cutAfter(steps: number): void {
    this.left = steps;
    this.cut = new Promise((resolve) => (this.isCut = () => resolve(false)));
  }

  texts(): Record<string, string> {
    return Object.fromEntries([...this.contents].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]));
  }

  private readonly fs = {
    readFile: async ({ path }: vscode.Uri): Promise<Uint8Array> => {
      await this.step('readFile', path);
      return this.existing(path);
    },
    writeFile: async ({ path }: vscode.Uri, bytes: Uint8Array): Promise<void> => {
      await this.step('writeFile', path);
      this.contents.set(path, bytes.slice(0, bytes.length / 2));
      await this.step();
      this.contents.set(path, bytes.slice());
    },
    stat: ({ path }: vscode.Uri): Promise<object> =>
      this.inside(path).length > 0 || this.contents.has(path)
        ? Promise.resolve({ size: 0 })
        : Promise.reject(vscode.FileSystemError.FileNotFound(path)),
    readDirectory: ({ path }: vscode.Uri): Promise<[string][]> =>
      Promise.resolve(this.inside(path).map((each) => [each.slice(path.length + 1)])),
    rename: async ({ path: from }: vscode.Uri, { path: to }: vscode.Uri): Promise<void> => {
      await this.step('rename', from);
      const inside = this.inside(from);
      if (inside.length > 0) {
        for (const path of inside) this.contents.set(to + path.slice(from.length), this.existing(path));
        for (const path of inside) this.contents.delete(path);
        return;
      }
      this.existing(from);
      if (this.contents.has(to)) {
        await this.step();
        this.contents.delete(to);
      }
      await this.step();
      this.contents.set(to, this.existing(from));
      this.contents.delete(from);
    },
    delete: async ({ path }: vscode.Uri): Promise<void> => {
      await this.step('delete', path);
      const inside = this.inside(path);
      if (inside.length === 0) this.existing(path);
      for (const each of [path, ...inside]) this.contents.delete(each);
    },
  };

  private async step(name?: Operation, path = ''): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    if (this.left-- <= 0) {
      this.isCut();
      await new Promise(() => undefined);
    }
    if (name) this.onOperation(name, path);
  }

  private inside(folder: string): string[] {
    return [...this.contents.keys()].filter((path) => path.startsWith(`${folder}/`));
  }

  private existing(path: string): Uint8Array {
    const bytes = this.contents.get(path);
    if (!bytes) throw vscode.FileSystemError.FileNotFound(path);
    return bytes;
  }
}
