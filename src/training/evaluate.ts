import type { Model } from '../model/model';
import type { Segmenter } from '../text/word';
import { figures, type Figures } from './metrics';
import { predictAll } from './predict';
import type { Row } from './rows/row';
import { samplesOf, tokenizeRows, tokenizer } from './texts';

export interface Evaluation extends Figures {
  readonly model: string;
  /** Rows whose label the model does not have. */
  readonly otherLabels: number;
  /** Rows without a single word; they are not counted in `n`. */
  readonly withoutWords: number;
  /** Prediction alone, not cutting into words. */
  readonly millisecondsPerText: number;
}

/** Measures a model on labelled rows, whole texts as when it is used. Deterministic but for the time. */
export function evaluate(model: Model, segment: Segmenter, rows: readonly Row[]): Evaluation {
  const own = rows.filter(({ label }) => model.labels.includes(label));
  const tokenized = tokenizeRows(own, tokenizer(segment, model.card.standardisation));
  const withWords = tokenized.filter(({ tokens }) => tokens.length > 0);
  const samples = samplesOf(withWords, model.labels, model.vocabulary, { length: 0, cut: 'first' });
  const started = performance.now();
  const predictions = predictAll(model.network, samples);
  const milliseconds = performance.now() - started;
  return {
    model: model.name,
    ...figures(
      model.labels,
      samples.map(({ label }) => label),
      predictions.map(({ label }) => label),
    ),
    otherLabels: rows.length - own.length,
    withoutWords: tokenized.length - withWords.length,
    millisecondsPerText: samples.length === 0 ? 0 : milliseconds / samples.length,
  };
}
