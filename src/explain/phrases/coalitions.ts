import type { Ids } from '../../model/inference/forward';
import type { ChunkedWork } from '../chunked-work';
import { onlyWords, PIECE, targetLogits } from '../methods/evaluate-many';
import type { Task } from '../methods/method';

/** Part of a text to be shared out: the rest of the text that is there meanwhile. */
export interface Context {
  /** Places of words that the model reads, before the part and after it, ascending. */
  readonly before: readonly number[];
  readonly behind: readonly number[];
  /** Its part of all contexts. */
  readonly weight: number;
  /** The target's logit of the context alone, and with all of the part. */
  readonly without: number;
  readonly whole: number;
}

/** The target's logit of texts that keep only some of their words, in chunks. */
export function* logitsOf(
  { reader, ids, mask, target }: Task,
  texts: readonly (readonly number[])[],
): ChunkedWork<Float64Array> {
  const found = new Float64Array(texts.length);
  let [batch, words, done]: [Ids[], number, number] = [[], 0, 0];
  for (let next = 0; next <= texts.length; next++) {
    if (next === texts.length || (batch.length > 0 && words + texts[next].length > PIECE / 4)) {
      found.set(targetLogits(reader, batch, target), done);
      [batch, words, done] = [[], 0, next];
      if (next < texts.length) yield;
    }
    if (next === texts.length) break;
    batch.push(onlyWords({ ids, mask }, texts[next]));
    words += texts[next].length;
  }
  return found;
}

/**
 * By context: the target's logit of every coalition of units `[2^units]`, the units' words given as places, ascending.
 * What contexts know already is not read again.
 */
export function* coalitionLogits(
  task: Task,
  units: readonly (readonly number[])[],
  contexts: readonly Context[],
): ChunkedWork<Float64Array[]> {
  const all = 2 ** units.length - 1;
  const texts: number[][] = [];
  for (const { before, behind } of contexts) {
    for (let c = 1; c < all; c++) {
      const inside = units.flatMap((words, unit) => (c & (1 << unit) ? words : []));
      texts.push([...before, ...inside, ...behind]);
    }
  }
  const logits = yield* logitsOf(task, texts);
  return contexts.map(({ without, whole }, context) => {
    const table = new Float64Array(all + 1);
    table.set(logits.subarray(context * (all - 1), (context + 1) * (all - 1)), 1);
    table[0] = without;
    table[all] = whole;
    return table;
  });
}
