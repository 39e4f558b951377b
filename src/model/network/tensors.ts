import { memory } from '@tensorflow/tfjs-core';
import { startBackend, type BackendBytes } from '../../kernels/tensors/backend';
import { heapBytes } from '../../kernels/tensors/heap';
import { startKernels } from '../../kernels/inference/kernel-module';

/** What tensors take up at the moment. */
export interface TensorMemory {
  /** Live tensors, weights included. */
  readonly tensors: number;
  /** The WebAssembly memory that tfjs and our kernels share; it grows and never shrinks. */
  readonly wasmBytes: number;
}

let started = false;

/** Starts what float32 networks compute with, and all that reads texts. See `startBackend`. */
export async function startTensors(bytes: BackendBytes): Promise<void> {
  await Promise.all([startBackend(bytes), startReading(bytes.kernels)]);
  started = true;
}

/** Starts what reads texts in int16: enough for models whose architecture has an encoder, until a gradient is asked for. */
export async function startReading(kernels: Uint8Array): Promise<void> {
  await startKernels(kernels);
}

/** Nothing before the start. */
export function tensorMemory(): TensorMemory {
  if (!started) return { tensors: 0, wasmBytes: 0 };
  return { tensors: memory().numTensors, wasmBytes: heapBytes() };
}

/** Somebody asked for a float32 network before tfjs was started: start it, and ask again. */
export class TensorsNeeded extends Error {
  override readonly name = 'TensorsNeeded';

  constructor() {
    super('The float32 network needs tfjs: await startTensors() first.');
  }
}

/** @throws TensorsNeeded */
export function requireTensors(): void {
  if (!started) throw new TensorsNeeded();
}
