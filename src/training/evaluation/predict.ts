import { tidy } from '@tensorflow/tfjs-core';
import type { Network } from '../../model/network/network';
import { predictionBatches } from '../fit/batches';
import { batchTensors, type Sample } from '../fit/sample';

/** The largest number of words, padding included, in one prediction batch. */
const WORDS = 8192;

export interface SamplePrediction {
  /** Index of the likeliest label. */
  readonly label: number;
  /** Cross-entropy of the row's own label, natural logarithm. */
  readonly loss: number;
}

/** One prediction a sample, in the samples' order. */
export function predictAll(network: Network, samples: readonly Sample[]): SamplePrediction[] {
  return logitsAll(network, samples).map((logits, i) => predictionOfSample(logits, samples[i].label));
}

/** The logits of all samples, in their order; computed in batches of similar length. */
export function logitsAll(network: Network, samples: readonly Sample[]): number[][] {
  const all = new Array<number[]>(samples.length);
  const lengths = samples.map(({ ids }) => ids.length);
  for (const batch of predictionBatches(lengths, WORDS)) {
    const logits = logitsOf(
      network,
      batch.map((i) => samples[i]),
    );
    batch.forEach((i, row) => (all[i] = logits[row]));
  }
  return all;
}

/** Logits of one batch, one array per row. */
function logitsOf(network: Network, samples: readonly Sample[]): number[][] {
  return tidy(() => {
    const { ids, mask } = batchTensors(samples);
    return network.forward(network.embed(ids), mask).logits.arraySync();
  });
}

const withLogitOffsets = (logits: readonly number[], { offsets }: Sample): readonly number[] =>
  offsets ? logits.map((z, i) => z + offsets[i]) : logits;

const softplus = (z: number): number => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));

/** A single logit is the log-odds of the second label. */
export function predictionOfSample(logits: readonly number[], label: number): SamplePrediction {
  if (logits.length === 1) {
    const [z] = logits;
    return { label: z > 0 ? 1 : 0, loss: softplus(label === 1 ? -z : z) };
  }
  const top = Math.max(...logits);
  const log = top + Math.log(logits.reduce((sum, z) => sum + Math.exp(z - top), 0));
  return { label: logits.indexOf(top), loss: log - logits[label] };
}

/** Mean loss and accuracy; each row is predicted between the labels of its source. */
export function predictSample(
  logits: readonly (readonly number[])[],
  samples: readonly Sample[],
): { loss: number; accuracy: number } {
  const predictions = samples.map((sample, i) => predictionOfSample(withLogitOffsets(logits[i], sample), sample.label));
  const right = predictions.filter(({ label }, i) => label === samples[i].label).length;
  const loss = predictions.reduce((sum, { loss: of }) => sum + of, 0);
  return { loss: loss / samples.length, accuracy: right / samples.length };
}
