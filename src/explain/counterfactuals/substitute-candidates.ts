import type { Language } from '../../shared/languages';
import { alike, wordClass } from '../../text/word-class';

/** Words of a vocabulary, the most frequent first, and the vectors that a network has for them. */
export interface CandidateVectors {
  readonly tokens: readonly string[];
  has(token: string): boolean;
  /** Row of the first token. */
  readonly reserved: number;
  /** `[rows, dimension]`. */
  readonly vectors: Float32Array;
  readonly dimension: number;
}

/** A word of the vocabulary that may take another's place. */
export interface LikeWord {
  readonly token: string;
  /** Its row. */
  readonly id: number;
  /** What the prediction's logit gains from it, to first order. */
  readonly gain: number;
}

/** So many of the nearest words of a kind are looked at. */
const NEAREST = 40;
/** The nearest are sought among so many whose vectors are alike, before their class is looked at. */
const CONSIDERED = 400;
/** Like frequency: a rank of at most so many times, and at least a so-manieth of the word's own … */
const RANKS = 8;
/** … or no further than this from it, because the ranks of frequent words are near to each other. */
const NEAR_RANK = 300;

/**
 * Words that could stand where a word stands: near to it in the network's own word vectors, about as frequent (the
 * vocabulary is in the order of frequency), and of the same class. In a network of sentiments, good and bad words are far
 * apart for that very reason; so nearness is measured without the direction in which the prediction changes fastest, which
 * is the one a counterfactual moves in. The one that lowers the logit most comes first.
 *
 * @param gradient of the prediction's logit by the word's vector, `[dimension]`
 */
export function substituteCandidates(
  words: CandidateVectors,
  id: number,
  gradient: Float32Array,
  language: Language,
): readonly LikeWord[] {
  const { tokens, reserved, vectors, dimension } = words;
  const classOf = (token: string) => wordClass(token, language, (form) => words.has(form));
  const its = classOf(tokens[id - reserved]);
  if (!alike(its, its) || !its.judges) return [];
  const row = (of: number) => vectors.subarray(of * dimension, (of + 1) * dimension);
  const steepest = unit(gradient);
  const own = row(id);
  const ownAlong = dot(own, steepest);
  const ownSize = Math.sqrt(Math.max(0, dot(own, own) - ownAlong ** 2));
  const slope = dot(gradient, own);

  const near: { id: number; nearness: number }[] = [];
  for (const [rank] of tokens.entries()) {
    const other = rank + reserved;
    if (other === id || !likeRank(rank, id - reserved)) continue;
    const vector = row(other);
    const along = dot(vector, steepest);
    const size = Math.sqrt(Math.max(0, dot(vector, vector) - along ** 2));
    if (size > 0) near.push({ id: other, nearness: (dot(vector, own) - along * ownAlong) / (size * ownSize) });
  }
  near.sort((a, b) => b.nearness - a.nearness || a.id - b.id);
  const like: LikeWord[] = [];
  for (const { id: other } of near.slice(0, CONSIDERED)) {
    const token = tokens[other - reserved];
    if (!alike(classOf(token), its)) continue;
    like.push({ token, id: other, gain: dot(gradient, row(other)) - slope });
    if (like.length === NEAREST) break;
  }
  return like.sort((a, b) => a.gain - b.gain || a.id - b.id);
}

function likeRank(a: number, b: number): boolean {
  const [low, high] = [Math.min(a, b) + 1, Math.max(a, b) + 1];
  return high <= RANKS * low || high - low <= NEAR_RANK;
}

function unit(vector: Float32Array): Float32Array {
  const size = Math.sqrt(dot(vector, vector));
  return size === 0 ? vector : vector.map((value) => value / size);
}

function dot(a: Float32Array, b: Float32Array): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += a[i] * b[i];
  return total;
}
