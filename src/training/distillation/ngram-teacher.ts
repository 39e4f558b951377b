import type { Teacher } from './distillation';
import { fitLinear, LINEAR_DEFAULTS, oddsOf } from './linear';
import { ngramFeatures } from './ngram-features';
import type { TokenizedRow } from '../rows/encoded-texts';

const BITS = 22;

/**
 * A linear teacher on the character 1–3-grams of a text, without order. It can use parts of words that a vocabulary of
 * whole words does not have. See `linear.ts`.
 */
export function ngramTeacher(rows: readonly TokenizedRow[], labels: readonly string[], seed: number): Teacher {
  const featuresOf = ngramFeatures({ words: 0, characters: 3, bits: BITS });
  const lines = fitLinear(
    rows.map(({ tokens }) => featuresOf(tokens)),
    rows.map(({ label }) => labels.indexOf(label)),
    labels.length,
    { ...LINEAR_DEFAULTS, seed, features: 2 ** BITS },
  );
  return {
    name: 'character n-grams',
    labels,
    predict: (given) => given.map((tokens) => oddsOf(lines, featuresOf(tokens))),
  };
}
