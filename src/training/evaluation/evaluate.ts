import type { ReadFile } from '../../model/format/read-json';
import { loadWholeModel, networkOf } from '../../model/network/load-whole-model';
import type { Model } from '../../model/model';
import type { Segmenter } from '../../text/word';
import { evaluationReport, type EvaluationReport } from './measures';
import { logitsAll } from './predict';
import type { Sample } from '../fit/sample';
import type { Row } from '../rows/row';
import { segmenterFor, type ReadDictionary } from '../../text/languages';
import { textPairOf } from '../rows/encoded-texts';

/** The figures of a model on labelled rows. Probabilities, and so the calibration error, use the card's temperature. */
export interface Evaluation extends EvaluationReport {
  readonly model: string;
  /** Figures for each value of the rows' field `source`, if there are several values. */
  readonly bySource?: Readonly<Record<string, EvaluationReport>>;
  /** Rows whose label the model does not have. */
  readonly otherLabels: number;
  /** Rows without a single word that the model can use; they do not count in `n`. */
  readonly withoutWords: number;
  /** The time of prediction alone, without cutting into words. */
  readonly millisecondsPerText: number;
}

/** Measures a model on labelled rows; texts are read whole, as in use. Deterministic, except for the time. */
export function evaluate(model: Model, segment: Segmenter, rows: readonly Row[]): Evaluation {
  const { labels, temperature } = model;
  const own = rows.filter(({ label }) => labels.includes(label));
  const all = own.map(({ text, label }): Sample => {
    // Words that the model skips, or that its standardisation leaves out, have id 0.
    const ids = model.encode(segment(text)).ids.filter((id) => id !== 0);
    return { ids, label: labels.indexOf(label) };
  });
  const read = all.flatMap(({ ids }, i) => (ids.length > 0 ? [i] : []));
  const started = performance.now();
  const logits = logitsOf(
    model,
    read.map((i) => all[i]),
  );
  const milliseconds = performance.now() - started;
  const measure = (wanted: (row: Row) => boolean): EvaluationReport => {
    const asked = read.flatMap((i, at) => (wanted(own[i]) ? [at] : []));
    return evaluationReport(
      labels,
      asked.map((at) => ({ label: all[read[at]].label, pair: textPairOf(own[read[at]]) })),
      asked.map((at) => logits[at]),
      temperature,
    );
  };
  const sources = [...new Set(read.map((i) => sourceOf(own[i])))];
  return {
    model: model.name,
    ...measure(() => true),
    ...(sources.length > 1 && {
      bySource: Object.fromEntries(sources.map((source) => [source, measure((row) => sourceOf(row) === source)])),
    }),
    otherLabels: rows.length - own.length,
    withoutWords: all.length - read.length,
    millisecondsPerText: read.length === 0 ? 0 : milliseconds / read.length,
  };
}

/** Predicts with the arithmetic of inference, so that the figures are those that users get. */
function logitsOf(model: Model, samples: readonly Sample[]): number[][] {
  if (!model.runsWithoutTfjs) return logitsAll(networkOf(model), samples);
  return samples.map(({ ids }) => {
    const mask = Float32Array.from(ids, (id) => (id === 0 ? 0 : 1));
    return [...model.forward(Int32Array.from(ids), mask).logits];
  });
}

function sourceOf({ fields }: Row): string {
  const { source } = fields;
  return typeof source === 'string' ? source : '';
}

/** Measures a model on disk; `read` takes file names inside its folder. The tfjs backend must have been started. */
export async function evaluateModel(
  name: string,
  read: ReadFile,
  dictionary: ReadDictionary,
  rows: readonly Row[],
): Promise<Evaluation> {
  const model = await loadWholeModel(name, read);
  try {
    return evaluate(model, await segmenterFor(model.card.language, dictionary), rows);
  } finally {
    model.dispose();
  }
}
