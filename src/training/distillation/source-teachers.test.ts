import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../shared/random';
import { parsePlan, type Plan } from '../plans/plan';
import { rowsWithTargets, type SourcePools } from '../plans/rows-with-targets';
import { outOfFoldPredictions, type DistillationRow } from './source-teachers';
import type { TokenizedRow } from '../rows/encoded-texts';

const LABELS = ['negative', 'neutral', 'positive'];
const SIGN = { negative: 'dull', neutral: 'long', positive: 'fine' } as const;

/** Rows, a fifth of them with a wrong label; every text has a word that no other text has. */
function noisy(
  count: number,
  labels: readonly (keyof typeof SIGN)[],
  seed: number,
): { tokens: string[]; label: string; right: string }[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, i) => {
    const right = labels[i % labels.length];
    const label = random() < 0.2 ? labels[(i + 1) % labels.length] : right;
    return { tokens: ['a', SIGN[right], 'film', `word${seed}x${i}`, `word${seed}y${i % 7}`], label, right };
  });
}

describe('out-of-fold predictions of teachers', () => {
  const rows = noisy(600, ['negative', 'positive'], 1);
  const names = ['negative', 'positive'];
  const lessons: DistillationRow[] = rows.map(({ tokens, label }) => ({
    tokens,
    label: names.indexOf(label),
    group: tokens.join(' '),
  }));
  const kinds = { words: 2, characters: 0, bits: 14 };

  it('are right where the label is wrong, with calibrated confidence', () => {
    const { softLabels, accuracy, calibrationError } = outOfFoldPredictions({
      rows: lessons,
      labels: 2,
      kinds,
      balance: 0,
      seed: 1,
    });
    const said = softLabels.map(([negative, positive]) => (positive > negative ? 'positive' : 'negative'));
    expect(said.filter((label, i) => label === rows[i].right).length / rows.length).toBeGreaterThan(0.97);
    // A fifth of the labels is wrong, so accuracy is at most four fifths, and so should confidence be.
    expect(Math.abs(accuracy - 0.8)).toBeLessThan(0.05);
    expect(calibrationError).toBeLessThan(0.05);
  });

  it('exist for unlabelled texts, and never come from a teacher that was trained on a text of the same group', () => {
    const unlabelled: DistillationRow = { tokens: ['a', 'fine', 'plot'], group: 'new' };
    const { softLabels } = outOfFoldPredictions({
      rows: [...lessons, unlabelled],
      labels: 2,
      kinds,
      balance: 0,
      seed: 1,
    });
    expect(softLabels[600][1]).toBeGreaterThan(0.6);
    // Each text occurs twice, with words of its own and one label: a teacher that was trained on one copy would know the label of the other.
    const copies = lessons.slice(0, 300).flatMap(({ tokens, group }, i): DistillationRow[] => {
      const label = Number(seededRandom(i)() < 0.5);
      const own = ['x', `only${i}`, ...tokens.slice(3)];
      return [0, 1].map(() => ({ tokens: own, label, group }));
    });
    expect(outOfFoldPredictions({ rows: copies, labels: 2, kinds, balance: 0, seed: 1 }).accuracy).toBeLessThan(0.62);
  });
});

describe('the targets of the rows of a plan', () => {
  const sources = [
    { name: 'labelled', file: 'a', share: 1, teacher: 't' },
    { name: 'unlabelled', file: 'b', share: 1, unlabelled: true, teacher: 't' },
    { name: 'alone', file: 'c', share: 1 },
  ];
  const teachers = { t: { words: 2, characters: 0, bits: 14, share: 0.25 } };
  const plan: Plan = parsePlan({ language: 'en', labels: LABELS, rows: 10, teachers, sources }, 'p');
  const labelled = noisy(300, ['negative', 'positive'], 2);
  const row = (tokens: readonly string[], label: string, source: number): TokenizedRow => ({ tokens, label, source });
  const pools: SourcePools = [
    labelled.map(({ tokens, label }) => row(tokens, label, 0)),
    [row(['a', 'fine', 'film'], '', 1), row(['a', 'dull', 'film'], '', 1)],
    [row(['a', 'long', 'film'], 'neutral', 2)],
  ].map((train, i) => ({
    source: { ...plan.sources[i], labels: i === 0 ? ['negative', 'positive'] : LABELS },
    train,
    validation: [],
    test: [],
  }));

  it('are the label mixed with the soft label, or the soft label alone', () => {
    const said: string[] = [];
    const all = rowsWithTargets(plan, pools, undefined, 1, (line) => said.push(line));
    expect(said[0]).toMatch(/^teacher t: accuracy (7|8)\d\.\d\d %/);
    expect(all).toHaveLength(303);
    for (const { label, target } of all.slice(0, 300)) {
      expect(target?.[LABELS.indexOf(label)]).toBeGreaterThanOrEqual(0.75);
      expect(target?.[1]).toBe(0);
      expect(target?.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9);
    }
    expect(all.slice(300).map(({ label }) => label)).toEqual(['positive', 'negative', 'neutral']);
    expect(all[300].target?.[2]).toBeGreaterThan(0.6);
    expect(all[302].target).toBeUndefined();
  });

  it('include other models, between the labels that a source has', () => {
    const other = {
      name: 'other',
      labels: LABELS,
      predict: (texts: readonly unknown[]) => texts.map(() => [0, 5, Math.log(3)]),
    };
    const all = rowsWithTargets(
      { ...plan, teachers: {} },
      pools,
      { teachers: [other], share: 0.4 },
      1,
      () => undefined,
    );
    const { label, target = [] } = all[0];
    expect(target[LABELS.indexOf(label)]).toBeCloseTo(0.6 + 0.4 * (label === 'positive' ? 0.75 : 0.25), 6);
    expect(target[1]).toBeCloseTo(0, 9);
    expect(all[302].target?.[1]).toBeGreaterThan(0.9);
  });
});
