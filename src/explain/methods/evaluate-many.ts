import type { Ids } from '../../model/inference/forward';
import { float32Of, type Reader } from '../forward-result';
import { logitOf, type LogitWeights } from './target';

/** The empty text: one word that is skipped. */
const EMPTY: Ids = { ids: new Int32Array(1), mask: new Float32Array(1) };

/** Words that go through the model in one piece of work. */
export const WORDS_PER_PIECE = 16_384;

/** Words that go through a float32 network at once: its memory is bounded, however many texts there are. */
const WORDS = 8_192;

/**
 * The target's logit of many texts, in the arithmetic of the prediction: of texts that have much in common together,
 * or one after another, where the model reads without tfjs, else texts of one length together.
 */
export function targetLogits(reader: Reader, texts: readonly Ids[], target: LogitWeights): Float64Array {
  if (reader.logitsOf) return Float64Array.from(reader.logitsOf(texts), (logits) => logitOf(target, logits));
  if (reader.runsWithoutTfjs)
    return Float64Array.from(texts, ({ ids, mask }) => logitOf(target, reader.forward(ids, mask).logits));
  const found = new Float64Array(texts.length);
  for (const [length, places] of byLength(texts)) {
    const most = Math.max(1, Math.floor(WORDS / length));
    for (let from = 0; from < places.length; from += most) {
      const batch = places.slice(from, from + most);
      const logits = float32Of(reader).logits(batch.map((place) => texts[place]));
      const outputs = logits.length / batch.length;
      batch.forEach((place, row) => {
        found[place] = logitOf(target, logits.subarray(row * outputs, (row + 1) * outputs));
      });
    }
  }
  return found;
}

function byLength(texts: readonly Ids[]): Map<number, number[]> {
  const places = new Map<number, number[]>();
  texts.forEach(({ ids: { length } }, place) => {
    const same = places.get(length);
    if (same) same.push(place);
    else places.set(length, [place]);
  });
  return places;
}

/** The target's logit of a text without each of these words, which the model reads; ascending. */
export function logitsWithout(reader: Reader, text: Ids, words: readonly number[], target: LogitWeights): Float64Array {
  if (reader.leaveOneOutLogits)
    return Float64Array.from(reader.leaveOneOutLogits(text.ids, text.mask, words), (logits) => logitOf(target, logits));
  const shortened = words.map((word) => without(text, word));
  return targetLogits(reader, shortened, target);
}

function without({ ids, mask }: Ids, word: number): Ids {
  if (ids.length === 1) return EMPTY;
  const stays = (_: number, at: number) => at !== word;
  return { ids: ids.filter(stays), mask: mask.filter(stays) };
}

/** The words at these places, in their order; the empty text where there are none. */
export function onlyWords({ ids, mask }: Ids, places: readonly number[]): Ids {
  if (places.length === 0) return EMPTY;
  const only = { ids: new Int32Array(places.length), mask: new Float32Array(places.length) };
  places.forEach((word, at) => {
    only.ids[at] = ids[word];
    only.mask[at] = mask[word];
  });
  return only;
}

/** The places of the words that the model reads. */
export function wordsInVocabulary(mask: Float32Array): number[] {
  return [...mask.keys()].filter((word) => mask[word] !== 0);
}
