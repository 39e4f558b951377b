import { RemoteError, type Failure } from '../../shared/rpc/failure';
import type { HostFiles } from '../worker/calls';

/** Files in memory, reached as a worker reaches those of its host; `fails` may refuse a call, as a full disk would. */
export class MemoryHost {
  readonly files = new Map<string, Uint8Array>();
  fails?: (...call: HostCall) => Failure | undefined;

  readonly remote: HostFiles = {
    resource: (path) => this.does(['resource', path], () => new Uint8Array(this.files.get(path)!)),
    scratch: () => this.does(['scratch'], () => 'memory:/scratch'),
    size: (address) => this.does(['size', address], () => this.files.get(address)?.length),
    read: (address) => this.does(['read', address], () => new Uint8Array(this.files.get(address)!)),
    write: (address, bytes) => this.does(['write', address, bytes], () => void this.files.set(address, bytes)),
    rename: (from, to) =>
      this.does(['rename', from, to], () => {
        this.files.set(to, this.files.get(from)!);
        this.files.delete(from);
      }),
    remove: (address) =>
      this.does(['remove', address], () => {
        for (const file of this.files.keys()) if (isIn(file, address)) this.files.delete(file);
      }),
    list: (folder) =>
      this.does(['list', folder], () => {
        const inside = [...this.files.keys()].filter((file) => file.startsWith(`${folder}/`));
        return inside.length === 0 ? undefined : inside.map((file) => file.slice(folder.length + 1));
      }),
  };

  text(address: string): string {
    return new TextDecoder().decode(this.files.get(address));
  }

  private async does<T>(call: HostCall, act: () => T): Promise<T> {
    const failure = this.fails?.(...call);
    await Promise.resolve();
    if (failure) throw new RemoteError(failure.message, failure.code);
    return act();
  }
}

/** The name of a call, and what it is given. */
export type HostCall = { [Name in keyof HostFiles]: [Name, ...Parameters<HostFiles[Name]>] }[keyof HostFiles];

const isIn = (file: string, address: string): boolean => file === address || file.startsWith(`${address}/`);
