import { Dataset, File, Group } from 'jsfive';
import { damagedKeras } from './refusal';

/** An array in a file, which is read only when it is needed. */
export interface StoredNumbers {
  /** The array's HDF5 path: `dense/kernel:0`. */
  readonly path: string;
  readonly shape: readonly number[];
  values(): Float32Array;
}

/** The parts of an HDF5 file that we read. */
export interface Hdf5 {
  /** An attribute of a group; undefined if the group has none of that name. */
  attribute(group: string, name: string): unknown;
  has(path: string): boolean;
  /** The array at exactly this path. */
  numbers(path: string): StoredNumbers | undefined;
  /** All arrays below a group, at any depth, ordered by path. */
  under(group: string): readonly StoredNumbers[];
}

const SIGNATURE = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];
export const isHdf5 = (bytes: Uint8Array): boolean => SIGNATURE.every((byte, at) => bytes[at] === byte);

/** The largest depth of groups, larger than any model needs: links may form cycles. */
const DEEPEST = 12;

/** Opens an HDF5 file. @param name for errors @throws SaliencyError `damaged-keras` */
export function openHdf5(name: string, bytes: Uint8Array): Hdf5 {
  const careful = <T>(step: () => T): T => {
    try {
      return step();
    } catch (error) {
      if (error instanceof Error && error.name === 'SaliencyError') throw error;
      throw damagedKeras(name, 'the HDF5 file is damaged, or of a layout that is not known');
    }
  };
  const file = careful(() => new File(new Uint8Array(bytes).buffer, name));
  const at = (path: string): Group | Dataset | undefined => {
    let found: Group | Dataset = file;
    for (const part of path.split('/').filter(Boolean)) {
      if (!(found instanceof Group) || !found.keys.includes(part)) return undefined;
      found = found.get(part);
    }
    return found;
  };
  const read = (path: string, dataset: Dataset): StoredNumbers => ({
    path,
    shape: [...dataset.shape],
    values: () => careful(() => numbersOf(name, path, dataset)),
  });
  const walk = (path: string, group: Group, depth: number): StoredNumbers[] =>
    group.keys.flatMap((key) => {
      const child = group.get(key);
      const to = path === '' ? key : `${path}/${key}`;
      if (child instanceof Dataset) return [read(to, child)];
      return depth < DEEPEST ? walk(to, child, depth + 1) : [];
    });
  return {
    attribute: (path, attribute) =>
      careful(() => {
        const group = at(path);
        return group instanceof Group ? group.attrs[attribute] : undefined;
      }),
    has: (path) => careful(() => at(path) !== undefined),
    numbers: (path) =>
      careful(() => {
        const found = at(path);
        return found instanceof Dataset ? read(path, found) : undefined;
      }),
    under: (path) =>
      careful(() => {
        const group = at(path);
        return group instanceof Group ? walk(path, group, 0) : [];
      }),
  };
}

function numbersOf(file: string, path: string, dataset: Dataset): Float32Array {
  const kind = String(dataset.dtype);
  if (!/^[<>|=]?[fiu]\d+$/.test(kind))
    throw damagedKeras(file, `the weight “${path}” is of a type that is not read (${kind})`);
  const size = dataset.shape.reduce((product, side) => product * side, 1);
  const values = Float32Array.from(dataset.value);
  if (values.length !== size)
    throw damagedKeras(file, `the weight “${path}” has ${values.length} values instead of ${size}`);
  return values;
}
