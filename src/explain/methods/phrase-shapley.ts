import { round } from '../../shared/round';
import type { ChunkedWork } from '../chunked-work';
import { logitsOf } from '../phrases/coalitions';
import { gapsOf, saysNothing } from '../phrases/gaps';
import { OPEN } from '../phrases/gap';
import type { ValuedPhrase } from '../phrases/join-phrases';
import { owenPhrases, wordsIn } from '../phrases/owen';
import { shareOut } from '../phrases/share-out';
import type { Seams } from '../phrases/units';
import { wordLosses } from '../phrases/word-losses';
import { markLikelihoods } from './learned';
import type { AttributedPhrase, Attribution, AttributionMethod, Task } from './method';
import { logitOf } from './target';

/** By words that are read: into how many units a text is cut, and these again. 62, 42 and 106 texts are read. */
const LEVELS: readonly (readonly [upTo: number, levels: readonly number[]])[] = [
  [32, [6]],
  [100, [2, 2, 2]],
  [Infinity, [2, 2, 3]],
];

/**
 * What a phrase adds to the target's logit, on average over all orders in which the phrases could be put into the text,
 * handed to its words.
 *
 * Source: Shapley 1953; in levels, Owen 1977 (a phrase joins inside its part of the text). Phrases as players, and joining
 * neighbours that change each other, as in hierarchical explanations (Chen et al. 2020, HEDGE); the rest is ours.
 * Formula: units are cut by grammar and by the rationale head (`phrases/units.ts`), each coalition of them is read as a
 * text of its own, neighbours that interact are joined (`phrases/join-phrases.ts`), and each phrase gets its exact Shapley
 * value φ; its words get parts of φ of the same sign, by how much each changes the phrase alone and the text, and how likely
 * people would underline it (`phrases/share-out.ts`).
 * Cost: about 50 texts of half the words on the mean, 106 beyond 100 words, in the arithmetic of the prediction. Signed.
 * Complete: the scores sum to logit(text) − logit(empty text), rounding included. Phrases that say the same share the
 * credit; those that never change anything get 0. Baseline: the empty text.
 */
export const phraseShapley: AttributionMethod = {
  name: 'phrase-shapley',
  definedFor: 'all models',
  offeredFor: () => true,
  attribute,
};

function* attribute(task: Task): ChunkedWork<Attribution> {
  const { reading, target, mask } = task;
  const seams = seamsOf(task);
  const whole = logitOf(target, reading.logits);
  const [without] = yield* logitsOf(task, [[]]);
  const contexts = [{ before: [], behind: [], weight: 1, without, whole }];
  const text = { from: 0, to: mask.length };
  const read = wordsIn(seams, text).length;
  const levels = LEVELS.find(([upTo]) => read <= upTo)![1];
  const phrases = yield* owenPhrases(task, seams, text, levels, contexts);
  const scores = settled(yield* wordScores(task, seams, phrases));
  const sum = scores.reduce((total, score) => total + score, 0);
  return {
    scores,
    phrases: phrases.map((phrase) => scored(phrase, scores, task)),
    completeness: sum - (whole - without),
  };
}

function seamsOf(task: Task): Seams {
  const { cut, mask, reader } = task;
  const gaps = cut ? gapsOf(cut) : Array.from({ length: Math.max(0, mask.length - 1) }, () => OPEN);
  return reader.saliency ? { gaps, mask, likely: markLikelihoods(task) } : { gaps, mask };
}

/** The phrases' values, handed to their words. */
function* wordScores(task: Task, seams: Seams, phrases: readonly ValuedPhrase[]): ChunkedWork<Float64Array> {
  const scores = new Float64Array(task.mask.length);
  const first = [...phrases].sort((a, b) => Math.abs(b.value) - Math.abs(a.value) || a.from - b.from);
  const words = first.map((phrase) => wordsIn(seams, phrase));
  const losses = yield* wordLosses(task, words);
  first.forEach(({ value }, phrase) => {
    const likely = words[phrase].map((word) => seams.likely?.[word] ?? 1);
    const telling = words[phrase].map((word) => isTelling(task, word));
    const parts = shareOut({ value, likely, telling, alone: losses[phrase].alone, inText: losses[phrase].inText });
    words[phrase].forEach((word, at) => (scores[word] = parts[at]));
  });
  return scores;
}

/** Whether a word may carry something where it changes nothing: no sign, and in vocabulary. */
function isTelling({ cut, known }: Task, word: number): boolean {
  return (known?.[word] ?? true) && !(cut && saysNothing(cut.words[word].text));
}

/**
 * Rounded as explanations are, each word taking over what rounding took from those before it, so that the sum stays: to the
 * last digit of one score.
 */
function settled(scores: Float64Array): Float64Array {
  let rest = 0;
  return scores.map((score) => {
    // Too near to 0 to take over anything without a risk for its sign.
    const wanted = Math.abs(score) < 1e-3 ? score : score + rest;
    const rounded = round(wanted);
    rest += score - rounded;
    return rounded;
  });
}

/** Without the signs at its ends that score nothing. */
function scored({ from, to }: ValuedPhrase, scores: Float64Array, { cut }: Task): AttributedPhrase {
  const idle = (word: number) => scores[word] === 0 && cut !== undefined && saysNothing(cut.words[word].text);
  let [first, last] = [from, to];
  while (first < last - 1 && idle(first)) first++;
  while (last > first + 1 && idle(last - 1)) last--;
  return { from: first, to: last, score: scores.subarray(first, last).reduce((sum, score) => sum + score, 0) };
}
