import { memory } from '@tensorflow/tfjs-core';
import { startBackend } from '../../kernels/tensors/backend';
import { heapBytes } from '../../kernels/tensors/heap';
import type { TensorMemory, TensorModules } from '../inference/network-part';

let started = false;

/** Starts what float32 networks compute with. See `startBackend`. */
export async function startTensors(modules: TensorModules): Promise<void> {
  await startBackend(modules);
  started = true;
}

/** Both 0 before TensorFlow.js is started. */
export function tensorMemory(): TensorMemory {
  if (!started) return { tensors: 0, wasmBytes: 0 };
  return { tensors: memory().numTensors, wasmBytes: heapBytes() };
}
