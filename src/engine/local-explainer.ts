import type { Explanation, Prediction } from '../explain/explanation';
import { explainText } from '../explain/explain';
import { predictText } from '../explain/predict';
import { SaliencyError } from '../text/saliency-error';
import { backendMemory } from './backend';
import { answersTo, type Answer, type BatchRequest } from './batch';
import { Catalogue } from './catalogue';
import type { EngineStatus } from './engine-status';
import type { Explainer, ExplainRequest, Files, ModelSummary, PredictRequest } from './explainer';
import { internal } from './internal-error';
import { ModelShelf } from './model-shelf';
import { Recent } from './recent';
import { SerialQueue } from './serial-queue';
import { TextDesk } from './text-desk';

/** Explanations that are kept for the next time they are asked for. */
const KEPT = 64;
/** Longer ones are not kept: a thousand words are some 100 KB. */
const KEPT_WORDS = 1_000;

/** Explains in this process. One at a time: whoever calls while another runs waits in a queue. */
export class LocalExplainer implements Explainer {
  private readonly queue = new SerialQueue();
  private readonly catalogue: Catalogue;
  private readonly shelf: ModelShelf;
  private readonly desk: TextDesk;
  private readonly kept = new Recent<string, Explanation>(KEPT);

  constructor(files: Files) {
    this.catalogue = new Catalogue(files);
    this.shelf = new ModelShelf(files, this.catalogue);
    this.desk = new TextDesk(files, this.catalogue, this.shelf);
  }

  explain(request: ExplainRequest, signal?: AbortSignal): Promise<Explanation> {
    return this.run(() => this.remembered(request, signal), signal);
  }

  predict(request: PredictRequest, signal?: AbortSignal): Promise<Prediction> {
    return this.run(() => timed(() => this.predictAnew(request)), signal);
  }

  batch(request: BatchRequest, signal?: AbortSignal): Promise<readonly Answer[]> {
    const { texts, explain, ...question } = request;
    const answer = (text: string) =>
      timed<Prediction>(() =>
        explain ? this.explainAnew({ ...question, text }, signal) : this.predictAnew({ ...question, text }),
      );
    return this.run(() => answersTo(texts, answer, signal), signal);
  }

  models(): Promise<readonly ModelSummary[]> {
    return this.catalogue.summaries();
  }

  /** What is held at the moment. */
  status(): Promise<EngineStatus> {
    return this.queue.run(() => Promise.resolve({ ...backendMemory(), loaded: this.shelf.loaded }));
  }

  /** Waits for what runs, then frees all weights. */
  dispose(): Promise<void> {
    return this.queue.run(() => {
      this.kept.clear();
      this.shelf.clear();
      return Promise.resolve();
    });
  }

  /** Takes its turn; an error that nobody foresaw becomes one for people. */
  private run<T>(task: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    const careful = async () => {
      try {
        return await task();
      } catch (error) {
        if (error instanceof SaliencyError || signal?.aborted) throw error;
        throw internal(error);
      }
    };
    return this.queue.run(careful, signal);
  }

  /** From what was kept, where the same was asked before. */
  private remembered(request: ExplainRequest, signal?: AbortSignal): Promise<Explanation> {
    const { text, language, model, method, target, preferred } = request;
    const key = JSON.stringify([text, language, model, method, target, preferred]);
    return timed(async () => {
      const explanation = this.kept.get(key) ?? (await this.explainAnew(request, signal));
      if (explanation.words.length <= KEPT_WORDS) this.kept.set(key, explanation);
      return explanation;
    });
  }

  private async explainAnew(request: ExplainRequest, signal?: AbortSignal): Promise<Explanation> {
    const { method, target, preferred } = request;
    const { subject, cut, warnings } = await this.desk.prepare(request);
    signal?.throwIfAborted();
    const explanation = explainText(subject, cut, { method, preferred: preferred?.method, target });
    return { ...explanation, milliseconds: 0, warnings: [...warnings, ...explanation.warnings] };
  }

  private async predictAnew(request: PredictRequest): Promise<Prediction> {
    const { subject, cut, warnings } = await this.desk.prepare(request);
    const prediction = predictText(subject, cut);
    return { ...prediction, milliseconds: 0, warnings: [...warnings, ...prediction.warnings] };
  }
}

/** Puts down how long an answer took: the only figure of it that differs from run to run. */
async function timed<T extends Prediction>(answer: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const given = await answer();
  return { ...given, milliseconds: Math.round((performance.now() - start) * 100) / 100 };
}
