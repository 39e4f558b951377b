import type { Explainer, WordCounts } from '../../shared/protocol/explainer';
import type { Explanation } from '../../shared/explanation';
import type { Method } from '../../shared/methods';
import type { Highlight } from '../../shared/highlights';
import { wordHighlights } from '../highlights/highlights';
import type { HoverState } from './hover-state';
import { Removals, type Twin, type PredictionWithout } from './removals';

/** Whether another method highlights the same, for the same side where it has sides. */
export interface OtherMethod {
  readonly method: Method;
  readonly agrees: boolean;
}

/** What a hover says beyond the explanation itself; what is not known (yet) is left out. */
export interface WordFacts {
  /** The prediction on the text without the phrase. */
  readonly without?: PredictionWithout;
  readonly twin?: Twin;
  /** Texts of the training that had the word, by label; of single words. */
  readonly seen?: WordCounts;
  /** Undefined: not asked for yet; empty: the model has no other methods. */
  readonly others?: readonly OtherMethod[];
  /** Scores in log-odds are wanted beside the points. */
  readonly logOdds?: boolean;
}

/** Words of an explanation that are spoken of together. */
export type PhraseWords = Pick<Highlight, 'first' | 'last'>;

/** The longest time that a hover waits for the predictions without its phrase. */
const PATIENCE_MS = 1_000;

/** Finds out about phrases of explained texts. */
export class FactFinder {
  private readonly removals: Removals;

  constructor(
    private readonly explainer: Explainer,
    private readonly state: HoverState,
  ) {
    this.removals = new Removals(explainer);
  }

  /** What is known of a phrase within a blink. */
  async about(explanation: Explanation, part: PhraseWords, signal: AbortSignal): Promise<WordFacts> {
    const others = this.state.others.get(explanation)?.map((other) => ({
      method: other.method,
      agrees: agrees(explanation, other, part),
    }));
    const late = later(PATIENCE_MS);
    const found = this.without(explanation, part, signal);
    const [{ without, twin }, seen] = await Promise.all([
      Promise.race([found, late.then(() => ({ without: undefined, twin: undefined }))]),
      Promise.race([this.seen(explanation, part), late]),
    ]);
    return { others, without, twin, seen, logOdds: this.state.logOdds };
  }

  /** Explains the text by the model's other methods, for all hovers to come. @throws as `Explainer.explain` */
  async askOtherMethods(explanation: Explanation): Promise<void> {
    if (this.state.others.has(explanation)) return;
    const { text, language, model, method, target } = explanation;
    const offered = (await this.explainer.models()).find(({ name }) => name === model)?.methods ?? [];
    const asked = offered
      .filter((other) => other !== method)
      .map((other) => this.explainer.explain({ text, language, model, method: other, target }));
    this.state.others.set(explanation, await Promise.all(asked));
  }

  private async without(
    explanation: Explanation,
    part: PhraseWords,
    signal: AbortSignal,
  ): Promise<Pick<WordFacts, 'without' | 'twin'>> {
    const without = await this.removals.without(explanation, part, signal);
    if (!without) return {};
    return { without, twin: await this.removals.twin(explanation, part, without, signal) };
  }

  private async seen({ model, words }: Explanation, { first, last }: PhraseWords): Promise<WordCounts | undefined> {
    if (last - first > 1) return undefined;
    return this.explainer.seen({ model, word: words[first].text }).catch(() => undefined);
  }
}

/** Another method agrees if it highlights one of the words, for the same side if it has sides. */
function agrees(explanation: Explanation, other: Explanation, { first, last }: PhraseWords): boolean {
  const own = wordHighlights(explanation).emphasis[first].direction;
  const found = wordHighlights(other).emphasis.slice(first, last);
  return found.some(({ step, direction }) => step > 0 && (direction === own || direction === 'none' || own === 'none'));
}

function later(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), milliseconds));
}
