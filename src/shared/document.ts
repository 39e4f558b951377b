import { toneOf, type Tone } from './tone';
import type { Label } from './explanation';
import type { Probabilities } from './studies';

/** A sentence of a document with its prediction. UTF-16 offsets into the document. */
export interface ReadSentence {
  readonly start: number;
  readonly end: number;
  /** Its length in words, whatever its language (`lengthInWords`): what it counts in the document. */
  readonly words: number;
  readonly label: Label;
  readonly probabilities: Probabilities;
}

/** A second label that a document might as well be called by. */
export interface Rival {
  readonly label: Label;
  /** `mixed`: the two are opposite sides; `close`: one of them is neutral, or both are on one side. */
  readonly kind: 'mixed' | 'close';
}

/** A stretch of a document that keeps to one side. */
export interface Phase {
  readonly side: Exclude<Tone, 'neutral'>;
  /** Sentences: the first, and the one after the last. */
  readonly from: number;
  readonly to: number;
}

/** The summary of a document, made of the predictions of its sentences alone. */
export interface DocumentSummary {
  readonly label: Label;
  /** The mean of the sentences' probabilities, weighted by their lengths in words. */
  readonly probabilities: Probabilities;
  /** Left out where one label clearly leads. */
  readonly rival?: Rival;
  /** Sentences by the label that is predicted for them, in the model's order. */
  readonly counts: Readonly<Record<Label, number>>;
  /** One number for each sentence, from −1 (the first label) to 1 (the last). */
  readonly tones: readonly number[];
  /** Mean tone of five neighbours, weighted alike; fewer at both ends. */
  readonly average: readonly number[];
  readonly phases: readonly Phase[];
  /** Sentences that represent the document best, at most three, in the order of the text. */
  readonly typical: readonly number[];
}

/** Sentences that the line of the tone arc averages. */
const WINDOW = 5;
/** A document turns where the average goes at least this far to the other side. */
const TURN = 0.15;
/** Labels whose probabilities are closer than this are called by both. */
const CLOSE = 0.1;
/** So are those that are closer than this, where the second one has as many sentences. */
const CLOSE_BY_COUNT = 0.25;
/** The largest number of typical sentences. */
const TYPICAL = 3;

/** @returns undefined if there is no sentence, or the sentences have different labels (models) */
export function summarise(sentences: readonly ReadSentence[]): DocumentSummary | undefined {
  const labels = Object.keys(sentences.at(0)?.probabilities ?? {});
  const all = sentences.filter(({ probabilities }) => labels.every((label) => label in probabilities));
  if (all.length === 0 || all.length < sentences.length) return undefined;
  const length = all.reduce((sum, { words }) => sum + words, 0);
  const mean = (label: Label): number =>
    all.reduce((sum, { words, probabilities }) => sum + (probabilities[label] * words) / length, 0);
  const probabilities = Object.fromEntries(labels.map((label) => [label, mean(label)]));
  const label = labels.reduce((best, each) => (probabilities[each] > probabilities[best] ? each : best));
  const tones = all.map(toneOfSentence);
  const average = averageOf(tones);
  const counts = Object.fromEntries(labels.map((each) => [each, all.filter((one) => one.label === each).length]));
  const rival = rivalOf(label, probabilities, counts);
  return {
    label,
    probabilities,
    ...(rival && { rival }),
    counts,
    tones,
    average,
    phases: phasesOf(average, tones),
    typical: typicalOf(all, label),
  };
}

function rivalOf(
  label: Label,
  probabilities: Probabilities,
  counts: Readonly<Record<Label, number>>,
): Rival | undefined {
  const others = Object.keys(probabilities).filter((each) => each !== label);
  const [second] = others.sort((a, b) => probabilities[b] - probabilities[a]);
  if (second === undefined) return undefined;
  const lead = probabilities[label] - probabilities[second];
  if (lead >= (counts[second] >= counts[label] ? CLOSE_BY_COUNT : CLOSE)) return undefined;
  const sides = new Set([label, second].map((each) => toneOf({ probabilities }, each)));
  return { label: second, kind: sides.size === 2 && !sides.has('neutral') ? 'mixed' : 'close' };
}

