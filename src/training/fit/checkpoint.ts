import { SaliencyError } from '../../shared/saliency-error';
import type { FitState } from './fit-state';

/** Stores one blob; `save` must replace it completely or not at all. */
export interface CheckpointStorage {
  load(): Promise<Uint8Array | undefined>;
  save(bytes: Uint8Array): Promise<void>;
}

export interface TrainingCheckpoint {
  /** Identifies the rows and options of the run; a run with others does not continue it. */
  readonly fingerprint: string;
  readonly state: FitState;
  /** Weights, Adam's moments, the best weights so far. */
  readonly tensors: ReadonlyMap<string, Float32Array>;
}

interface Header {
  readonly fingerprint: string;
  readonly state: FitState;
  readonly sizes: readonly (readonly [string, number])[];
}

/** The layout: length of the JSON header (uint32, little endian), the header, the numbers. */
export function packCheckpoint({ fingerprint, state, tensors }: TrainingCheckpoint): Uint8Array {
  const header: Header = { fingerprint, state, sizes: [...tensors].map(([name, { length }]) => [name, length]) };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const numbers = [...tensors.values()].reduce((sum, { byteLength }) => sum + byteLength, 0);
  const bytes = new Uint8Array(4 + text.length + numbers);
  new DataView(bytes.buffer).setUint32(0, text.length, true);
  bytes.set(text, 4);
  let at = 4 + text.length;
  for (const values of tensors.values()) {
    bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), at);
    at += values.byteLength;
  }
  return bytes;
}

export function unpackCheckpoint(file: Uint8Array): TrainingCheckpoint {
  // Node's Buffer is a Uint8Array whose `slice` does not copy.
  const bytes = new Uint8Array(file.buffer, file.byteOffset, file.byteLength);
  try {
    const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
    const header = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as Header;
    const tensors = new Map<string, Float32Array>();
    let at = 4 + length;
    for (const [name, size] of header.sizes) {
      tensors.set(name, new Float32Array(bytes.slice(at, at + 4 * size).buffer));
      at += 4 * size;
    }
    if (at !== bytes.length) throw new Error('length');
    return { fingerprint: header.fingerprint, state: header.state, tensors };
  } catch {
    throw new SaliencyError('The checkpoint is damaged; remove it to start the training again.', 'damaged-checkpoint');
  }
}
