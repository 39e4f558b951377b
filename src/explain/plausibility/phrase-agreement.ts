import { mean } from '../../shared/mean';
import { overlap, runsOf, type WordRun } from './selection';

/** Phrases of one text, and which of its words people marked. */
export interface MarkedPhrases {
  readonly phrases: readonly { readonly run: WordRun; readonly score: number }[];
  /** For each word: whether people marked it; at least one is marked. */
  readonly truth: readonly boolean[];
}

/** How well the phrases that support the prediction agree with what people marked, over texts. */
export interface PhraseAgreement {
  readonly n: number;
  /** Mean F1 over the words. */
  readonly tokenF1: number;
  /** F1 of the mean precision and recall of phrases that match a marked run at an intersection over union of one half. */
  readonly iouF1: number;
  /** Share of the texts in which people marked at least half the words of the strongest phrase. */
  readonly topPhrase: number;
}

/**
 * Only phrases count that support the prediction at least half as strongly as the strongest phrase supports or
 * contradicts it.
 */
const STRONG = 0.5;
const MATCH = 0.5;

/** @returns undefined for no texts */
export function phraseAgreement(texts: readonly MarkedPhrases[]): PhraseAgreement | undefined {
  if (texts.length === 0) return undefined;
  const all = texts.map(agreementOf);
  const [precision, recall] = [mean(all.map((one) => one.precision)), mean(all.map((one) => one.recall))];
  return {
    n: texts.length,
    tokenF1: mean(all.map((one) => one.tokenF1)),
    iouF1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    topPhrase: mean(all.map((one) => Number(one.inside))),
  };
}

function agreementOf({ phrases, truth }: MarkedPhrases) {
  const first = phrases.reduce((one, other) => (Math.abs(other.score) > Math.abs(one.score) ? other : one));
  const strong = phrases.filter(({ score }) => score > 0 && score >= STRONG * Math.abs(first.score));
  const chosen = (strong.length > 0 ? strong : [first]).map(({ run }) => run);
  const marked = runsOf(truth);
  const words = chosen.reduce((sum, [from, to]) => sum + to - from, 0);
  const both = chosen.reduce((sum, run) => sum + markedIn(run, truth), 0);
  const matches = (run: WordRun, others: readonly WordRun[]) => others.some((other) => overlap(run, other) >= MATCH);
  return {
    tokenF1: (2 * both) / (words + truth.filter(Boolean).length),
    precision: chosen.filter((run) => matches(run, marked)).length / chosen.length,
    recall: marked.filter((run) => matches(run, chosen)).length / marked.length,
    inside: 2 * markedIn(first.run, truth) >= first.run[1] - first.run[0],
  };
}

const markedIn = ([from, to]: WordRun, truth: readonly boolean[]): number =>
  truth.slice(from, to).filter(Boolean).length;
