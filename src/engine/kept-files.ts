import type { Files } from '../shared/protocol/explainer';

interface KeptFile {
  readonly reading: Promise<Uint8Array>;
  /** 0 until it is there. */
  size: number;
}

/**
 * Files of an installation, of which those asked for last are kept, up to so many bytes: in a browser each travels through
 * the editor's processes, and a worker that takes the place of another asks for the same ones. Who reads must not write to them.
 */
export function keptFiles(source: Files, mostBytes: number): Files {
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
