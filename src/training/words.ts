import type { Network } from '../model/network';
import { SaliencyError } from '../text/saliency-error';
import { Vocabulary } from '../text/vocabulary';
import { packCheckpoint, unpackCheckpoint } from './checkpoint';
import { FIT_DEFAULTS } from './fit-options';
import { initialState } from './fit-state';
import { assignValues, valuesOf } from './values';

/** What `saliency pretrain` leaves for trainings to start from: words, their vectors, the lowest recurrent layer. */
export interface PretrainedWords {
  readonly vocabulary: Vocabulary;
  readonly tensors: ReadonlyMap<string, Float32Array>;
}

/** In the format of checkpoints, the vocabulary in the place of the fingerprint. */
export function packWords(vocabulary: Vocabulary, tensors: ReadonlyMap<string, Float32Array>): Uint8Array {
  return packCheckpoint({ fingerprint: vocabulary.toFile(), state: initialState(FIT_DEFAULTS), tensors });
}

/** @throws SaliencyError where the file is damaged or its ids are not the architecture's */
export function unpackWords(bytes: Uint8Array, masksUnknown: boolean): PretrainedWords {
  const { fingerprint, tensors } = unpackCheckpoint(bytes);
  const vocabulary = Vocabulary.parse(fingerprint, { masksUnknown });
  const dimension = (tensors.get('embedding/embeddings')?.length ?? 0) / vocabulary.size;
  if (!Number.isInteger(dimension) || dimension === 0) {
    throw new SaliencyError('The pre-trained words do not fit: their vectors are not one a word.', 'usage');
  }
  return { vocabulary, tensors };
}

/** Puts those tensors into the network that it has by name and size; says which. */
export function startFrom(network: Network, { tensors }: PretrainedWords): string[] {
  const own = valuesOf(network.weights);
  const taken: string[] = [];
  for (const [name, values] of tensors) {
    if (own.get(name)?.length !== values.length) continue;
    own.set(name, values);
    taken.push(name);
  }
  assignValues(network.weights, own);
  return taken;
}
