import type { ForwardPass } from '../../model/inference/forward';
import { attributionBy, type AttributionMethod } from '../methods/method';
import { runToEnd } from '../chunked-work';
import { runForward, type Reader } from '../forward-result';
import { targetOf } from '../methods/target';
import { linearSubject } from './linear-subject';

/** A linear model of the given weights, whose only state says how likely people mark each word: sigmoid(4 · (h − 1)). */
export function markingReader(weights: readonly number[], likely: readonly number[]): Reader {
  const linear = linearSubject(Object.fromEntries(weights.map((weight, word) => [`w${word}`, weight])));
  const forward = (ids: Int32Array, mask: Float32Array): ForwardPass => ({
    logits: linear.forward(ids, mask).logits,
    recurrent: [{ layer: 0, direction: 'forward', units: 1 }],
    states: () => Float32Array.from(ids, (id) => likely[id - 1] ?? 0),
  });
  const hidden = { kernel: Float32Array.of(1, 0, 0, 0), bias: Float32Array.of(0) };
  const output = { kernel: Float32Array.of(4), bias: Float32Array.of(-4) };
  return Object.create(linear, {
    forward: { value: forward },
    runsWithoutTfjs: { value: true },
    saliency: { value: { hidden, output } },
  }) as Reader;
}

/** How likely people mark a word with this state. */
export const markProbability = (state: number): number => 1 / (1 + Math.exp(4 - 4 * state));

/** What a method finds in a text of these words, id 0 = skipped; for the label at this position. */
export function scoresBy(method: AttributionMethod, reader: Reader, words: readonly number[], label = 1): number[] {
  const [ids, mask] = [Int32Array.from(words), Float32Array.from(words, (id) => Math.min(id, 1))];
  const reading = runForward(reader, ids, mask);
  const target = targetOf(reading.logits.length, label);
  return [...runToEnd(attributionBy(method, { reader, ids, mask, reading, target })).scores];
}