/** The expected place on the list of labels, from −1 to 1. */
function toneOfSentence({ probabilities }: Pick<ReadSentence, 'probabilities'>): number {
  const shares = Object.values(probabilities);
  const last = shares.length - 1;
  return last < 1 ? 0 : shares.reduce((sum, share, at) => sum + share * ((2 * at) / last - 1), 0);
}

/** The side of the label that is predicted for a sentence. */
export function predictedTone({ label, probabilities }: Pick<ReadSentence, 'label' | 'probabilities'>): Tone {
  return toneOf({ probabilities }, label);
}

function averageOf(tones: readonly number[]): number[] {
  const reach = (WINDOW - 1) / 2;
  return tones.map((_, at) => {
    const near = tones.slice(Math.max(0, at - reach), at + reach + 1);
    return near.reduce((sum, tone) => sum + tone, 0) / near.length;
  });
}

/**
 * Stretches where the average keeps to one side, and their sentences do, too: between turns it may wander about zero. None
 * where they are less than half of the document.
 */
function phasesOf(average: readonly number[], tones: readonly number[]): Phase[] {
  const phases: { side: Phase['side']; from: number; to: number }[] = [];
  average.forEach((tone, at) => {
    const last = phases.at(-1);
    const side = tone >= TURN ? 'positive' : tone <= -TURN ? 'negative' : undefined;
    if (side !== undefined && side !== last?.side)
      phases.push({ side, from: phases.length === 0 ? 0 : at, to: at + 1 });
    else if (last) last.to = at + 1;
  });
  const keeps = ({ side, from, to }: Phase): boolean => {
    const mean = tones.slice(from, to).reduce((sum, tone) => sum + tone, 0) / (to - from);
    return (side === 'positive' ? mean : -mean) >= TURN;
  };
  const kept = phases.filter(keeps);
  if (kept.reduce((sum, { from, to }) => sum + to - from, 0) < tones.length / 2) return [];
  return kept.reduce<Phase[]>((all, phase) => {
    const last = all.at(-1);
    if (last?.side !== phase.side) return [...all, phase];
    return [...all.slice(0, -1), { ...last, to: phase.to }];
  }, []);
}

/** Typical sentences: one with the document's label and, where at least a quarter of the sentences have another label, one of those. */
function typicalOf(sentences: readonly ReadSentence[], label: Label): number[] {
  const order = [...sentences.keys()];
  const worth = (at: number, of: Label): number => sentences[at].probabilities[of] * Math.log2(1 + sentences[at].words);
  const best = (of: Label, most: number): number[] =>
    order
      .filter((at) => sentences[at].label === of)
      .sort((a, b) => worth(b, of) - worth(a, of) || a - b)
      .slice(0, most);
  const others = [...new Set(sentences.map((each) => each.label))]
    .filter((each) => each !== label)
    .map((each) => ({ each, count: sentences.filter((one) => one.label === each).length }))
    .sort((a, b) => b.count - a.count);
  const second = others.at(0);
  const shared = second !== undefined && second.count >= sentences.length / 4;
  const chosen = [...best(label, shared ? TYPICAL - 1 : TYPICAL), ...(shared ? best(second.each, 1) : [])];
  return chosen.sort((a, b) => a - b);
}

/** A bar of the tone arc: one sentence, or in a long document a group of sentences; all groups are of the same size. */
export interface ArcBar {
  /** Sentences: the first, and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** The mean tone of its sentences. */
  readonly tone: number;
  readonly average: number;
}

/** More sentences than these are drawn in groups. */
export const MOST_BARS = 120;

export function arcBars({ tones, average }: Pick<DocumentSummary, 'tones' | 'average'>): ArcBar[] {
  const size = Math.ceil(tones.length / MOST_BARS);
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  return Array.from({ length: Math.ceil(tones.length / size) }, (_, bar) => {
    const [from, to] = [bar * size, Math.min(tones.length, (bar + 1) * size)];
    return { from, to, tone: mean(tones.slice(from, to)), average: mean(average.slice(from, to)) };
  });
}
