import { bothLogits, largestAt } from '../../model/probabilities';
import type { Segmenter } from '../../text/word';
import { logitsAll } from '../evaluation/predict';
import { FIT_DEFAULTS } from '../fit/fit-options';
import { fit } from '../fit/fit';
import { exampleEncoder, type LabelledExample } from './encoded';
import { beginningFromScratch } from './scratch';
import { smallNetwork } from './small-network';

export interface BaselineRequest {
  readonly labels: readonly string[];
  readonly train: readonly LabelledExample[];
  readonly test: readonly LabelledExample[];
  readonly segment: Segmenter;
  readonly seed: number;
  readonly pass: () => Promise<void>;
}

const SETTINGS = { units: 64, dropout: 0.5 };
/** The largest number of n-grams, which is that of the published architecture; few rows need far fewer. */
const MOST_NGRAMS = 20_000;
const EPOCHS = 15;

/**
 * Trains a simple model for comparison (n-grams and a small network) on the same rows, and gives its predicted labels
 * as indices.
 */
export async function baselineLabels({ labels, train, test, segment, seed, pass }: BaselineRequest): Promise<number[]> {
  const words = train.reduce((sum, { text }) => sum + segment(text).length, 0);
  const ngrams = Math.min(MOST_NGRAMS, Math.max(100, words));
  const beginning = beginningFromScratch('ngram-mlp', labels, train, segment, { ...SETTINGS, ngrams });
  const read = exampleEncoder(beginning, segment);
  const small = smallNetwork(beginning, [], seed);
  try {
    const samples = train.map(read);
    await fit({
      network: small.network,
      train: samples,
      // All epochs are run, so these rows decide nothing.
      validation: samples.slice(0, 1),
      options: {
        ...FIT_DEFAULTS,
        epochs: EPOCHS,
        batchSize: 32,
        learningRate: 3e-3,
        seed,
        patience: 0,
        monitor: 'score',
      },
      score: once(),
      unknownId: 1,
      afterStep: pass,
    });
    return logitsAll(small.network, test.map(read)).map((of) => largestAt(bothLogits(of)));
  } finally {
    small.network.dispose();
  }
}

/** Each epoch is better than the one before. */
function once() {
  let epoch = 0;
  return () => ({ mean: ++epoch / 1e4, bySource: {} });
}
