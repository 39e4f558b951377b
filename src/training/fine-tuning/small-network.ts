import { buildNetwork } from '../../model/network/build-network';
import type { Network } from '../../model/network/network';
import { assignValues, valuesOf } from '../fit/values';
import type { Beginning } from './beginning';

/**
 * A network with only the words that occur in the texts, about a tenth of the vocabulary, so that steps are fast and
 * checkpoints and memory small. The vectors of the other words do not change.
 */
export interface SmallNetwork {
  readonly network: Network;
  /** Ids of the whole vocabulary → ids of this network. */
  small(ids: Int32Array): Int32Array;
  /** The current weights, with the vectors of the whole vocabulary. */
  whole(): Map<string, Float32Array>;
}

/** @param texts ids of the whole vocabulary @param seed for weights that `beginning` does not have */
export function smallNetwork(beginning: Beginning, texts: readonly Int32Array[], seed: number): SmallNetwork {
  const { architecture, vocabulary, values } = beginning;
  const all = vocabulary.size;
  // In n-gram networks the rows of the table are n-grams, not words, so none can be left out.
  const used = architecture.reads === 'ngrams' ? everyId(all) : usedIds(texts, vocabulary.reserved);
  const places = new Int32Array(all).fill(-1);
  used.forEach((id, place) => (places[id] = place));
  const plan = architecture.plan(beginning.config, beginning.labels.length);
  const network = buildNetwork(plan, used.length, seed);
  const fresh = valuesOf(network.weights);
  const ofWords = new Set(
    [...network.weights].filter(([name, { shape }]) => isOfWords(shape, values.get(name), used.length, all)).map(([name]) => name), // prettier-ignore
  );
  for (const [name, of] of values) {
    const own = fresh.get(name);
    if (!own) continue;
    if (ofWords.has(name)) fresh.set(name, rowsOf(of, used, all));
    else if (own.length === of.length) fresh.set(name, of);
  }
  assignValues(network.weights, fresh);
  return {
    network,
    small: (ids) => ids.map((id) => places[id]),
    whole() {
      const now = valuesOf(network.weights);
      for (const name of ofWords) now.set(name, withRows(values.get(name)!, now.get(name)!, used, all));
      return now;
    },
  };
}

const everyId = (size: number): Int32Array => Int32Array.from({ length: size }, (_, id) => id);

function usedIds(texts: readonly Int32Array[], reserved: number): Int32Array {
  const ids = new Set(Array.from({ length: reserved }, (_, id) => id));
  for (const text of texts) for (const id of text) ids.add(id);
  return Int32Array.from(ids).sort();
}

const isOfWords = (shape: readonly number[], given: Float32Array | undefined, used: number, all: number): boolean =>
  given !== undefined &&
  shape.length > 1 &&
  shape[0] === used &&
  given.length === all * shape.slice(1).reduce((product, side) => product * side, 1);

function rowsOf(values: Float32Array, used: Int32Array, all: number): Float32Array {
  const width = values.length / all;
  const rows = new Float32Array(used.length * width);
  used.forEach((id, place) => rows.set(values.subarray(id * width, (id + 1) * width), place * width));
  return rows;
}

function withRows(values: Float32Array, rows: Float32Array, used: Int32Array, all: number): Float32Array {
  const width = values.length / all;
  const whole = Float32Array.from(values);
  used.forEach((id, place) => whole.set(rows.subarray(place * width, (place + 1) * width), id * width));
  return whole;
}
