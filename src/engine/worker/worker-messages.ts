import type { Agreement, Counterfactuals, Trace, FaithfulnessReport, WhatIf } from '../../shared/studies';
import type { Explanation, Prediction } from '../../shared/explanation';
import type { ModelCard } from '../../shared/model-card';
import type { ErrorData } from '../../shared/saliency-error';
import type { BatchResult, BatchRequest } from '../../shared/protocol/batch';
import type { EngineStatus } from '../engine-status';
import type {
  ExplainRequest,
  ModelSummary,
  PredictRequest,
  SeenRequest,
  WhatIfRequest,
  WordCounts,
} from '../../shared/protocol/explainer';

/** What the host can ask a worker, and what it gets. */
export interface Calls {
  explain: { request: ExplainRequest; reply: Explanation };
  predict: { request: PredictRequest; reply: Prediction };
  batch: { request: BatchRequest; reply: readonly BatchResult[] };
  trust: { request: ExplainRequest; reply: FaithfulnessReport };
  agreement: { request: ExplainRequest; reply: Agreement };
  counterfactuals: { request: ExplainRequest; reply: Counterfactuals };
  whatIf: { request: WhatIfRequest; reply: WhatIf };
  trace: { request: ExplainRequest; reply: Trace };
  seen: { request: SeenRequest; reply: WordCounts | undefined };
  models: { request: undefined; reply: readonly ModelSummary[] };
  card: { request: string; reply: ModelCard };
  status: { request: undefined; reply: EngineStatus };
}
export type CallName = keyof Calls;
export type Reply = Calls[CallName]['reply'];

interface Call<Name extends CallName> {
  type: 'call';
  id: number;
  call: Name;
  request: Calls[Name]['request'];
}
export type AnyCall = { [Name in CallName]: Call<Name> }[CallName];

/**
 * All messages from the host to the worker; `cancel` names a call whose answer nobody waits for any more. Own typed messages rather than comlink: its proxies hang for ever when a
 * worker dies, and cancelling needs the queue on the host's side.
 */
export type ToWorker =
  | AnyCall
  | { type: 'cancel'; id: number }
  | { type: 'file'; id: number; bytes: Uint8Array }
  | { type: 'no-file'; id: number; message: string };

/**
 * All messages from the worker to the host; `id` is that of the call, of `read` the reading's own. `wasmBytes` is what
 * the worker's WebAssembly memory has grown to.
 */
export type FromWorker =
  | { type: 'reply'; id: number; value: Reply; wasmBytes: number }
  | { type: 'failure'; id: number; message: string; code: string; data: ErrorData }
  | { type: 'read'; id: number; path: string };
