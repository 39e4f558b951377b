import type { WordVectors } from '../../kernels/inference/int16/weights';
import type { Anatomy } from '../anatomy';
import type { StoredWeights } from '../format/stored-weight';
import type { NetworkPlan } from '../network-plan';
import type { Float32Network } from './float32-network';

/**
 * The part of the program that runs on tfjs: `model/network/part.ts`, reached by one `import()` where somebody needs it.
 * In the workers it is a bundle of its own, with its own copies of classes: no `SaliencyError` may be thrown in it.
 */
export interface NetworkPart {
  /** Starts tfjs with our kernels, once; after a failure the next call tries again. */
  startTensors(modules: TensorModules): Promise<void>;
  tensorMemory(): TensorMemory;
  /** @throws whatever `weights` throws where one does not fit */
  float32Network(source: NetworkSource): Float32Network;
}

export interface TensorModules {
  /** `tfjs-backend-wasm-simd.wasm` of tfjs 4.22.0. */
  readonly tfjs: Uint8Array;
  /** See `kernels/inference/kernel-module.ts`. */
  readonly kernels: WebAssembly.Module;
}

/** How many tensors there are, and the memory that they take. */
export interface TensorMemory {
  /** Live tensors, weights included. */
  readonly tensors: number;
  /** The WebAssembly memory that tfjs and our kernels share; it grows and never shrinks. */
  readonly wasmBytes: number;
}

/** Everything that is needed to build a network. */
export interface NetworkSource {
  readonly plan: NetworkPlan;
  readonly anatomy?: Anatomy;
  readonly vocabularySize: number;
  readonly weights: StoredWeights;
  /** Its word vectors, where there are some after the vocabulary's: see `ComposedWords`. */
  readonly words?: WordVectors;
}
