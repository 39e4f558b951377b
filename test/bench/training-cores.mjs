import { join } from 'node:path';
import { dispose } from '@tensorflow/tfjs-core';
import { startNodeWorker } from '../../src/engine/worker/node-worker';
import { startGradientWorker } from '../../src/engine/fine-tuning/gradient-worker';
import { architectureNamed } from '../../src/model/architectures/registry';
import { buildNetwork } from '../../src/model/network/build-network';
import { Adam } from '../../src/training/fit/adam';
import { lossAndGradients } from '../../src/training/fit/loss-and-gradients';
import { GradientWorkers } from '../../src/training/fit/parallel/gradient-workers';
import { batchTensors } from '../../src/training/fit/sample';
import { valuesOf } from '../../src/training/fit/values';
import { median, spread } from './measure.mjs';
import { uniform } from './random.mjs';

const BATCH = 64, WORDS = 200, VOCABULARY = 10_000, LABELS = 2; // prettier-ignore

const NETWORKS = [
  {
    name: 'LSTM(64), last state',
    architecture: 'lstm',
    config: { dimension: 128, units: 64, dropout: 0, spatialDropout: 0, recurrentDropout: 0 },
    multiplications: 64 * 4 * (128 + 64),
  },
  {
    name: 'BiLSTM(128), attention',
    architecture: 'attention-bilstm',
    config: {
      ...{ dimension: 128, units: 128, layers: 1, attentionUnits: 64 },
      ...{ spatialDropout: 0, recurrentDropout: 0, stateDropout: 0, dropout: 0 },
    },
    multiplications: 2 * 128 * (4 * (128 + 128) + 64),
  },
];
const OPTIONS = { clip: 0, labelSmoothing: 0, rationaleWeight: 0 };

const samples = (next) =>
  Array.from({ length: BATCH }, () => ({
    ids: Int32Array.from({ length: WORDS }, () => 1 + next() * (VOCABULARY - 1)),
    label: next() < 0.5 ? 0 : 1,
  }));

const measure = async ({ architecture: name, config }, cores, steps, now) => {
  const architecture = architectureNamed(name);
  const network = buildNetwork(architecture.plan(architecture.configure(config), LABELS), VOCABULARY, 1);
  const adam = new Adam(network.weights);
  const others = Array.from({ length: cores - 1 }, () =>
    startGradientWorker(() => startNodeWorker(join(__dirname, 'training-worker.cjs'))),
  );
  const plan = { architecture: name, config, vocabularySize: VOCABULARY, labels: LABELS };
  const gradientWorkers = others.length > 0 ? new GradientWorkers(others, plan) : undefined;
  await gradientWorkers?.load({ weights: valuesOf(network.weights), m: valuesOf(adam.m), v: valuesOf(adam.v) });
  const next = uniform(2);
  const alone = (batch) => {
    const tensors = batchTensors(batch);
    const found = lossAndGradients(network, tensors, OPTIONS, 1);
    dispose({ ...tensors });
    return found;
  };
  const times = [];
  for (let step = -2; step < steps; step++) {
    const batch = samples(next);
    const started = now();
    const { gradients } = gradientWorkers ? await gradientWorkers.gradients(network, batch, OPTIONS, 1) : alone(batch);
    const how = { learningRate: 1e-3, step: step + 3, weightDecay: 0 };
    adam.apply(gradients, how);
    gradientWorkers?.apply(how);
    dispose([...gradients.values()]);
    if (step >= 0) times.push(now() - started);
  }
  await gradientWorkers?.close();
  adam.dispose();
  network.dispose();
  return times;
};

/** Milliseconds a step of the trainer itself, its batches cut into one part a core, as `saliency train --workers` does. */
export const measureTrainingOn = async (cores, { quick, log, now }) => {
  const found = [];
  for (const network of NETWORKS) {
    log(`Training ${network.name} on ${cores} cores …`);
    const times = await measure(network, cores, quick ? 8 : 20, now);
    found.push({
      name: network.name,
      batch: `${BATCH} × ${WORDS}`,
      cores,
      milliseconds: median(times),
      least: Math.min(...times),
      spread: spread(times),
      gflops: (6 * BATCH * WORDS * network.multiplications) / median(times) / 1e6,
    });
  }
  return found;
};
