import type { ReadFile } from '../model/format/read-json';
import { loadModel } from '../model/load-model';
import type { Model } from '../model/model';
import type { Segmenter } from '../text/word';
import { figures, type Figures } from './metrics';
import { predictAll } from './predict';
import type { Row } from './rows/row';
import { segmenterFor, type Jieba } from './segmenter';
import { samplesOf, tokenizeRows, tokenizer } from './texts';

export interface Evaluation extends Figures {
  readonly model: string;
  /** Rows whose label the model does not have. */
  readonly otherLabels: number;
  /** Rows without a single word that the model reads; they are not counted in `n`. */
  readonly withoutWords: number;
  /** Prediction alone, not cutting into words. */
  readonly millisecondsPerText: number;
}

/** Measures a model on labelled rows, whole texts as when it is used. Deterministic but for the time. */
export function evaluate(model: Model, segment: Segmenter, rows: readonly Row[]): Evaluation {
  const own = rows.filter(({ label }) => model.labels.includes(label));
  const tokenized = tokenizeRows(own, tokenizer(segment, model.card.standardisation));
  const { words, cut } = model.card.window ?? { words: 0, cut: 'first' };
  const all = samplesOf(tokenized, model.labels, model.vocabulary, { length: words, cut });
  const samples = all.filter(({ ids }) => ids.length > 0);
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
    withoutWords: all.length - samples.length,
    millisecondsPerText: samples.length === 0 ? 0 : milliseconds / samples.length,
  };
}

/** The same for a model on disk; `read` takes names inside its folder. The tfjs backend must have been started. */
export async function evaluateModel(
  name: string,
  read: ReadFile,
  jieba: Jieba,
  rows: readonly Row[],
): Promise<Evaluation> {
  const model = await loadModel(name, read);
  try {
    return evaluate(model, await segmenterFor(model.card.language, jieba), rows);
  } finally {
    model.dispose();
  }
}
