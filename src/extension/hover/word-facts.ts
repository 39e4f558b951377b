import type { Explainer, WordCounts } from '../../shared/protocol/explainer';
import type { Explanation, Prediction } from '../../shared/explanation';
import type { Method } from '../../shared/methods';
import { wordHighlights } from '../highlights/highlights';

/** What one word's place is by another method. */
export interface PlaceByMethod {
  readonly method: Method;
  /** 1 = the most important word of the text. */
  readonly rank: number;
}

/** What a hover says beyond the explanation itself; what is not known (yet) is left out. */
export interface WordFacts {
  /** The prediction on the text without the word. */
  readonly without?: Pick<Prediction, 'label' | 'probabilities'>;
  /** Texts of the training that had the word, by label. */
  readonly seen?: WordCounts;
  /** Undefined: nobody has asked for them; empty: the model has no others. */
  readonly others?: readonly PlaceByMethod[];
}

/** A hover does not wait longer for the prediction without its word. */
const PATIENCE_MS = 250;

/** Finds out about single words of explained texts. */
export class FactFinder {
  private readonly others = new WeakMap<Explanation, readonly Explanation[]>();

  constructor(private readonly explainer: Explainer) {}

  /** What is known of a word within a blink. */
  async about(explanation: Explanation, word: number, signal: AbortSignal): Promise<WordFacts> {
    const others = this.others.get(explanation)?.map((other) => ({
      method: other.method,
      rank: wordHighlights(other).emphasis[word].rank,
    }));
    const { model, words } = explanation;
    const seen = this.explainer.seen({ model, word: words[word].text }).catch(() => undefined);
    const [without, counts] = await Promise.all([
      this.without(explanation, word, signal),
      Promise.race([seen, later(PATIENCE_MS)]),
    ]);
    return { others, without, seen: counts };
  }

  /** Explains the text by the model's other methods, for all hovers to come. @throws as `Explainer.explain` */
  async askOtherMethods(explanation: Explanation): Promise<void> {
    if (this.others.has(explanation)) return;
    const { text, language, model, method, target } = explanation;
    const offered = (await this.explainer.models()).find(({ name }) => name === model)?.methods ?? [];
    const asked = offered
      .filter((other) => other !== method)
      .map((other) => this.explainer.explain({ text, language, model, method: other, target }));
    this.others.set(explanation, await Promise.all(asked));
  }

  private async without(
    { text, language, model, words }: Explanation,
    word: number,
    signal: AbortSignal,
  ): Promise<Prediction | undefined> {
    if (words.length === 1) return undefined;
    const asked = this.explainer.predict({ text: withoutSpan(text, words[word]), language, model }, signal);
    return Promise.race([asked.catch(() => undefined), later(PATIENCE_MS)]);
  }
}

/** A text without one stretch, nor the space that parted it from what stands before it. */
export function withoutSpan(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  const [before, behind] = [text.slice(0, start), text.slice(end)];
  const parted = /\s$/.test(before) && (behind === '' || /^[\s\p{P}]/u.test(behind));
  return (parted ? before.replace(/\s$/, '') : before) + (before === '' ? behind.replace(/^\s/, '') : behind);
}

function later(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), milliseconds));
}
