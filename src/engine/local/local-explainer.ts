import { measureAgreement, needsOfAgreement } from '../../explain/agreement/agreement';
import type { Agreement, Counterfactuals, Trace, FaithfulnessReport, WhatIf } from '../../shared/studies';
import type { Explanation, Prediction } from '../../shared/explanation';
import { explanationOf, methodFor } from '../../explain/explain';
import type { Model } from '../../model/model';
import { measureFaithfulness } from '../../explain/faithfulness/report';
import { runStepwise } from '../../explain/chunked-work';
import { predictText } from '../../explain/predict';
import type { YieldPoint } from '../../explain/yield-point';
import { tracePrediction } from '../../explain/trace/trace';
import { compareTexts } from '../../explain/what-if';
import type { ModelCard } from '../../shared/model-card';
import { SaliencyError } from '../../shared/saliency-error';
import { stopWords } from '../../text/languages';
import type { Word } from '../../text/word';
import { startedTensorMemory } from './backend';
import { answerEach } from './batch';
import type { BatchResult } from '../../shared/protocol/batch';
import { ModelCatalogue } from './catalogue';
import type { EngineStatus } from '../engine-status';
import type {
  BatchRequest,
  ExplainRequest,
  Explainer,
  Files,
  ModelSummary,
  PredictRequest,
  SeenRequest,
  TrustRequest,
  WhatIfRequest,
  WordCounts,
} from '../../shared/protocol/explainer';
import { WordCounter } from './word-counts';
import { internalError } from '../internal-error';
import { ModelCache } from './model-cache';
import { timedYieldPoint } from './pace';
import { loadedCounterfactuals, type Parts } from './parts';
import { METHODS } from '../../shared/methods';
import { LruCache } from '../../shared/lru-cache';
import { SerialQueue } from '../../shared/rpc/serial-queue';
import { TextPreparer } from './text-preparer';

/** Explanations that are kept for the next time they are asked for. */
const KEPT = 64;
/** Longer ones are not kept: a thousand words are some 100 KB. */
const KEPT_WORDS = 1_000;

/** Explains in this thread, one call at a time: calls made meanwhile wait in a queue. */
export class LocalExplainer implements Explainer {
  private readonly queue = new SerialQueue();
  private readonly catalogue: ModelCatalogue;
  private readonly counter = new WordCounter();
  private readonly modelCache: ModelCache;
  private readonly preparer: TextPreparer;
  private readonly kept = new LruCache<string, Explanation>(KEPT);

  constructor(
    private readonly files: Files,
    private readonly parts: Parts,
  ) {
    this.catalogue = new ModelCatalogue(files);
    this.modelCache = new ModelCache(files, this.catalogue, parts.network);
    this.preparer = new TextPreparer(files, this.catalogue, this.modelCache);
  }

  explain(request: ExplainRequest, signal?: AbortSignal): Promise<Explanation> {
    return this.run(() => this.remembered(request, signal), signal);
  }

  predict(request: PredictRequest, signal?: AbortSignal): Promise<Prediction> {
    return this.run(() => timed(() => this.predictAnew(request)), signal);
  }

  batch(request: BatchRequest, signal?: AbortSignal): Promise<readonly BatchResult[]> {
    const { texts, explain, faithfulness, ...question } = request;
    const answer = (text: string) =>
      timed<Prediction>(async () => {
        if (!explain) return this.predictAnew({ ...question, text });
        const explanation = await this.explainAnew({ ...question, text }, signal);
        return faithfulness ? this.measured(explanation, signal) : explanation;
      });
    return this.run(() => answerEach(texts, answer, signal), signal);
  }

  trust({ density, ...request }: TrustRequest, signal?: AbortSignal): Promise<FaithfulnessReport> {
    return this.study(request, signal, ({ subject, explanation, step }) =>
      measureFaithfulness(subject, explanation, step, density),
    );
  }

  agreement(request: ExplainRequest, signal?: AbortSignal): Promise<Agreement> {
    return this.study(request, signal, async ({ subject, explanation, step }) => {
      for (const need of needsOfAgreement(subject)) await this.modelCache.supply(subject, need);
      return measureAgreement(subject, explanation, { target: explanation.target }, step);
    });
  }

  counterfactuals(request: ExplainRequest, signal?: AbortSignal): Promise<Counterfactuals> {
    return this.study(request, signal, async ({ subject, explanation, step }) => {
      const findCounterfactuals = await loadedCounterfactuals(this.files, this.parts);
      const recut = (text: string) => this.recut({ ...request, text }, explanation);
      return findCounterfactuals(subject, explanation, { recut, stopWords: stopWords(explanation.language) }, step);
    });
  }

  whatIf(request: WhatIfRequest, signal?: AbortSignal): Promise<WhatIf> {
    return this.study(request, signal, async ({ explanation: before }) => {
      const { model, method, target, against } = before;
      const edited = { text: request.edited, model, method, target, against };
      const after = await this.remembered(edited, signal);
      return compareTexts(before, after);
    });
  }

