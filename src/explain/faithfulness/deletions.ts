import type { Word } from '../../text/word';
import type { LoadedModel } from '../explain';
import { predictMasked } from '../masked-prediction';

/** Words as token ids, with a mask. */
type Encoded = ReturnType<LoadedModel['encode']>;

/** In texts of at most this many words, the result of every subset that was read is remembered. */
const REMEMBERED = 30;

/**
 * One text with words deleted: the words that are left move together, as if the others had never been written. Words
 * that the model skips always stay; where nothing stays, the model reads one word of padding.
 */
export class Deletions {
  /** Positions of the words that the model reads, in text order. */
  readonly read: readonly number[];
  /** Words that went through the model so far: what the measuring cost. */
  cost = 0;
  private readonly encoded: Encoded;
  private readonly remembered = new Map<number, number>();

  constructor(
    private readonly subject: LoadedModel,
    private readonly words: readonly Word[],
    /** Position of the target in the model's labels. */
    private readonly target: number,
  ) {
    this.encoded = subject.encode(words);
    this.read = Array.from(this.encoded.mask.keys()).filter((word) => this.encoded.mask[word] !== 0);
  }

  /** The target's probability with all words. */
  get whole(): number {
    return this.without([]);
  }

  /** The target's probability when these words are gone. */
  without(words: readonly number[]): number {
    const stays = new Uint8Array(this.encoded.ids.length).fill(1);
    for (const word of words) stays[word] = 0;
    return this.probability(stays);
  }

  /** The target's probability when of the words that the model reads only these stay. */
  only(words: readonly number[]): number {
    const stays = Uint8Array.from(this.encoded.mask, (read) => (read === 0 ? 1 : 0));
    for (const word of words) stays[word] = 1;
    return this.probability(stays);
  }

  private probability(stays: Uint8Array): number {
    if (stays.length > REMEMBERED) return this.computed(stays);
    const key = stays.reduce((bits, stay) => bits * 2 + stay, 0);
    const known = this.remembered.get(key);
    if (known !== undefined) return known;
    const probability = this.computed(stays);
    this.remembered.set(key, probability);
    return probability;
  }

  private computed(stays: Uint8Array): number {
    const { ids, mask } = this.left(stays);
    this.cost += ids.length;
    const { probabilities } =
      ids.length === 0
        ? predictMasked(this.subject, Int32Array.of(0), Float32Array.of(0))
        : predictMasked(this.subject, ids, mask);
    return probabilities[this.target];
  }

  private left(stays: Uint8Array): Pick<Encoded, 'ids' | 'mask'> {
    const { ids, mask } = this.encoded;
    const of = (_: unknown, word: number) => stays[word] === 1;
    // Words from outside a window move into it when some of its own are deleted.
    if (this.subject.window) return this.subject.encode(this.words.filter(of));
    return { ids: ids.filter(of), mask: mask.filter(of) };
  }
}
