import type { Pool } from '../fit/draw';
import type { Sample } from '../fit/sample';
import type { SourceOfRows } from './source-scores';

/** How rows of several sources are trained on together. A row's `source` is an index into the list. */
export interface Sources {
  readonly list: readonly (SourceOfRows & Pick<Pool, 'share' | 'balance'>)[];
  /** The number of rows drawn in each epoch. */
  readonly rows: number;
  /** Added to the logits of labels that the row's source does not have; 0 or negative. */
  readonly absent: number;
}

/** The samples, with the logit offsets of their sources. */
export function withLogitOffsets(
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

/** The samples' indices in pools, by source and label. */
export function poolsOf(samples: readonly Sample[], labels: readonly string[], { list }: Sources): Pool[] {
  const byLabel = list.map(() => labels.map((): number[] => []));
  samples.forEach(({ source = -1, label }, i) => byLabel[source]?.[label].push(i));
  return list
    .map(({ share, balance }, source) => ({ share, balance, byLabel: byLabel[source] }))
    .filter((pool) => pool.share > 0 && pool.byLabel.some(({ length }) => length > 0));
}