  trace(request: ExplainRequest, signal?: AbortSignal): Promise<Trace> {
    return this.study(request, signal, async ({ subject, explanation, step }) => {
      await this.modelCache.supply(subject, 'network');
      return tracePrediction(subject, explanation, step);
    });
  }

  seen({ model, word }: SeenRequest): Promise<WordCounts | undefined> {
    return this.run(async () => {
      const card = await this.catalogue.card(model);
      return this.counter.seen(model, card, word, this.catalogue.filesOf(model));
    });
  }

  models(): Promise<readonly ModelSummary[]> {
    return this.catalogue.summaries();
  }

  card(model: string): Promise<ModelCard> {
    return this.catalogue.card(model);
  }

  /** All WebAssembly memory that explaining has taken so far: it grows with the longest text. */
  get wasmBytes(): number {
    return startedTensorMemory().wasmBytes + this.modelCache.wasmBytes;
  }

  /** What is in memory now. */
  status(): Promise<EngineStatus> {
    return this.queue.run(() =>
      Promise.resolve({ ...startedTensorMemory(), wasmBytes: this.wasmBytes, loaded: this.modelCache.loaded }),
    );
  }

  /** Waits for what runs, then frees all weights. */
  dispose(): Promise<void> {
    return this.queue.run(() => {
      this.kept.clear();
      this.modelCache.clear();
      return Promise.resolve();
    });
  }

  /** Waits for its turn in the queue; an unexpected error becomes one that a person can read. */
  private run<T>(task: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    const careful = async () => {
      try {
        return await task();
      } catch (error) {
        if (error instanceof SaliencyError || signal?.aborted) throw error;
        throw internalError(error);
      }
    };
    return this.queue.run(careful, signal);
  }

  /** Explains a text, then works on the explanation. */
  private study<T>(
    request: ExplainRequest,
    signal: AbortSignal | undefined,
    work: (study: Study) => Promise<T>,
  ): Promise<T> {
    return this.run(async () => {
      const explanation = await this.remembered(request, signal);
      const subject = await this.modelCache.get(explanation.model);
      return work({ subject, explanation, step: timedYieldPoint(signal) });
    }, signal);
  }

  /** The words of a changed text, where it has any and would be explained by the same model. */
  private async recut(request: ExplainRequest, { model }: Explanation): Promise<readonly Word[] | undefined> {
    try {
      const { subject, cut } = await this.preparer.prepare(request);
      return subject.name === model ? cut.words : undefined;
    } catch (error) {
      if (error instanceof SaliencyError && error.code === 'no-words') return undefined;
      throw error;
    }
  }

  /** The kept explanation, if the same was asked before. */
  private remembered(request: ExplainRequest, signal?: AbortSignal): Promise<Explanation> {
    const { text, language, model, method, target, against, preferred } = request;
    const key = JSON.stringify([text, language, model, method, target, against, preferred]);
    return timed(async () => {
      const explanation = this.kept.get(key) ?? (await this.explainAnew(request, signal));
      if (explanation.words.length <= KEPT_WORDS) this.kept.set(key, explanation);
      return explanation;
    });
  }

  private async explainAnew(request: ExplainRequest, signal?: AbortSignal): Promise<Explanation> {
    const { method, target, against, preferred } = request;
    const { subject, cut, warnings } = await this.preparer.prepare(request);
    signal?.throwIfAborted();
    const question = { method, preferred: preferred?.method, target, against };
    await this.modelCache.supply(subject, METHODS[methodFor(subject, question).name].needs);
    signal?.throwIfAborted();
    const explanation = await runStepwise(explanationOf(subject, cut, question), timedYieldPoint(signal));
    return { ...explanation, milliseconds: 0, warnings: [...warnings, ...explanation.warnings] };
  }

  /** Adds the faithfulness of the explanation. A text without a word that the model reads has none. */
  private async measured(explanation: Explanation, signal?: AbortSignal): Promise<Explanation> {
    const subject = await this.modelCache.get(explanation.model);
    const { faithfulness } = await measureFaithfulness(subject, explanation, timedYieldPoint(signal));
    return faithfulness ? { ...explanation, faithfulness } : explanation;
  }

  private async predictAnew(request: PredictRequest): Promise<Prediction> {
    const { subject, cut, warnings } = await this.preparer.prepare(request);
    const prediction = predictText(subject, cut);
    return { ...prediction, milliseconds: 0, warnings: [...warnings, ...prediction.warnings] };
  }
}

/** What is worked on beside an explanation. */
interface Study {
  readonly subject: Model;
  readonly explanation: Explanation;
  readonly step: YieldPoint;
}

/** Adds how long an answer took: its only figure that differs from run to run. */
async function timed<T extends Prediction>(answer: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const given = await answer();
  return { ...given, milliseconds: Math.round((performance.now() - start) * 100) / 100 };
}
