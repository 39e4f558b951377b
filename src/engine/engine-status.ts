import type { TensorMemory } from '../model/inference/network-part';

/**
 * What an engine holds at the moment, for tests and the log. Between two explanations the weights of the loaded models
 * are the only tensors; before the first one there is nothing.
 */
export interface EngineStatus extends TensorMemory {
  /** The models whose weights are loaded, the most recently used last. */
  readonly loaded: readonly string[];
}
