import type { Network } from '../../model/network/network';
import { mixSeed } from '../../shared/random';
import { epochBatches } from '../fit/batches';
import type { LanguageModelOptions } from './language-model-options';
import { NextWord } from './next-word';
import { WordSampler } from './word-sampler';

export interface LanguageModelProgress {
  readonly epoch: number;
  readonly batch: number;
  readonly batches: number;
  /** Mean loss over the epoch so far, in nats against the drawn words. */
  readonly loss: number;
  readonly milliseconds: number;
}

export interface LanguageModelRequest {
  readonly network: Network;
  /** Token ids of texts without labels. */
  readonly texts: readonly Int32Array[];
  readonly vocabularySize: number;
  readonly options: LanguageModelOptions;
  readonly onProgress?: (progress: LanguageModelProgress) => void;
}

/**
 * Pre-trains a network's word vectors and its lowest recurrent layer in place: each direction's state foretells the
 * word that it will read next (Dai and Le 2015, "Semi-supervised sequence learning"), told from words drawn by
 * frequency^0.75 (sampled softmax, Jean et al. 2015). Deterministic in the seed. Layers above it see both
 * directions, so the next word with them, and are left as they are.
 */
export function pretrain({ network, texts, vocabularySize, options, onProgress }: LanguageModelRequest): void {
  const usable = texts.filter(({ length }) => length > 1);
  const sampler = new WordSampler(usable, vocabularySize);
  const objective = new NextWord(network, vocabularySize, sampler, options);
  try {
    const lengths = usable.map(({ length }) => length);
    for (let epoch = 0; epoch < options.epochs; epoch++) {
      const batches = epochBatches(lengths, options.batchSize, mixSeed(options.seed, 'language model'), epoch);
      let lossSum = 0;
      batches.forEach((batch, at) => {
        const started = performance.now();
        // The learning rate falls to nothing over the whole run: the last steps settle what the first ones found.
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
