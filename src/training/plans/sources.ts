import type { Pool } from '../fit/draw';
import type { Sample } from '../fit/sample';
import type { SourceOfRows } from './source-scores';

/** How rows of several sources are trained on together. A row's `source` is its index in the list. */
export interface Sources {
  readonly list: readonly (SourceOfRows & Pick<Pool, 'share' | 'balance'>)[];
  /** Rows drawn an epoch. */
  readonly rows: number;
  /** Added to the logit of a label that the row's source lacks: 0, or below. */
  readonly absent: number;
}

/** Samples with the offsets of their sources. */
export function withOffsets(
  samples: readonly Sample[],
  labels: readonly string[],
  { list, absent }: Sources,
): Sample[] {
  const offsets = list.map(({ labels: own }) =>
    own.length < labels.length && absent < 0 ? labels.map((label) => (own.includes(label) ? 0 : absent)) : undefined,
  );
  return samples.map((sample) => {
    const of = offsets[sample.source ?? -1];
    return of ? { ...sample, offsets: of } : sample;
  });
}

/** Pools of the samples' indices, by source and label. */
export function poolsOf(samples: readonly Sample[], labels: readonly string[], { list }: Sources): Pool[] {
  const byLabel = list.map(() => labels.map((): number[] => []));
  samples.forEach(({ source = -1, label }, i) => byLabel[source]?.[label].push(i));
  return list
    .map(({ share, balance }, source) => ({ share, balance, byLabel: byLabel[source] }))
    .filter((pool) => pool.share > 0 && pool.byLabel.some(({ length }) => length > 0));
}
