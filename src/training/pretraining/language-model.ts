import type { Network } from '../../model/network/network';
import { mixSeed } from '../../shared/random';
import { epochBatches } from '../fit/batches';
import type { LanguageModelOptions } from './language-model-options';
import { NextWordLoss } from './next-word';
import { WordSampler } from './word-sampler';

export interface LanguageModelProgress {
  readonly epoch: number;
  readonly batch: number;
  readonly batches: number;
  /** Mean loss over the epoch so far: cross-entropy against the drawn words, in nats. */
  readonly loss: number;
  readonly milliseconds: number;
}

export interface LanguageModelRequest {
  readonly network: Network;
  /** The token ids of unlabelled texts. */
  readonly texts: readonly Int32Array[];
  readonly vocabularySize: number;
  readonly options: LanguageModelOptions;
  readonly onProgress?: (progress: LanguageModelProgress) => void;
}

/**
 * Pre-trains a network's word vectors and its lowest recurrent layer in place by next-word prediction: the state of each
 * direction predicts the word that it reads next (Dai and Le 2015, "Semi-supervised sequence learning"), with a softmax over
 * words that are drawn by frequency^0.75 (sampled softmax, Jean et al. 2015). Deterministic in the seed. The layers above
 * are not trained: they see both directions, and so the word that would have to be predicted.
 */
export function pretrain({ network, texts, vocabularySize, options, onProgress }: LanguageModelRequest): void {
  const usable = texts.filter(({ length }) => length > 1);
  const sampler = new WordSampler(usable, vocabularySize);
  const objective = new NextWordLoss(network, vocabularySize, sampler, options);
  try {
    const lengths = usable.map(({ length }) => length);
    for (let epoch = 0; epoch < options.epochs; epoch++) {
      const batches = epochBatches(lengths, options.batchSize, mixSeed(options.seed, 'language model'), epoch);
      let lossSum = 0;
      batches.forEach((batch, at) => {
        const started = performance.now();
        // The learning rate falls linearly to 0 over the whole run.
        const done = (epoch + at / batches.length) / options.epochs;
        lossSum += objective.step(
          batch.map((i) => usable[i]),
          options.learningRate * (1 - done),
        );
        const milliseconds = performance.now() - started;
        onProgress?.({ epoch, batch: at + 1, batches: batches.length, loss: lossSum / (at + 1), milliseconds });
      });
    }
  } finally {
    objective.dispose();
  }
}
