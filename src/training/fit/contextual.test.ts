import { beforeAll, expect, it } from 'vitest';
import { buildNetwork } from '../../model/network/build-network';
import { contextualAttentionBilstm } from '../../model/architectures/contextual-attention-bilstm';
import { startTestBackend } from '../../model/testing/backend';
import { TINY_CONFIGURATIONS } from '../../model/testing/tiny-configurations';
import { fit } from './fit';
import { FIT_DEFAULTS } from './fit-options';
import { pretrain } from '../pretraining/language-model';
import { samplesOf, WORDS } from '../testing/tasks';
import { valuesOf } from './values';

beforeAll(startTestBackend);

const TOKENS = Array.from({ length: WORDS }, (_, id) =>
  id < 2 ? '' : String.fromCharCode(97 + id).repeat(1 + (id % 3)),
);

/** Texts in which each word determines the next. */
const TEXTS = Array.from({ length: 60 }, (_, row) => Int32Array.from({ length: 12 }, (__, i) => 2 + ((row + i) % 10)));

const PRETRAINED = /^(embedding|characters|projection|language_model)\//;

it.each([true, false])('is pre-trained on unlabelled texts first; frozen: %s', async (frozen) => {
  const config = contextualAttentionBilstm.configure({
    ...TINY_CONFIGURATIONS['contextual-attention-bilstm'],
    languageUnits: 16,
    frozen,
  });
  const counted = contextualAttentionBilstm.count!(config, WORDS, 2, [], TOKENS);
  const network = buildNetwork(contextualAttentionBilstm.plan(config, 2), WORDS, { seed: 1, counted });
  const fresh = valuesOf(network.weights);
  const losses: number[] = [];
  const options = { epochs: 15, batchSize: 20, learningRate: 0.02, seed: 1, negatives: 8, clip: 5 };
  pretrain({
    network,
    texts: TEXTS,
    vocabularySize: WORDS,
    options,
    onProgress: ({ loss, batch, batches }) => batch === batches && losses.push(loss),
  });
  expect(losses.at(-1)!).toBeLessThan(0.75 * losses[0]);
  const before = valuesOf(network.weights);
  const same = (a: typeof before, b: typeof before, name: string) =>
    expect(a.get(name)!.every((value, i) => value === b.get(name)![i]));
  // The language model has learned words, characters and their order; the layers above it are untrained.
  for (const name of before.keys()) {
    const learns = PRETRAINED.test(name) && name !== 'characters/spelling';
    same(fresh, before, name).toBe(!learns);
  }

  const thaw = network.freeze!();
  const [train, validation] = [samplesOf('order', 60, 1), samplesOf('order', 20, 2)];
  await fit({ network, train, validation, options: { ...FIT_DEFAULTS, epochs: 1 }, unknownId: 1 });
  thaw();
  const after = valuesOf(network.weights);
  for (const name of ['language_model/forward/kernel', 'embedding/embeddings', 'characters/conv1d/kernel'])
    same(before, after, name).toBe(frozen);
  for (const name of ['mix/weights', 'bilstm/forward/kernel', 'dense/kernel']) same(before, after, name).toBe(false);
  expect(network.weights.get('language_model/forward/kernel')!.trainable).toBe(true);
  network.dispose();
});
