import type { RecurrentLayerShape } from '../../model/anatomy';
import type { Network } from '../../model/network/network';
import { mixSeed, seededRandom } from '../../shared/random';
import { SaliencyError } from '../../shared/saliency-error';
import { Vocabulary } from '../../text/vocabulary';
import { packCheckpoint, unpackCheckpoint } from '../fit/checkpoint';
import { FIT_DEFAULTS } from '../fit/fit-options';
import { initialState } from '../fit/fit-state';
import { countTokens } from '../rows/encoded-texts';
import { assignValues, valuesOf } from '../fit/values';

/** The weights of the words' vectors. */
const VECTORS = 'embedding/embeddings';

/** The result of `saliency pretrain`, which trainings can start from: words, their vectors, the lowest recurrent layer. */
export interface PretrainedWords {
  readonly vocabulary: Vocabulary;
  readonly tensors: ReadonlyMap<string, Float32Array>;
}

/** Written in the format of checkpoints, with the vocabulary in place of the fingerprint. */
export function packWords(vocabulary: Vocabulary, tensors: ReadonlyMap<string, Float32Array>): Uint8Array {
  return packCheckpoint({ fingerprint: vocabulary.toFile(), state: initialState(FIT_DEFAULTS), tensors });
}

/** @throws SaliencyError if the file is damaged or its ids are not those of the architecture */
export function unpackWords(bytes: Uint8Array, masksUnknown: boolean): PretrainedWords {
  const { fingerprint, tensors } = unpackCheckpoint(bytes);
  const vocabulary = Vocabulary.parse(fingerprint, { masksUnknown });
  const dimension = (tensors.get(VECTORS)?.length ?? 0) / vocabulary.size;
  if (!Number.isInteger(dimension) || dimension === 0) {
    throw new SaliencyError('The pre-trained words do not fit: their vectors are not one a word.', 'usage');
  }
  return { vocabulary, tensors };
}

/** A word that is rarer in the new texts is not added. */
const SEEN = 4;

/**
 * Adds the words of new texts that the vocabulary lacks. They replace the rarest words (the last ones) that these texts do not
 * use, and get small random vectors. So a second training may use words that the first one did not have.
 */
export function withWordsOf(
  { vocabulary, tensors }: PretrainedWords,
  texts: readonly (readonly string[])[],
  { atMost, seed }: { readonly atMost: number; readonly seed: number },
): PretrainedWords {
  const counts = countTokens(texts);
  const often = (token: string): boolean => (counts.get(token) ?? 0) >= SEEN;
  const missing = [...counts.keys()].filter((token) => often(token) && !vocabulary.knows(token));
  missing.sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  const vectors = Float32Array.from(tensors.get(VECTORS) ?? []);
  const dimension = vectors.length / vocabulary.size;
  const tokens = [...vocabulary.tokens];
  const random = seededRandom(mixSeed(seed, 'new words'));
  let place = tokens.length;
  for (const token of missing.slice(0, atMost)) {
    do place--;
    while (place >= 0 && often(tokens[place]));
    if (place < 0) break;
    tokens[place] = token;
    const at = (place + vocabulary.reserved) * dimension;
    for (let i = at; i < at + dimension; i++) vectors[i] = 0.2 * (random() - 0.5);
  }
  return {
    vocabulary: new Vocabulary(tokens, vocabulary.masksUnknown),
    tensors: new Map([...tensors, [VECTORS, vectors]]),
  };
}

/**
 * Copies the tensors that the network has under the same name and size, and returns their names. A pre-trained lowest layer
 * of one direction is copied to the network's lowest layer of that direction, whatever its name.
 *
 * @param keep How much of the copied weights is kept, 0 to 1; the rest is that share of the network's own initial weights. Of
 * the word vectors half as much is lost. Fine-tuning on more rows of the same kind generalises better from there: "shrink and
 * perturb", Ash and Adams 2020, "On Warm-Starting Neural Network Training".
 */
export function startFrom(
  network: Network,
  { tensors }: PretrainedWords,
  lowest?: RecurrentLayerShape,
  keep = 1,
): string[] {
  const own = valuesOf(network.weights);
  const taken: string[] = [];
  for (const [from, values] of tensors) {
    const name = own.has(from) ? from : (inLowest(from, lowest) ?? from);
    if (own.get(name)?.length !== values.length) continue;
    own.set(name, keep === 1 ? values : between(own.get(name)!, values, name === VECTORS ? (1 + keep) / 2 : keep));
    taken.push(name);
  }
  assignValues(network.weights, own);
  return taken;
}

const between = (own: Float32Array, values: Float32Array, keep: number): Float32Array =>
  values.map((value, i) => keep * value + (1 - keep) * own[i]);

function inLowest(from: string, lowest: RecurrentLayerShape | undefined): string | undefined {
  const [, direction, part] = /_1\/(forward|backward)\/(kernel|recurrent_kernel|bias)$/.exec(from) ?? [];
  const layer = direction === 'forward' ? lowest?.forward : direction === 'backward' ? lowest?.backward : undefined;
  return layer === undefined ? undefined : `${layer}/${part}`;
}
