import { Vocabulary } from '../text/vocabulary';
import { SaliencyError } from '../shared/saliency-error';
import type { Architecture } from './architectures/architecture';
import { architectureOf } from './architectures/registry';
import { cardSchema, type ModelCard } from '../shared/model-card';
import { damaged } from './format/damaged';
import { vocabularyFile, type Manifest } from './format/manifest';
import { readBytes, readJson, type ReadFile } from './format/read-json';
import { readManifest } from './format/read-manifest';
import { readWeights } from './format/read-weights';
import type { NetworkPart } from './inference/network-part';
import { Model } from './model';

export interface LoadOptions {
  /** The model's card, where it has been read already. */
  readonly card?: ModelCard;
  /**
   * What runs networks on tfjs, started. Needed here for architectures that read texts in no other way; others can be given
   * it later (`Model.useNetworks`).
   */
  readonly networks?: NetworkPart | Promise<NetworkPart>;
}

/**
 * Reads a model. `read` takes names inside the model's folder: `model.json`. The kernels must have been started
 * (`startKernels`).
 *
 * @throws SaliencyError naming the model and the file that is damaged, missing or foreign
 */
export async function loadModel(name: string, read: ReadFile, options: LoadOptions = {}): Promise<Model> {
  const [manifest, card] = await Promise.all([
    readManifest(name, read),
    options.card ?? readJson(name, 'card.json', cardSchema, read),
  ]);
  const words = vocabularyFile(manifest);
  const architecture = naming(name, 'model.json', () => architectureOf(manifest.architecture, manifest.config));
  // All files are requested together: in a browser each one takes a request, and the vocabulary is parsed while the weights arrive.
  const [vocabulary, weights] = await Promise.all([
    readVocabulary(name, words, architecture, read),
    readWeights(name, manifest, card.files, read),
  ]);
  const rows = embeddingRows(manifest);
  if (rows !== undefined && rows !== vocabulary.size) {
    throw damaged(name, words, `has ${vocabulary.size} ids where the weights have ${rows}`);
  }
  const networks = await options.networks;
  return naming(name, 'model.json', () => {
    const config = architecture.configure(manifest.config);
    return new Model(name, card, architecture, vocabulary, config, weights, networks);
  });
}

async function readVocabulary(
  model: string,
  file: string,
  { masksUnknown, exactWords: exact }: Architecture,
  read: ReadFile,
): Promise<Vocabulary> {
  const words = new TextDecoder().decode(await readBytes(model, file, read));
  return naming(model, file, () => Vocabulary.parse(words, { masksUnknown, exact }));
}

function embeddingRows(manifest: Manifest): number | undefined {
  const all = manifest.weightsManifest.flatMap(({ weights }) => weights);
  return all.find(({ name }) => name === 'embedding/embeddings')?.shape[0];
}

/** Runs a step; its `SaliencyError`s get the model and the file they came from. */
function naming<T>(model: string, file: string, step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (error instanceof SaliencyError) throw damaged(model, file, `does not fit: ${error.message.replace(/\.$/, '')}`);
    throw error;
  }
}
