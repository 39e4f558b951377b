import type { Ids } from '../../model/inference/forward';
import type { ChunkedWork } from '../chunked-work';
import { onlyWords, WORDS_PER_PIECE, targetLogits } from '../methods/evaluate-many';
import type { ExplanationTask } from '../methods/method';

/** A context in which a part of the text is valued: which words of the rest are there. */
export interface Context {
  /** Places of words that the model reads, before the part and after it, ascending. */
  readonly before: readonly number[];
  readonly behind: readonly number[];
  /** Its weight among all contexts. */
  readonly weight: number;
  /** The target's logit of the context alone, and with all of the part. */
  readonly without: number;
  readonly whole: number;
}

/** The target's logit of texts that keep only some of their words, in chunks. */
export function* logitsOf(
  { reader, ids, mask, target }: ExplanationTask,
  texts: readonly (readonly number[])[],
): ChunkedWork<Float64Array> {
  const found = new Float64Array(texts.length);
  let [batch, words, done]: [Ids[], number, number] = [[], 0, 0];
  for (let next = 0; next <= texts.length; next++) {
    if (next === texts.length || (batch.length > 0 && words + texts[next].length > WORDS_PER_PIECE / 4)) {
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

/** A cooperative game whose players are the units of a part of the text, in all of its contexts. */
export interface CoalitionGame {
  /** The units' words as places, ascending. */
  readonly units: readonly (readonly number[])[];
  readonly contexts: readonly Context[];
}

/**
 * By game and context: the target's logit of every coalition of units `[2^units]`. Logits that the contexts have
 * already are not computed again. All games of a text are computed together, because their coalitions share beginnings
 * and ends.
 */
export function* coalitionLogits(
  task: ExplanationTask,
  games: readonly CoalitionGame[],
): ChunkedWork<Float64Array[][]> {
  const texts: number[][] = [];
  for (const { units, contexts } of games) {
    for (const { before, behind } of contexts) {
      for (let c = 1; c < 2 ** units.length - 1; c++) {
        const inside = units.flatMap((words, unit) => (c & (1 << unit) ? words : []));
        texts.push([...before, ...inside, ...behind]);
      }
    }
  }
  const logits = yield* logitsOf(task, texts);
  let at = 0;
  return games.map(({ units, contexts }) =>
    contexts.map(({ without, whole }) => {
      const table = new Float64Array(2 ** units.length);
      table.set(logits.subarray(at, (at += Math.max(0, table.length - 2))), 1);
      table[0] = without;
      table[table.length - 1] = whole;
      return table;
    }),
  );
}
