import { round } from '../../shared/round';
import type { ChunkedWork } from '../chunked-work';
import { logitsOf } from '../phrases/coalitions';
import { gapsOf, isPunctuation } from '../phrases/gaps';
import { DEFAULT_GAP } from '../phrases/gap';
import { groupParts } from '../phrases/group-parts';
import type { ValuedPhrase } from '../phrases/join-phrases';
import { owenPhrases, wordsIn } from '../phrases/owen';
import { divideValue } from '../phrases/divide-value';
import type { PhraseBreaks } from '../phrases/units';
import { weightByRationale } from '../phrases/weight-by-rationale';
import { wordLosses } from '../phrases/word-losses';
import { markLikelihoods } from './learned';
import type { AttributedPhrase, Attribution, AttributionMethod, ExplanationTask } from './method';
import { logitOf } from './target';

/**
 * By the number of words that are read: into how many units a text is cut, and each unit again. The model then reads
 * 62, 42 or 58 texts.
 */
const LEVELS: readonly (readonly [upTo: number, levels: readonly number[]])[] = [
  [32, [6]],
  [100, [2, 2, 2]],
  [Infinity, [2, 2, 3]],
];

/**
 * What a part of a text adds to the target's logit, on average over all orders in which the parts could be put into the
 * text, handed to its words; parts that say one thing make a phrase.
 *
 * Source: Shapley 1953; in levels, Owen 1977 (a phrase joins inside its part of the text). Phrases as players, and joining
 * neighbours that change each other, as in hierarchical explanations (Chen et al. 2020, HEDGE); the rest is ours.
 * Formula: units are cut by grammar and by the rationale head (`phrases/units.ts`), each coalition of them is read as a
 * text of its own, neighbours that interact are joined (`phrases/join-phrases.ts`), and each part gets its exact Shapley
 * value φ; its words get parts of φ of the same sign, by how much each changes the part alone and the text, and how likely
 * people would underline it (`phrases/divide-value.ts`). Where the model learnt what people underline, that weighs parts
 * against each other, too: the sum and all signs stay, words that nobody would underline count less
 * (`phrases/weight-by-rationale.ts`). Phrases are parts that a person would underline together (`phrases/group-parts.ts`).
 * Cost: about 50 texts of half the words on the mean, 58 beyond 100 words, in the arithmetic of the prediction. Signed.
 * Complete: the scores sum to logit(text) − logit(empty text), rounding included. Phrases that say the same share the
 * credit; those that never change anything get 0. Baseline: the empty text.
 */
export const phraseShapley: AttributionMethod = {
  name: 'phrase-shapley',
  definedFor: 'all models',
  offeredFor: () => true,
  attribute,
};

function* attribute(task: ExplanationTask): ChunkedWork<Attribution> {
  const { reading, target, mask } = task;
  const seams = seamsOf(task);
  const whole = logitOf(target, reading.logits);
  const [without] = yield* logitsOf(task, [[]]);
  const contexts = [{ before: [], behind: [], weight: 1, without, whole }];
  const text = { from: 0, to: mask.length };
  const read = wordsIn(seams, text).length;
  const levels = LEVELS.find(([upTo]) => read <= upTo)![1];
  const parts = yield* owenPhrases(task, seams, text, levels, contexts);
  const shared = yield* wordScores(task, seams, parts);
  const scores = settled(seams.likely ? weightByRationale(shared, seams.likely) : shared);
  const sum = scores.reduce((total, score) => total + score, 0);
  return {
    scores,
    phrases: groupParts(seams, parts).map((phrase) => scored(phrase, scores, task)),
    completeness: sum - (whole - without),
  };
}

function seamsOf(task: ExplanationTask): PhraseBreaks {
  const { cut, mask, reader } = task;
  const gaps = cut ? gapsOf(cut) : Array.from({ length: Math.max(0, mask.length - 1) }, () => DEFAULT_GAP);
  return reader.saliency ? { gaps, mask, likely: markLikelihoods(task) } : { gaps, mask };
}

/** The parts' values, handed to their words. */
function* wordScores(
  task: ExplanationTask,
  seams: PhraseBreaks,
  parts: readonly ValuedPhrase[],
): ChunkedWork<Float64Array> {
  const scores = new Float64Array(task.mask.length);
  const first = [...parts].sort((a, b) => Math.abs(b.value) - Math.abs(a.value) || a.from - b.from);
  const words = first.map((part) => wordsIn(seams, part));
  const losses = yield* wordLosses(task, words);
  first.forEach(({ value }, part) => {
    const likely = words[part].map((word) => seams.likely?.[word] ?? 1);
    const telling = words[part].map((word) => isWorthComparing(task, word));
    const shares = divideValue({ value, likely, telling, alone: losses[part].alone, inText: losses[part].inText });
    words[part].forEach((word, at) => (scores[word] = shares[at]));
  });
  return scores;
}

/**
 * Whether a word may have a share of a phrase's value although it changes nothing: it is in the vocabulary and no
 * punctuation.
 */
function isWorthComparing({ cut, known }: ExplanationTask, word: number): boolean {
  return (known?.[word] ?? true) && !(cut && isPunctuation(cut.words[word].text));
}

/**
 * Rounds the scores as explanations do, but keeps their sum: each word takes over the rounding error of those before
 * it.
 */
function settled(scores: Float64Array): Float64Array {
  let rest = 0;
  return scores.map((score) => {
    // So near to 0 that a rounding error could change its sign.
    const wanted = Math.abs(score) < 1e-3 ? score : score + rest;
    const rounded = round(wanted);
    rest += score - rounded;
    return rounded;
  });
}

/** The phrase without the punctuation at its ends that scores nothing. */
function scored({ from, to }: ValuedPhrase, scores: Float64Array, { cut }: ExplanationTask): AttributedPhrase {
  const idle = (word: number) => scores[word] === 0 && cut !== undefined && isPunctuation(cut.words[word].text);
  let [first, last] = [from, to];
  while (first < last - 1 && idle(first)) first++;
  while (last > first + 1 && idle(last - 1)) last--;
  return { from: first, to: last, score: scores.subarray(first, last).reduce((sum, score) => sum + score, 0) };
}
