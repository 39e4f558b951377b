import type { Group } from 'h5wasm';

/** Numbers and where they stand in a file. */
export interface Written {
  readonly path: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

export interface Hdf5Contents {
  /** By group, then by name; the root is the empty path. */
  readonly attributes?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
  readonly weights: readonly Written[];
}

/** The bytes of an HDF5 file, written by the HDF5 library itself. */
export async function hdf5Of({ attributes = {}, weights }: Hdf5Contents): Promise<Uint8Array> {
  // 3 MB, which only who writes such a file loads.
  const { default: h5wasm } = await import('h5wasm');
  const { FS } = await h5wasm.ready;
  // In the library's own memory.
  const path = 'written.h5';
  const file = new h5wasm.File(path, 'w');
  const groups = new Map<string, Group>([['', file]]);
  const group = (name: string): Group => {
    const known = groups.get(name);
    if (known) return known;
    const parts = name.split('/');
    const made = group(parts.slice(0, -1).join('/')).create_group(parts.at(-1)!);
    groups.set(name, made);
    return made;
  };
  for (const [at, named] of Object.entries(attributes))
    for (const [name, value] of Object.entries(named))
      group(at).create_attribute(name, typeof value === 'string' ? value : [...value]);
  for (const { path: at, shape, values } of weights) {
    const parts = at.split('/');
    group(parts.slice(0, -1).join('/')).create_dataset({
      name: parts.at(-1)!,
      data: values,
      shape: [...shape],
      dtype: '<f4',
    });
  }
  file.close();
  const bytes = new Uint8Array(FS.readFile(path));
  FS.unlink(path);
  return bytes;
}
