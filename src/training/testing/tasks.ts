import { seededRandom, shuffle, type Random } from '../../shared/random';
import type { Sample } from '../fit/sample';

/** The ids of the important words; the others, up to `WORDS`, are noise. */
const [FIRST, SECOND, NOT, GOOD, BAD] = [2, 3, 4, 5, 6];
export const WORDS = 12;

/** A text whose label a bag of words cannot predict, and its twin: the same words in another order, with the other label. */
export type Twins = readonly [Sample, Sample];

const noise = (random: Random, count: number): number[] =>
  Array.from({ length: count }, () => 7 + Math.floor(random() * (WORDS - 7)));

const sample = (words: readonly number[], label: number): Sample => ({ ids: Int32Array.from(words), label });

/** Does FIRST come before SECOND? Both are somewhere among a few other words. */
function order(random: Random): Twins {
  const words = shuffle([FIRST, SECOND, ...noise(random, 2 + Math.floor(random() * 6))], random);
  const swapped = words.map((id) => (id === FIRST ? SECOND : id === SECOND ? FIRST : id));
  const label = Number(words.indexOf(FIRST) < words.indexOf(SECOND));
  return [sample(words, label), sample(swapped, 1 - label)];
}

/** Is GOOD or BAD negated? Every text has both of them once, and NOT once, right before one of them. */
function negation(random: Random): Twins {
  const others = noise(random, 4);
  const places = shuffle([0, 1, 2, 3, 4, 5], random);
  const text = (negated: number, other: number): number[] =>
    places.flatMap((part) => (part === 0 ? [NOT, negated] : part === 1 ? [other] : [others[part - 2]]));
  return [sample(text(GOOD, BAD), 0), sample(text(BAD, GOOD), 1)];
}

/** Like `order`, but the two words are at the ends of a text of more than twenty words. */
function distance(random: Random): Twins {
  const between = noise(random, 20 + Math.floor(random() * 6));
  const [before, behind] = [noise(random, 1), noise(random, 1)];
  const text = (one: number, other: number): number[] => [...before, one, ...between, other, ...behind];
  return [sample(text(FIRST, SECOND), 1), sample(text(SECOND, FIRST), 0)];
}

export const TASKS = { order, negation, distance };
export type Task = keyof typeof TASKS;

/** The given number of samples of a task, half of them the twins of the others; deterministic in the seed. */
export function samplesOf(task: Task, count: number, seed: number): Sample[] {
  const random = seededRandom(seed);
  return Array.from({ length: count / 2 }, () => TASKS[task](random)).flat();
}

/** The word counts of a text, as a key: all the information that a bag of words has. */
export const bagOf = ({ ids }: Sample): string => [...ids].sort((a, b) => a - b).join(' ');
