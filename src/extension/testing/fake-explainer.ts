import { explanationOf } from '../../../test/doubles/explanations';
import type { Explanation, Prediction } from '../../shared/explanation';
import type { BatchResult } from '../../shared/protocol/batch';
import type { BatchRequest, ExplainRequest, PredictRequest } from '../../shared/protocol/explainer';
import type { Counterfactuals } from '../../shared/studies';

/** Words of `FILM` that stand out, and what they add. */
const SCORES = { wonderful: 0.4, drags: -0.2, leads: 0.12, the: 0.05 };

const notAsked = () => Promise.reject(new Error('No test here asks for it.'));

/** Answers at once, unless something holds it. */
export class FakeExplainer {
  readonly requests: ExplainRequest[] = [];
  hold: Promise<void> | undefined;
  failure: Error | undefined;

  async explain(request: ExplainRequest, signal?: AbortSignal): Promise<Explanation> {
    this.requests.push(request);
    await this.hold;
    signal?.throwIfAborted();
    if (this.failure) throw this.failure;
    return explanationOf(request.text, undefined, SCORES, { ...this.changes(request) });
  }

  trust = notAsked;
  agreement = notAsked;
  whatIf = notAsked;
  searches = 0;

  /** One word to replace, and two to remove. */
  counterfactuals = ({ text }: ExplainRequest): Promise<Counterfactuals> => {
    this.searches++;
    const [at, the] = ['wonderful', 'The '].map((word) => text.indexOf(word));
    const flipped = { label: 'negative', probabilities: { negative: 0.7, positive: 0.3 } };
    const replace = { start: at, end: at + 'wonderful'.length, newText: 'dull' };
    const remove = [
      { start: the, end: the + 4, newText: '' },
      { start: at, end: at + 'wonderful'.length, newText: '' },
    ];
    return Promise.resolve({
      model: 'en',
      label: 'positive',
      probabilities: { negative: 0.19, positive: 0.81 },
      removals: { found: [{ words: [0, 7], edits: remove, ...flipped }], proven: true, tried: 9 },
      replacements: { found: [{ words: [7], edits: [replace], from: 'wonderful', to: 'dull', ...flipped }], tried: 5 },
    });
  };

  trace = notAsked;
  card = notAsked;
  seen = ({ word }: { readonly word: string }) =>
    Promise.resolve(word === 'drags' ? { negative: 1214, positive: 31 } : undefined);
  models = () => Promise.resolve([]);
  readonly predicted: string[] = [];
  batches: readonly string[][] = [];

  predict = ({ text }: PredictRequest): Promise<Prediction> => {
    this.predicted.push(text);
    const probabilities = { negative: 0.67, positive: 0.33 };
    return Promise.resolve({ ...explanationOf(text), label: 'negative', probabilities });
  };

  /** Positive where the text is wonderful. */
  batch = ({ texts }: BatchRequest): Promise<readonly BatchResult[]> => {
    this.batches = [...this.batches, [...texts]];
    return Promise.resolve(
      texts.map((text) => ({
        ...explanationOf(text),
        label: text.includes('wonderful') ? 'positive' : 'negative',
      })),
    );
  };

  dispose = () => Promise.resolve();

  /** Keeps answers waiting until the returned function is called. */
  keepWaiting(): () => void {
    let release = (): void => undefined;
    this.hold = new Promise((resolve) => (release = resolve));
    return release;
  }

  private changes({ target, method }: ExplainRequest): Partial<Explanation> {
    return { ...(target && { target }), ...(method && { method }) };
  }
}
