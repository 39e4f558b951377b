import type { Word } from '../../text/word';
import type { LoadedModel } from '../explain';

/**
 * A double of a binary model that one can reckon with by hand: the log-odds of `positive` are the sum of the words'
 * weights. Words without a weight are unknown and, as in a masking architecture, skipped.
 */
export function linearSubject(weights: Readonly<Record<string, number>>, bias = 0): LoadedModel {
  const values = Object.values(weights);
  const idOf = new Map(Object.keys(weights).map((token, i) => [token, i + 1]));
  return {
    name: 'linear',
    labels: ['negative', 'positive'],
    architecture: { reads: 'sequence', attends: false, masksUnknown: true },
    forward: (ids, mask) => ({
      logits: Float32Array.of(ids.reduce((sum, id, i) => sum + (mask[i] ? values[id - 1] : 0), bias)),
      recurrent: [],
      states: () => {
        throw new RangeError('A linear subject has no states.');
      },
    }),
    encode(words: readonly Word[]) {
      const ids = Int32Array.from(words, ({ text }) => idOf.get(text.toLowerCase()) ?? 0);
      return { ids, mask: Float32Array.from(ids, (id) => (id > 0 ? 1 : 0)), known: Array.from(ids, (id) => id > 0) };
    },
  };
}
