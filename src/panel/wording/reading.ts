import type { ExplainedWord } from '../../shared/explanation';
import type { PanelView, PhraseMark, WithoutPhrase, WordMark } from '../../shared/protocol/panel';
import type { PageStrings } from '../../shared/strings/explanation-page';
import { unitOf, type ScoreUnit } from './unit';

/** What a row of a chart or a highlight stands for: a phrase or a word. */
export interface Ranked extends WordMark {
  readonly text: string;
  /** In the method's own unit. */
  readonly score: number;
  /** The words it is made of: the first, and the one after the last. */
  readonly from: number;
  readonly to: number;
}

/** A word with all that the charts say of it. */
export interface ShownWord extends ExplainedWord, Ranked {
  /** Index into `explanation.words`. */
  readonly index: number;
}

/** A phrase that is, or could be, one highlight. */
export interface ShownPhrase extends Ranked, PhraseMark {
  /** UTF-16 offsets into the text. */
  readonly start: number;
  readonly end: number;
  /** What the text reads as without it, where that is known. */
  readonly without?: WithoutPhrase;
}

/** An explanation prepared for the charts and sentences of the page. */
export interface ShownExplanation {
  readonly view: PanelView;
  readonly words: readonly ShownWord[];
  /** The most important first. */
  readonly ranked: readonly ShownWord[];
  /** What can be highlighted, the most important first: no signs, no unknown words. */
  readonly phrases: readonly ShownPhrase[];
  /** What is highlighted, in text order. */
  readonly highlights: readonly ShownPhrase[];
  readonly unit: ScoreUnit;
  /** 1 / (number of words that the model attends to); undefined for models without attention. */
  readonly evenShare?: number;
  readonly hasDistance: boolean;
}

/** @param without what is known of the text without each phrase */
export function shownExplanation(
  view: PanelView,
  strings: PageStrings,
  without: readonly WithoutPhrase[] = [],
): ShownExplanation {
  const { words: explained, method, target, against, text } = view.explanation;
  const words = explained.map((word, index): ShownWord => ({
    ...word,
    ...view.marks[index],
    index,
    from: index,
    to: index + 1,
  }));
  const attended = words.filter(({ attention }) => attention !== undefined && attention > 0).length;
  const phrases = view.phrases.map((phrase): ShownPhrase => {
    const [start, end] = [words[phrase.from].start, words[phrase.to - 1].end];
    const left = without.find(({ from, to }) => from === phrase.from && to === phrase.to);
    return { ...phrase, start, end, text: text.slice(start, end).replace(/\s+/g, ' '), ...(left && { without: left }) };
  });
  return {
    view,
    words,
    ranked: [...words].sort((a, b) => a.rank - b.rank),
    phrases: [...phrases].sort((a, b) => a.rank - b.rank),
    highlights: phrases.filter(({ step }) => step > 0),
    unit: unitOf(method, target, strings, against),
    evenShare: attended > 0 ? 1 / attended : undefined,
    hasDistance: words.some(({ distance }) => distance !== undefined),
  };
}

/** `data-word` of whatever stands for these words: all of them, parted by spaces. */
export function wordsOf({ from, to }: Pick<Ranked, 'from' | 'to'>): string {
  return Array.from({ length: to - from }, (_, at) => from + at).join(' ');
}
