import type { AccuracyFigure, Share } from '../../shared/findings/figures';
import { LEAST_ROWS } from './slices';
import { differenceOf, quantileFor, shareOf } from './statistics';

export interface WeakClass {
  readonly label: string;
  /** The recall of this label, and that of all others together. */
  readonly found: Share;
  readonly others: Share;
}

/** The label whose recall is significantly lower than that of all others together, if there is one. */
export function weakestClass({ classes }: AccuracyFigure): WeakClass | undefined {
  const shares = classes.flatMap(({ label, recall, rows }) =>
    recall === undefined ? [] : [{ label, found: Math.round(recall * rows), rows }],
  );
  const sum = (of: 'found' | 'rows') => shares.reduce((all, one) => all + one[of], 0);
  const [found, rows] = [sum('found'), sum('rows')];
  return shares
    .filter((one) => {
      if (one.rows < LEAST_ROWS || rows - one.rows < LEAST_ROWS) return false;
      const z = quantileFor(0.05 / shares.length);
      return differenceOf(shareOf(found - one.found, rows - one.rows, z), shareOf(one.found, one.rows, z)).high < 0;
    })
    .map((one) => ({
      label: one.label,
      found: shareOf(one.found, one.rows),
      others: shareOf(found - one.found, rows - one.rows),
    }))
    .sort((a, b) => a.found.value - b.found.value)[0];
}
