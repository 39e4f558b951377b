import { LruCache } from '../shared/lru-cache';
import { SaliencyError } from '../shared/saliency-error';
import { withoutSkinTone } from './known-forms/emoji';
import { knownForm } from './known-forms/known-form';
import type { Ranks } from './known-forms/frequencies';
import { simplified } from './zh/simplified';

export interface VocabularyOptions {
  /**
   * True for architectures that skip unknown words: these share id 0 with padding, and the first token is id 1.
   * False: 0 is padding, 1 an unknown word, and the first token is id 2.
   */
  readonly masksUnknown: boolean;
  /** True: a word is known only as it is spelt. */
  readonly exact?: boolean;
}

export interface BuildOptions extends VocabularyOptions {
  /** Tokens seen less often are left out. */
  readonly minCount: number;
  /** The largest number of rows of the embedding: tokens and reserved ids together. */
  readonly maxSize: number;
}

/** The tokens of one model and their ids; immutable. */
export class Vocabulary {
  readonly #ids = new Map<string, number>();
  /** Known forms of words that were looked up before; an empty string: there is none. */
  readonly #forms = new LruCache<string, string>(FORMS_KEPT);

  /**
   * @param tokens real tokens only, the most frequent first
   * @throws SaliencyError `damaged-vocabulary` on an empty token, one with a line break, or one that occurs twice
   */
  constructor(
    readonly tokens: readonly string[],
    readonly masksUnknown: boolean,
    source = 'The vocabulary',
    readonly exact = false,
  ) {
    tokens.forEach((token, index) => {
      const problem = this.#problemOf(token);
      if (problem !== undefined) throw damaged(source, `line ${index + 1} ${problem}`);
      this.#ids.set(token, index + this.reserved);
    });
  }

  /**
   * Reads `vocabulary.txt`: UTF-8 text, one token per line, no reserved tokens. The first line is id 2, or id 1 for an
   * architecture that masks unknown words.
   *
   * @param source the file's name, for errors
   */
  static parse(file: string, { masksUnknown, exact }: VocabularyOptions, source = 'vocabulary.txt'): Vocabulary {
    const lines = file.split(/\r?\n/u);
    if (lines.at(-1) === '') lines.pop();
    if (lines.length === 0) throw damaged(source, 'it has no tokens');
    return new Vocabulary(lines, masksUnknown, source, exact);
  }

  /** The most frequent tokens first, equal counts by code point, so that the same counts give the same vocabulary. */
  static build(counts: ReadonlyMap<string, number>, { minCount, maxSize, masksUnknown }: BuildOptions): Vocabulary {
    const tokens = [...counts]
      .filter(([, count]) => count >= minCount)
      .sort(([a, countA], [b, countB]) => countB - countA || compareCodePoints(a, b))
      .slice(0, Math.max(0, maxSize - reservedIds(masksUnknown)))
      .map(([token]) => token);
    return new Vocabulary(tokens, masksUnknown);
  }

  /** The ids that are not tokens: padding, and the unknown word where it has its own id. */
  get reserved(): number {
    return reservedIds(this.masksUnknown);
  }

  /** Rows of the embedding. */
  get size(): number {
    return this.tokens.length + this.reserved;
  }

  /** The contents of `vocabulary.txt`. */
  toFile(): string {
    return this.tokens.map((token) => `${token}\n`).join('');
  }

  knows(token: string): boolean {
    return this.#ids.has(token);
  }

  /**
   * The token itself where it is known, else the nearest form that is (`goood` → `good`, 👍🏻 → 👍): whatever reads or
   * teaches a text reads the word as that. Undefined if none is near enough.
   */
  formOf(token: string): string | undefined {
    const own = this.#ids.get(token);
    if (this.exact) return own === undefined ? undefined : token;
    if (own !== undefined) {
      // A vector of each skin tone would be learnt from few texts, and all of them mean the same.
      const toneless = withoutSkinTone(token);
      if (toneless !== token && this.#ids.has(toneless)) return toneless;
      // A traditional word that few texts had: the simplified one is better known.
      const han = simplified(token);
      return han !== token && (this.#ids.get(han) ?? Infinity) < own ? han : token;
    }
    let form = this.#forms.get(token);
    if (form === undefined) this.#forms.set(token, (form = knownForm(token, this.#ranks) ?? ''));
    return form === '' ? undefined : form;
  }

  /** The id of the token's known form. That of an unknown token is 1, or 0 for architectures that mask unknown words. */
  idOf(token: string): number {
    const form = this.formOf(token);
    return (form === undefined ? undefined : this.#ids.get(form)) ?? (this.masksUnknown ? 0 : 1);
  }

  /** Undefined for the reserved ids and those past the end. */
  tokenOf(id: number): string | undefined {
    return this.tokens[id - this.reserved];
  }

  /** One id a token, `[tokens]`. */
  encode(tokens: readonly string[]): Int32Array {
    return Int32Array.from(tokens, (token) => this.idOf(token));
  }

  get #ranks(): Ranks {
    const { reserved } = this;
    const rankOf = (token: string): number | undefined => {
      const id = this.#ids.get(token);
      return id === undefined ? undefined : id - reserved;
    };
    return { count: this.tokens.length, rankOf };
  }

  #problemOf(token: string): string | undefined {
    if (token === '') return 'is empty';
    if (/[\r\n]/u.test(token)) return 'has a line break inside a token';
    return this.#ids.has(token)
      ? `repeats the token “${token}” of line ${this.#ids.get(token)! - this.reserved + 1}`
      : undefined;
  }
}

/** Unknown words whose form is remembered. */
const FORMS_KEPT = 20_000;

const reservedIds = (masksUnknown: boolean): number => (masksUnknown ? 1 : 2);

const damaged = (source: string, problem: string): SaliencyError =>
  new SaliencyError(
    `${source} is damaged: ${problem}. Restore the file, or export the model again.`,
    'damaged-vocabulary',
  );

/** Compares by code points. The operator `<` compares UTF-16 units, which puts U+1F600 (two surrogates) before U+FF01. */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    if (a.charCodeAt(i) !== b.charCodeAt(i)) return codePoint(a, i) - codePoint(b, i);
  }
  return a.length - b.length;
}

/** At the first difference both strings are inside the same surrogate pair or at a boundary, so whole pairs can be compared. */
function codePoint(text: string, index: number): number {
  return text.codePointAt(index) ?? 0;
}
