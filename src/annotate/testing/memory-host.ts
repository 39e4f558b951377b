import { HostClient } from '../worker/host-client';
import type { AnyHostDeed, HostDeed, HostCalls } from '../worker/messages';

/** A host whose files are in memory; `fails` may refuse a deed, as a full disk would. */
export class MemoryHost {
  readonly files = new Map<string, Uint8Array>();
  fails?: (deed: AnyHostDeed) => { message: string; code: string } | undefined;

  readonly does: HostClient = new HostClient((deed) => {
    const failure = this.fails?.(deed);
    void Promise.resolve().then(() => {
      if (failure) this.does.did({ type: 'deed-failed', id: deed.id, ...failure });
      else this.does.did({ type: 'deed-done', id: deed.id, value: this.carryOut(deed) });
    });
  });

  text(address: string): string {
    return new TextDecoder().decode(this.files.get(address));
  }

  private carryOut(deed: AnyHostDeed): HostCalls[HostDeed]['reply'] {
    switch (deed.deed) {
      case 'size':
        return this.files.get(deed.request)?.length;
      case 'resource':
      case 'read':
        return new Uint8Array(this.files.get(deed.request)!);
      case 'write':
        return void this.files.set(deed.request.address, deed.request.bytes);
      case 'rename': {
        this.files.set(deed.request.to, this.files.get(deed.request.from)!);
        return void this.files.delete(deed.request.from);
      }
      case 'remove': {
        for (const file of this.files.keys()) if (isIn(file, deed.request)) this.files.delete(file);
        return undefined;
      }
      case 'list': {
        const inside = [...this.files.keys()].filter((file) => file.startsWith(`${deed.request}/`));
        return inside.length === 0 ? undefined : inside.map((file) => file.slice(deed.request.length + 1));
      }
    }
  }
}

const isIn = (file: string, address: string): boolean => file === address || file.startsWith(`${address}/`);
