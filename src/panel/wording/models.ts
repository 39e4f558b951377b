import type { Label } from '../../shared/explanation';
import type { ModelSummary } from '../../shared/protocol/explainer';
import type { ModelExplanation } from '../../shared/protocol/sheets';
import type { PageStrings } from '../../shared/strings/explanation-page';
import { kindOfSource } from '../../shared/text-kinds';
import { fill, signed } from './format';
import { labelName } from './names';
import { shownExplanation } from './reading';
import type { Table } from './tables';

/** A phrase with what it adds in each model; undefined: the model cannot tell. */
export interface DifferingPhrase {
  readonly text: string;
  readonly points: readonly (number | undefined)[];
}

const SHOWN = 6;
/** Phrases whose points differ by less are not listed. */
const APART = 5;

/**
 * The phrases that models differ most about; words are cut alike, so a phrase of one is a stretch of words of all. Where
 * a model highlights the same words, its points are those of its highlight; of another it has those of the words that are
 * named, and not of what the phrase takes in beside them: else the strongest word of one model would count for a name
 * that leaves it out.
 */
export function differingPhrases(
  readings: readonly ModelExplanation[],
  strings: PageStrings,
): readonly DifferingPhrase[] {
  const models = readings.map(({ to }) => to && shownExplanation(to, strings));
  const candidates = models.flatMap((model) => model?.highlights ?? []);
  const spans = candidates.map(({ from, to, text }) => {
    const points = models.map((model) => {
      if (!model) return undefined;
      const own = model.highlights.find((each) => each.from === from && each.to === to);
      if (own?.points !== undefined) return own.points;
      return model.words.slice(from, to).reduce((sum, word) => sum + (word.points ?? 0), 0);
    });
    const known = points.filter((value) => value !== undefined);
    return { from, to, text, points, spread: Math.max(...known) - Math.min(...known) };
  });
  const chosen: (typeof spans)[number][] = [];
  for (const span of spans.sort((a, b) => b.spread - a.spread || a.to - a.from - (b.to - b.from))) {
    const apart = chosen.every(({ from, to }) => span.to <= from || to <= span.from);
    if (apart && span.spread >= APART && chosen.length < SHOWN) chosen.push(span);
  }
  return chosen;
}

/** `3 of 4 models say negative`, `All 4 models say positive`. */
export function sharedPrediction(readings: readonly ModelExplanation[], strings: PageStrings): string {
  const counts = new Map<Label, number>();
  for (const { view } of readings) {
    const { label } = view.explanation;
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const [label, count] = [...counts].reduce((most, each) => (each[1] > most[1] ? each : most));
  const name = labelName(label, strings);
  if (readings.length === 1) return fill(strings.oneModelSays, name);
  return count === readings.length
    ? fill(strings.allModelsSay, count, name)
    : fill(count === 1 ? strings.oneOfModelsSays : strings.modelsSay, count, readings.length, name);
}

/** Test sets of the same texts: the same kind and number of rows. */
const setOf = ({ data, n }: ModelSummary['measured'][number]) => `${kindOfSource(data) ?? data} ${n}`;

export interface SharedAccuracy {
  readonly kind: string;
  readonly n: number;
  /** By model; left out: it was not measured on them. */
  readonly accuracy: Readonly<Record<string, number>>;
}

/** The test set that most of the models were measured on; undefined: no two on the same one. */
export function sharedAccuracy(models: readonly ModelSummary[], strings: PageStrings): SharedAccuracy | undefined {
  const sets = new Map<string, { kind: string; n: number; accuracy: Record<string, number> }>();
  for (const { name, measured } of models) {
    for (const set of measured) {
      const kind = kindOfSource(set.data);
      if (!kind) continue;
      const known = sets.get(setOf(set)) ?? { kind: strings.kinds[kind], n: set.n, accuracy: {} };
      known.accuracy[name] = set.accuracy;
      sets.set(setOf(set), known);
    }
  }
  const shared = [...sets.values()].filter(({ accuracy }) => Object.keys(accuracy).length > 1);
  const size = ({ accuracy }: SharedAccuracy) => Object.keys(accuracy).length;
  return shared.sort((a, b) => size(b) - size(a) || b.n - a.n).at(0);
}

export function differingTable(
  phrases: readonly DifferingPhrase[],
  names: readonly string[],
  strings: PageStrings,
): Table {
  return {
    head: [strings.phrase, ...names],
    numeric: [false, ...names.map(() => true)],
    rows: phrases.map(({ text, points }) => [
      text,
      ...points.map((value) => (value === undefined ? '–' : signed(value, 0))),
    ]),
  };
}
