import type { WordVectors } from '../../kernels/inference/int16/weights';
import { subwords } from '../../text/subwords';

/** The weights of a model's word parts, `[buckets, dimension]`. */
export const SUBWORDS = 'subwords/table';

/** Words of one text that can be composed at most; and how many are remembered before the oldest are given up. */
const GENERATION = 2 ** 16;

/**
 * Vectors for words that a vocabulary lacks, the mean of their parts' vectors: such a word gets an id after the
 * vocabulary's, for as long as it is remembered. Its vector depends on its letters alone, so what was read before changes
 * no figure.
 *
 * Ids come from two halves in turn: those of a text that is still being explained while the next half fills stay true.
 */
export class ComposedWords {
  private readonly ids = new Map<string, number>();
  private readonly tokens: string[] = [];
  private half = 0;
  private given = 0;

  /**
   * @param first the vocabulary's size
   * @param parts `[buckets, dimension]`
   * @param forget called before ids are given to other words
   */
  constructor(
    private readonly first: number,
    private readonly parts: WordVectors,
    private readonly forget: () => void,
  ) {}

  /** Undefined if the word has no readable part. */
  idOf(token: string): number | undefined {
    const known = this.ids.get(token);
    if (known !== undefined) return known;
    if (subwords(token, this.parts.count).length === 0) return undefined;
    if (this.given === GENERATION) this.turn();
    const place = this.half * GENERATION + this.given++;
    this.tokens[place] = token;
    this.ids.set(token, this.first + place);
    return this.first + place;
  }

  /** Writes the vector of a composed word. */
  read(id: number, target: Float32Array): void {
    const part = new Float32Array(target.length);
    const sum = new Float64Array(target.length);
    const found = subwords(this.tokens[id - this.first], this.parts.count);
    for (const bucket of found) {
      this.parts.read(bucket, part);
      for (let k = 0; k < sum.length; k++) sum[k] += part[k];
    }
    for (let k = 0; k < sum.length; k++) target[k] = sum[k] / found.length;
  }

  /**
   * A vocabulary's vectors with those of composed words after them. Where the former are levels, so are the latter: one
   * vector in every arithmetic.
   */
  behind(words: WordVectors): WordVectors {
    const { first } = this;
    const count = first + 2 * GENERATION;
    const { levels, dimension } = words;
    const vector = new Float32Array(dimension);
    const levelsOf = (id: number, target: Uint8Array): void => {
      this.read(id, vector);
      const { zero, scale } = levels!;
      for (let k = 0; k < dimension; k++) target[k] = Math.min(255, Math.max(0, Math.round(vector[k] / scale) + zero));
    };
    const own = new Uint8Array(dimension);
    const read = (id: number, target: Float32Array): void => {
      if (id < first) words.read(id, target);
      else if (!levels) this.read(id, target);
      else {
        levelsOf(id, own);
        for (let k = 0; k < dimension; k++) target[k] = (own[k] - levels.zero) * levels.scale;
      }
    };
    return { count, dimension, read, ...(levels && { levels, levelsBehind: levelsOf }) };
  }

  private turn(): void {
    this.forget();
    this.ids.clear();
    this.half = 1 - this.half;
    this.given = 0;
  }
}
