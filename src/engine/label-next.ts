import { labelNext } from '../model/label-next/label-next';
import { mixSeed } from '../shared/random';
import { textKey } from '../training/rows/text-key';

/** A text that was read, as rows of results have it. */
export interface ReadText {
  readonly text: string;
  /** By label; they sum to 1. */
  readonly probabilities: Readonly<Record<string, number>>;
}

/** Parts of texts fall into so many places. */
const PLACES = 512;

/**
 * The order in which texts should be labelled so that they teach most: for queues of rows that were read before, whose
 * states are not kept. Which characters stand next to one another stands for the states, so that copies and near copies
 * are not asked for twice. Where the model is at hand, `candidateOf` gives its states.
 *
 * @param labelled texts that have a label already
 * @returns places in the list, the most instructive first; the same texts give the same order
 */
export function orderToLabel(texts: readonly ReadText[], count: number, labelled: readonly string[] = []): number[] {
  const candidates = texts.map(({ text, probabilities }) => ({
    probabilities: Object.values(probabilities),
    state: partsOf(text),
  }));
  return labelNext(candidates, count, labelled.map(partsOf));
}

/** Character 3-grams, weighed by the root of how often they stand there. */
function partsOf(text: string): Float32Array {
  const key = textKey(text);
  const counts = new Float32Array(PLACES);
  for (let at = 0; at < Math.max(1, key.length - 2); at++) counts[mixSeed(key.slice(at, at + 3)) % PLACES]++;
  return counts.map(Math.sqrt);
}
