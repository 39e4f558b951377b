import type { ChunkedWork } from '../chunked-work';
import { logitsWithout } from '../methods/evaluate-many';
import type { ExplanationTask } from '../methods/method';
import { logitOf } from '../methods/target';
import { logitsOf } from './coalitions';

/** In a longer phrase no words are left out one by one: how likely people would underline them tells its words apart. */
const LONGEST = 48;
/** Words that go through the model while words of phrases alone are left out: the first phrases are the strongest. */
const MOST_ALONE = 1_500;
/** Words that go through the model while words of the whole text are left out: all words of some 24, three of 200. */
const MOST_READ = 600;

/** How much the target's logit falls without each word of a phrase: of the phrase alone, and of the whole text. */
export interface WordLosses {
  readonly alone?: readonly number[];
  readonly inText?: readonly number[];
}

/**
 * How much the target's logit falls without each word, for each phrase.
 * @param phrases places of the words that the model reads, the phrases in the order in which they matter
 */
export function* wordLosses(task: ExplanationTask, phrases: readonly (readonly number[])[]): ChunkedWork<WordLosses[]> {
  const alone = yield* lossesAlone(task, phrases);
  yield;
  const inText = lossesInText(task, phrases);
  return phrases.map((_, at) => ({ alone: alone[at], inText: inText[at] }));
}

/** Whether a phrase's value must be divided: not that of a single word. */
const isShared = ({ length }: readonly number[]): boolean => length > 1 && length <= LONGEST;

function* lossesAlone(
  task: ExplanationTask,
  phrases: readonly (readonly number[])[],
): ChunkedWork<(readonly number[] | undefined)[]> {
  let left = MOST_ALONE;
  const shared = phrases.filter((words) => isShared(words) && (left -= words.length ** 2) >= 0);
  const texts = shared.flatMap((words) => [words, ...words.map((word) => words.filter((other) => other !== word))]);
  const logits = yield* logitsOf(task, texts);
  let at = 0;
  return phrases.map((words) => {
    if (!shared.includes(words)) return undefined;
    const [whole, ...less] = logits.subarray(at, (at += words.length + 1));
    return less.map((logit) => whole - logit);
  });
}

/** The words of all phrases are left out together: the text is read once for all of them. */
function lossesInText(
  task: ExplanationTask,
  phrases: readonly (readonly number[])[],
): (readonly number[] | undefined)[] {
  const { reader, ids, mask, reading, target } = task;
  const whole = logitOf(target, reading.logits);
  let left = Math.floor(MOST_READ / ids.length);
  const shared = phrases.map((words) => isShared(words) && words.length <= left && (left -= words.length) >= 0);
  const out = phrases.filter((_, at) => shared[at]).flat();
  out.sort((a, b) => a - b);
  const logits = logitsWithout(reader, { ids, mask }, out, target);
  const losses = new Map(out.map((word, at) => [word, whole - logits[at]]));
  return phrases.map((words, at) => (shared[at] ? words.map((word) => losses.get(word)!) : undefined));
}
