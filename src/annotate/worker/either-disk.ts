import type { FileStore } from './file-store';

/** A store that gives `file:` addresses to one store and all others to another. */
export function localOrRelayed(local: FileStore, other: FileStore): FileStore {
  const of = (address: string): FileStore => (address.startsWith('file:') ? local : other);
  return {
    source: (address, name) => of(address).source(address, name),
    results: (address, asked) => of(address).results(address, asked),
    remains: (address) => of(address).remains(address),
    discard: (address) => of(address).discard(address),
    whole: (address) => of(address).whole(address),
    partial: (address, name) => of(address).partial(address, name),
  };
}
