import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadWholeModel } from '../../src/model/network/load-whole-model';
import { readManifest } from '../../src/model/format/read-manifest';
import { readWeights } from '../../src/model/format/read-weights';
import { storedReader } from '../../src/model/format/stored-weight';
import { INSTALLATION } from './engine.mjs';

const readerOf = (name) => (file) => Promise.resolve(readFileSync(join(INSTALLATION, 'models', name, file)));

/** A shipped model, with everything that reads texts started. */
export const shippedModel = (name) => loadWholeModel(name, readerOf(name));

/**
 * The weights of a shipped `additive-attention-bilstm` as the engines that we compare with take them. Their attention has
 * no query (`W2·q` of one vector a text, which is left out: 0.1 % of the work, to the peers' advantage).
 * @returns {Promise<import('./weights.mjs').Weights>}
 */
export const shippedWeights = async (name) => {
  const manifest = await readManifest(name, readerOf(name));
  const stored = await readWeights(name, manifest, {}, readerOf(name));
  const shapes = new Map(
    manifest.weightsManifest.flatMap(({ weights }) => weights.map((one) => [one.name, one.shape])),
  );
  const reader = storedReader(stored);
  const values = (weight) =>
    reader.values(
      weight,
      shapes.get(weight).reduce((a, b) => a * b, 1),
    );
  const [vocabulary, dimension] = shapes.get('embedding/embeddings');
  const { units, attentionUnits: hidden } = manifest.config;
  const direction = (layer) => ({
    kernel: values(`${layer}/kernel`),
    recurrent: values(`${layer}/recurrent_kernel`),
    bias: values(`${layer}/bias`),
  });
  const layers = ['bilstm_1', 'bilstm_2'].map((layer, index) => ({
    inputs: index ? 2 * units : dimension,
    units,
    directions: [direction(`${layer}/forward`), direction(`${layer}/backward`)],
  }));
  const attention = {
    width: 2 * units,
    hidden,
    kernel: values('attention/W1/kernel'),
    bias: values('attention/W1/bias'),
    query: values('attention/V/kernel'),
  };
  const bias = values('dense/bias');
  const output = { count: bias.length, kernel: values('dense/kernel'), bias };
  return { vocabulary, dimension, embedding: values('embedding/embeddings'), layers, attention, output };
};
