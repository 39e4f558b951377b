import type { Teacher } from '../distillation/distillation';
import { bothLogits, softmax } from '../../model/probabilities';
import type { Plan, SourcePlan } from './plan';
import { percent } from '../../shared/percent';
import { textKey } from '../rows/text-key';
import { outOfFoldPredictions, type DistillationRow } from '../distillation/source-teachers';
import type { SourceOfRows } from './source-scores';
import type { TokenizedRow } from '../rows/encoded-texts';

/** The rows of one source, or the phrases in them. */
export type SourcePools = readonly {
  readonly source: SourceOfRows & Pick<SourcePlan, 'share' | 'balance' | 'teacher' | 'unlabelled' | 'title'>;
  readonly train: readonly TokenizedRow[];
  readonly validation: readonly TokenizedRow[];
  readonly test: readonly TokenizedRow[];
}[];

/** Other models as teachers of every training text; `share` is the share of their soft labels in the target. */
export interface OtherTeachers {
  readonly teachers: readonly Teacher[];
  readonly share: number;
}

/**
 * All training rows with their targets: the label, mixed with the soft labels of the source's n-gram teacher and of other
 * models. The target of an unlabelled row is the teachers' soft label, and the row is drawn by its likeliest label.
 */
export function rowsWithTargets(
  plan: Plan,
  pools: SourcePools,
  others: OtherTeachers | undefined,
  seed: number,
  say: (line: string) => void,
): TokenizedRow[] {
  const rows = pools.flatMap(({ train }) => train);
  const targets = rows.map(({ label }) => plan.labels.map((name) => Number(name === label)));
  const hasTarget = rows.map(() => false);
  for (const [name, { words, characters, bits, balance, share }] of Object.entries(plan.teachers)) {
    const own = rows.flatMap(({ source = -1 }, i) => (pools[source].source.teacher === name ? [i] : []));
    const labels = plan.labels.filter((label) =>
      own.some((i) => !unlabelled(pools, rows[i]) && rows[i].label === label),
    );
    const distilled = own.map((i): DistillationRow => {
      const { label, tokens, pair } = rows[i];
      // A text in treebank tokens and the same text as people write it belong to one group.
      const group = pair === undefined ? textKey(tokens.join('')) : `pair ${pair}`;
      return { tokens, group, ...(!unlabelled(pools, rows[i]) && { label: labels.indexOf(label) }) };
    });
    const { softLabels, accuracy, calibrationError } = outOfFoldPredictions({
      rows: distilled,
      labels: labels.length,
      kinds: { words, characters, bits },
      balance,
      seed,
    });
    say(`teacher ${name}: accuracy ${percent(accuracy)}, ECE ${percent(calibrationError)}, on rows it did not see`);
    own.forEach((i, at) => {
      const full = plan.labels.map((label) => softLabels[at][labels.indexOf(label)] ?? 0);
      mix(targets, hasTarget, i, full, unlabelled(pools, rows[i]) ? 1 : share);
    });
  }
  if (others && others.teachers.length > 0) addOthers(plan, pools, rows, targets, hasTarget, others);
  return rows.flatMap((row, i) => {
    if (!unlabelled(pools, row)) return [hasTarget[i] ? { ...row, target: targets[i] } : row];
    const likeliest = plan.labels[targets[i].indexOf(Math.max(...targets[i]))];
    return hasTarget[i] ? [{ ...row, label: likeliest, target: targets[i] }] : [];
  });
}

const unlabelled = (pools: SourcePools, { source = -1 }: TokenizedRow): boolean => pools[source].source.unlabelled;

function mix(targets: number[][], hasTarget: boolean[], i: number, said: readonly number[], share: number): void {
  targets[i] = targets[i].map((p, k) => (1 - share) * p + share * said[k]);
  hasTarget[i] = true;
}

/** The mean of the other models' probabilities, between the labels that the row's source has. */
function addOthers(
  plan: Plan,
  pools: SourcePools,
  rows: readonly TokenizedRow[],
  targets: number[][],
  hasTarget: boolean[],
  { teachers, share }: OtherTeachers,
): void {
  const means = rows.map(() => plan.labels.map(() => 0));
  for (const { labels, predict } of teachers) {
    predict(rows.map(({ tokens }) => tokens)).forEach((logits, i) => {
      const own = pools[rows[i].source ?? -1].source.labels;
      const full = bothLogits(logits);
      const said = softmax(
        plan.labels.map((label) => (own.includes(label) ? (full[labels.indexOf(label)] ?? -30) : -30)),
      );
      said.forEach((p, k) => (means[i][k] += p / teachers.length));
    });
  }
  rows.forEach((row, i) => mix(targets, hasTarget, i, means[i], unlabelled(pools, row) && !hasTarget[i] ? 1 : share));
}
