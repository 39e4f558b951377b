import { loadWholeModel } from '../../model/network/load-whole-model';
import type { ReadFile } from '../../model/format/read-json';
import { SaliencyError } from '../../shared/saliency-error';
import type { BeforeAfter, RowPrediction, RowResult, FineTuningResult } from '../../shared/fine-tuning';
import { segmenterFor, type ReadDictionary } from '../../text/languages';
import type { Row } from '../rows/row';
import { beforeAfter } from './figures';
import { predictions } from './read-texts';
import { countOutcomes, rowOutcomes } from './row-outcomes';

export interface ModelToCompare {
  readonly name: string;
  readonly read: ReadFile;
}

/** Two models on the same rows. */
export interface ComparedModels {
  readonly figures: BeforeAfter;
  readonly outcomes: FineTuningResult['outcomes'];
  readonly rows: readonly RowResult[];
}

/**
 * Measures two models on the same labelled rows; the first is reported as “before”, the second as “after”. Rows whose
 * label a model does not have count as wrong for it.
 * @throws SaliencyError `wrong-language` where they read different languages. tfjs must have been started
 */
export async function compareModels(
  first: ModelToCompare,
  second: ModelToCompare,
  rows: readonly Row[],
  dictionary: ReadDictionary,
): Promise<ComparedModels> {
  const said: { readonly labels: readonly string[]; readonly of: readonly RowPrediction[]; readonly language: string }[] = []; // prettier-ignore
  for (const { name, read } of [first, second]) {
    const model = await loadWholeModel(name, read);
    try {
      const segment = await segmenterFor(model.card.language, dictionary);
      const of = await predictions(model, segment, rows.map(({ text }) => text), () => Promise.resolve()); // prettier-ignore
      said.push({ labels: model.labels, of, language: model.card.language });
    } finally {
      model.dispose();
    }
  }
  const [before, after] = said;
  if (before.language !== after.language) {
    throw new SaliencyError(`The models “${first.name}” and “${second.name}” are for texts of different languages.`, 'wrong-language'); // prettier-ignore
  }
  const labels = [...new Set([...after.labels, ...before.labels, ...rows.map(({ label }) => label)])];
  const places = (of: readonly RowPrediction[]): number[] => of.map(({ label }) => labels.indexOf(label));
  const actual = rows.map(({ label }) => labels.indexOf(label));
  const outcomes = rowOutcomes(rows, rows.map((_, row) => ({ row, before: before.of[row], after: after.of[row] }))); // prettier-ignore
  return {
    figures: beforeAfter({ labels, actual, before: places(before.of), after: places(after.of) }),
    outcomes: countOutcomes(outcomes),
    rows: outcomes,
  };
}
