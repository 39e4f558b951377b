import type { Agreement, Counterfactuals, Trace, FaithfulnessReport, WhatIf } from '../../shared/studies';
import type { Explanation, Prediction } from '../../shared/explanation';
import type { ModelCard } from '../../shared/model-card';
import { SaliencyError } from '../../shared/saliency-error';
import type { BatchResult, BatchRequest } from '../../shared/protocol/batch';
import type { EngineStatus } from '../engine-status';
import type {
  ExplainRequest,
  Explainer,
  Files,
  ModelSummary,
  PredictRequest,
  SeenRequest,
  WhatIfRequest,
  WordCounts,
} from '../../shared/protocol/explainer';
import { ReadAhead } from './read-ahead';
import { SerialQueue } from '../../shared/rpc/serial-queue';
import { WorkerLine } from './worker-line';
import type { CallName, Calls, FromWorker, ToWorker } from './worker-messages';
import type { WorkerHandle } from '../../shared/rpc/port';

/** Starts a worker that runs `serveWorker`. */
export type StartWorker = () => WorkerHandle<FromWorker, ToWorker> | Promise<WorkerHandle<FromWorker, ToWorker>>;

export interface WorkerOptions {
  /** A worker whose memory a very long text made larger than this is replaced: WebAssembly memory never shrinks. */
  readonly mostWasmBytes?: number;
  /** True: while a worker starts, the files it will ask for are read already. For files that come from afar. */
  readonly readsAhead?: boolean;
}

const CLOSED = 'The explainer was closed.';
const MOST_WASM_BYTES = 256 * 2 ** 20;

/**
 * Explains in a worker, which is started by the first call. A worker that crashed takes the call it was at with it
 * (`SaliencyError`, `worker-crashed`); the calls behind it, and all later ones, get a new worker.
 */
export class WorkerExplainer implements Explainer {
  private readonly queue = new SerialQueue();
  private line?: WorkerLine;
  private ahead?: ReadAhead;
  private disposed = false;

  constructor(
    private readonly start: StartWorker,
    private readonly files: Files,
    private readonly options: WorkerOptions = {},
  ) {}

  explain(request: ExplainRequest, signal?: AbortSignal): Promise<Explanation> {
    return this.call('explain', request, signal);
  }

  predict(request: PredictRequest, signal?: AbortSignal): Promise<Prediction> {
    return this.call('predict', request, signal);
  }

  batch(request: BatchRequest, signal?: AbortSignal): Promise<readonly BatchResult[]> {
    return this.call('batch', request, signal);
  }

  trust(request: ExplainRequest, signal?: AbortSignal): Promise<FaithfulnessReport> {
    return this.call('trust', request, signal);
  }

  agreement(request: ExplainRequest, signal?: AbortSignal): Promise<Agreement> {
    return this.call('agreement', request, signal);
  }

  counterfactuals(request: ExplainRequest, signal?: AbortSignal): Promise<Counterfactuals> {
    return this.call('counterfactuals', request, signal);
  }

  whatIf(request: WhatIfRequest, signal?: AbortSignal): Promise<WhatIf> {
    return this.call('whatIf', request, signal);
  }

  trace(request: ExplainRequest, signal?: AbortSignal): Promise<Trace> {
    return this.call('trace', request, signal);
  }

  seen(request: SeenRequest): Promise<WordCounts | undefined> {
    return this.call('seen', request);
  }

  models(): Promise<readonly ModelSummary[]> {
    return this.call('models', undefined);
  }

  card(model: string): Promise<ModelCard> {
    return this.call('card', model);
  }

  /** What the worker holds; starts one if there is none. */
  status(): Promise<EngineStatus> {
    return this.call('status', undefined);
  }

  /** Ends the worker whatever it is doing, as a crash would; the next call starts a new one. */
  async restart(): Promise<void> {
    await this.line?.crash('It was restarted.');
  }

  async dispose(): Promise<void> {
    this.disposed = true;
    await this.line?.crash(CLOSED);
  }

  private call<Name extends CallName>(
    name: Name,
    request: Calls[Name]['request'],
    signal?: AbortSignal,
  ): Promise<Calls[Name]['reply']> {
    return this.queue.run(() => this.answer(name, request, signal).finally(() => this.ahead?.end()), signal);
  }

  private async answer<Name extends CallName>(
    name: Name,
    request: Calls[Name]['request'],
    signal?: AbortSignal,
  ): Promise<Calls[Name]['reply']> {
    let line = await this.connected(request);
    // Whoever ends the worker may do so in the very moment in which this goes on: a dead line never answers.
    while (!line.alive) line = await this.connected(request);
    signal?.throwIfAborted();
    try {
      const reply = await line.call(name, request, signal);
      if (line.wasmBytes > (this.options.mostWasmBytes ?? MOST_WASM_BYTES))
        await line.crash('It used too much memory.');
      return reply;
    } catch (error) {
      // After an error that nobody foresaw, the worker's memory is not to be trusted.
      if (error instanceof SaliencyError && error.code === 'internal') await line.crash(error.message);
      throw error;
    }
  }

  private async connected(request: Calls[CallName]['request']): Promise<WorkerLine> {
    this.refuseIfClosed();
    if (this.line?.alive) return this.line;
    const starting = this.started();
    this.ahead?.end();
    this.ahead = this.options.readsAhead ? new ReadAhead(this.files) : undefined;
    this.ahead?.begin(request);
    this.line = new WorkerLine(await starting, this.ahead ?? this.files);
    // Whoever closed the explainer meanwhile had no worker to end yet.
    if (this.disposed) await this.line.crash(CLOSED);
    this.refuseIfClosed();
    return this.line;
  }

  private async started(): Promise<WorkerHandle<FromWorker, ToWorker>> {
    try {
      return await this.start();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new SaliencyError(`The explaining worker could not be started: ${reason}`, 'worker-crashed', {
        reason,
      });
    }
  }

  private refuseIfClosed(): void {
    if (this.disposed) throw new SaliencyError(CLOSED, 'closed');
  }
}
