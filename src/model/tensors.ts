import { memory } from '@tensorflow/tfjs-core';
import { startBackend, type BackendBytes } from '../kernels/backend';
import { heapBytes } from '../kernels/heap';

/** What tensors take up at the moment. */
export interface TensorMemory {
  /** Live tensors, weights included. */
  readonly tensors: number;
  /** The WebAssembly memory that tfjs and our kernels share; it grows and never shrinks. */
  readonly wasmBytes: number;
}

/** Starts what networks compute with; models can be loaded afterwards. See `startBackend`. */
export function startTensors(bytes: BackendBytes): Promise<void> {
  return startBackend(bytes);
}

/** Only after the start. */
export function tensorMemory(): TensorMemory {
  return { tensors: memory().numTensors, wasmBytes: heapBytes() };
}
