import type { Network } from '../../model/network/network';
import { sha256 } from '../../model/format/sha256';
import type { Vocabulary } from '../../text/vocabulary';
import { packCheckpoint, unpackCheckpoint, type CheckpointStorage } from '../fit/checkpoint';
import { pretrain, type LanguageModelProgress } from './language-model';
import type { LanguageModelOptions } from './language-model-options';
import { initialState } from '../fit/fit-state';
import { FIT_DEFAULTS } from '../fit/fit-options';
import { cutTo } from '../../text/cut';
import type { Truncation } from '../../shared/text-options';
import { encodeTokens } from '../rows/encoded-texts';
import { assignValues, valuesOf } from '../fit/values';

/** Unlabelled texts to pre-train on before the training with labels. */
export interface Pretraining {
  /** The tokens of each text; the texts of the training rows are added. */
  readonly texts: readonly (readonly string[])[];
  readonly options: LanguageModelOptions;
  /** Keeps the result, so that runs with the same pre-training and other training afterwards need not repeat it. */
  readonly storage?: CheckpointStorage;
  readonly onProgress?: (progress: LanguageModelProgress) => void;
}

export interface PretrainingRequest extends Pretraining {
  readonly network: Network;
  readonly vocabulary: Vocabulary;
  readonly length: number;
  readonly cut: Truncation;
}

/** Pre-trains the network in place, or uses the stored result of an earlier run with the same texts and options. */
export async function pretrainOrReuse(request: PretrainingRequest): Promise<void> {
  const { network, vocabulary, options, storage, length, cut } = request;
  const texts = request.texts.map((tokens) => encodeTokens(cutTo(tokens, length, cut), vocabulary));
  const fingerprint = await fingerprintOf(request, texts);
  const kept = await storage?.load();
  if (kept) {
    const checkpoint = unpackCheckpoint(kept);
    if (checkpoint.fingerprint === fingerprint) return assignValues(network.weights, checkpoint.tensors);
  }
  pretrain({ network, texts, vocabularySize: vocabulary.size, options, onProgress: request.onProgress });
  const tensors = valuesOf(network.weights);
  await storage?.save(packCheckpoint({ fingerprint, state: initialState(FIT_DEFAULTS), tensors }));
}

async function fingerprintOf(request: PretrainingRequest, texts: readonly Int32Array[]): Promise<string> {
  const shapes = [...request.network.weights].map(([name, { shape }]) => `${name} ${shape.join('×')}`);
  const rows = texts.map((ids) => ids.join(','));
  const parts = [JSON.stringify(request.options), ...shapes, request.vocabulary.toFile(), ...rows];
  return sha256(new TextEncoder().encode(parts.join('\n')));
}
