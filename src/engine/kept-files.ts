import type { Files } from '../shared/protocol/explainer';

interface KeptFile {
  readonly reading: Promise<Uint8Array>;
  /** 0 until it is there. */
  size: number;
}

/**
 * The files of an installation with a cache of the last ones that were read, up to `mostBytes`: in a browser each file
 * travels through the editor's processes, and a worker that replaces another asks for the same ones. Callers must not
 * write to the bytes.
 */
export function cachedFiles(source: Files, mostBytes: number): Files {
  const kept = new Map<string, KeptFile>();
  const drop = (): void => {
    let bytes = [...kept.values()].reduce((sum, { size }) => sum + size, 0);
    for (const [path, { size }] of kept) {
      if (bytes <= mostBytes) return;
      if (size > 0) kept.delete(path);
      bytes -= size;
    }
  };
  const begin = (path: string): KeptFile => {
    const file: KeptFile = { reading: source.read(path), size: 0 };
    file.reading.then(
      ({ length }) => {
        file.size = length;
        drop();
      },
      () => kept.delete(path),
    );
    return file;
  };
  return {
    read(path) {
      const file = kept.get(path) ?? begin(path);
      // The last of the map is the one that was asked for last.
      kept.delete(path);
      kept.set(path, file);
      return file.reading;
    },
  };
}
