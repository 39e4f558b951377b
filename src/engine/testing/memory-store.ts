import type { FineTuningEnvironment } from '../../training/fine-tuning/environment';

/** Files in memory, which tests may look at, damage, and make fail. */
export class MemoryStore {
  readonly files = new Map<string, Uint8Array>();
  /** Called before each writing; throws where it shall fail. */
  onSave: (address: string, bytes: Uint8Array) => void = () => undefined;
  /** Called before a file or folder is taken away. */
  onRemove: (address: string) => void = () => undefined;
  /** Called before a folder gets the place of another. */
  onMove: (from: string, to: string) => void = () => undefined;

  readonly store: FineTuningEnvironment['store'] = {
    load: (address) => Promise.resolve(this.files.get(address)),
    save: (address, bytes) =>
      Promise.resolve().then(() => {
        this.onSave(address, bytes);
        this.files.set(address, new Uint8Array(bytes));
      }),
    remove: (address) =>
      Promise.resolve().then(() => {
        this.onRemove(address);
        this.files.delete(address);
        for (const name of this.in(address).keys()) this.files.delete(`${address}/${name}`);
      }),
    move: (from, to) =>
      Promise.resolve().then(() => {
        this.onMove(from, to);
        for (const [name, bytes] of this.in(from)) {
          this.files.delete(`${from}/${name}`);
          this.files.set(`${to}/${name}`, bytes);
        }
      }),
  };

  /** The files of a folder by name. */
  in(folder: string): Map<string, Uint8Array> {
    const inside = [...this.files].filter(([address]) => address.startsWith(`${folder}/`));
    return new Map(inside.map(([address, bytes]): [string, Uint8Array] => [address.slice(folder.length + 1), bytes]));
  }
}
