import type { Explainer, Files } from '../../shared/protocol/explainer';
import type { EngineStatus } from '../engine-status';

/** An explainer that tells what it holds in memory. */
export interface WatchedExplainer extends Explainer {
  status(): Promise<EngineStatus>;
}

/** What a worker that explains asks of the thread that started it. */
export interface EngineHost extends Files {
  /** The worker's WebAssembly memory has another size now. */
  grew(wasmBytes: number): Promise<void>;
}
