import {
  add,
  dispose,
  gather,
  logSoftmax,
  matMul,
  mean,
  mul,
  neg,
  oneHot,
  reshape,
  sum,
  tensor1d,
  tensor2d,
  tidy,
  variable,
  variableGrads,
  type Rank,
  type Scalar,
  type Tensor,
  type Tensor2D,
  type Variable,
} from '@tensorflow/tfjs-core';
import type { Network } from '../model/network';
import { uniform } from '../model/initializers';
import { mixSeed, seededRandom, type Random } from '../model/random';
import { Adam } from './adam';
import { epochBatches } from './batches';
import { clipByGlobalNorm } from './clip';
import { batchTensors, type Sample } from './sample';

export interface PretrainOptions {
  readonly epochs: number;
  readonly batchSize: number;
  readonly learningRate: number;
  readonly seed: number;
  /** Words beside those of the batch that each word is told apart from. */
  readonly negatives: number;
}

export interface PretrainProgress {
  readonly epoch: number;
  readonly batch: number;
  readonly batches: number;
  /** Mean cross-entropy since the epoch began. */
  readonly loss: number;
}

/**
 * Lets the word vectors and the lowest recurrent layer learn from texts without labels: from its state after each word
 * a forward direction foretells the next word, a backward one the word before (Dai and Le 2015, "Semi-supervised
 * sequence learning"). The softmax is over the words of the batch and some drawn ones (Jean et al. 2015).
 */
export function pretrain(
  network: Network,
  vocabularySize: number,
  texts: readonly Int32Array[],
  options: PretrainOptions,
  onProgress?: (progress: PretrainProgress) => void,
): void {
  const samples = texts.filter(({ length }) => length > 1).map((ids): Sample => ({ ids, label: 0 }));
  const learner = new Learner(network, vocabularySize, samples, options);
  const lengths = samples.map(({ ids }) => ids.length);
  try {
    for (let epoch = 0; epoch < options.epochs; epoch++) {
      const batches = epochBatches(lengths, options.batchSize, mixSeed(options.seed, 'pretrain'), epoch);
      let total = 0;
      for (const [i, batch] of batches.entries()) {
        total += learner.step(batch.map((at) => samples[at]));
        onProgress?.({ epoch: epoch + 1, batch: i + 1, batches: batches.length, loss: total / (i + 1) });
      }
    }
  } finally {
    learner.dispose();
  }
}

class Learner {
  private steps = 0;
  private readonly outputs = new Map<string, Variable<Rank.R2>>();
  private readonly adam: Adam;
  private readonly trained: ReadonlyMap<string, Variable>;
  private readonly counts: Float64Array;
  private readonly tokens: Int32Array;

  constructor(
    private readonly network: Network,
    vocabularySize: number,
    samples: readonly Sample[],
    private readonly options: PretrainOptions,
  ) {
    this.counts = new Float64Array(vocabularySize);
    for (const { ids } of samples) for (const id of ids) this.counts[id]++;
    this.tokens = Int32Array.from(samples.flatMap(({ ids }) => [...ids]));
    const probe = tidy(() =>
      this.directions(samples.slice(0, 1)).map(({ name, states }) => [name, states.shape[2]] as const),
    );
    for (const [name, units] of probe) {
      const random = seededRandom(mixSeed(options.seed, name));
      const values = uniform(0.05)([vocabularySize, units], random);
      this.outputs.set(
        name,
        tidy(() => variable(tensor2d(values, [vocabularySize, units])) as Variable<Rank.R2>),
      );
    }
    this.trained = new Map([...network.weights, ...this.outputs]);
    this.adam = new Adam(this.trained);
  }

  /** Loss of one batch, before its step. */
  step(samples: readonly Sample[]): number {
    const seed = mixSeed(this.options.seed, 'pretrain', this.steps);
    const time = Math.max(...samples.map(({ ids }) => ids.length));
    const { value, grads } = variableGrads(() => {
      const losses = this.directions(samples, seed).map(({ name, states, direction }) => {
        const { from, to } = neighbours(samples, time, direction);
        return this.loss(states, name, from, to, seededRandom(mixSeed(seed, name)));
      });
      return losses.reduce((a, b) => add(a, b));
    });
    const named = new Map<string, Tensor>();
    for (const [name, weight] of this.trained) if (weight.name in grads) named.set(name, grads[weight.name]);
    const gradients = clipByGlobalNorm(named, 1);
    this.steps++;
    this.adam.apply(gradients, { learningRate: this.options.learningRate, step: this.steps, weightDecay: 0 });
    const [loss] = value.dataSync();
    dispose([value, ...gradients.values()]);
    return loss;
  }

  dispose(): void {
    this.adam.dispose();
    for (const output of this.outputs.values()) output.dispose();
  }

  /** The lowest recurrent layer's directions; those above see both sides of a word. */
  private directions(samples: readonly Sample[], seed?: number) {
    const { ids, mask } = batchTensors(samples);
    const training = seed === undefined ? undefined : { seed };
    const { recurrent } = this.network.forward(this.network.embed(ids), mask, training);
    return recurrent.filter(({ layer }) => layer === 0).map((of) => ({ ...of, name: `pretraining/${of.direction}` }));
  }

  private loss(states: Tensor, name: string, from: number[], to: number[], random: Random): Scalar {
    const candidates = this.candidates(to, random);
    const place = new Map(candidates.map((id, i) => [id, i]));
    const units = states.shape[states.shape.length - 1];
    const rows = gather<Tensor2D>(reshape(states, [-1, units]), tensor1d(from, 'int32'));
    const table = gather<Tensor2D>(this.outputs.get(name)!, tensor1d(candidates, 'int32'));
    // Frequent words are candidates more often; without this they would be held down.
    const correction = tensor1d(candidates.map((id) => -Math.log(this.inclusion(id, to.length))));
    const logits = add(matMul(rows, table, false, true), correction);
    const targets = oneHot(
      tensor1d(
        to.map((id) => place.get(id)!),
        'int32',
      ),
      candidates.length,
    );
    return neg(mean(sum(mul(targets, logSoftmax(logits as Tensor2D)), 1)));
  }

  /** The words of the batch, and some more, drawn as often as they occur. */
  private candidates(targets: readonly number[], random: Random): number[] {
    const chosen = new Set(targets);
    for (let i = 0; i < this.options.negatives; i++) chosen.add(this.tokens[Math.floor(random() * this.tokens.length)]);
    return [...chosen];
  }

  /** How likely a word is among the candidates of a batch with so many targets. */
  private inclusion(id: number, targets: number): number {
    const share = this.counts[id] / this.tokens.length;
    return 1 - (1 - share) ** (targets + this.options.negatives);
  }
}

/** Flat positions in `[batch · time]`, and the word next to each: behind it, or before it for the backward direction. */
function neighbours(samples: readonly Sample[], time: number, direction: 'forward' | 'backward') {
  const from: number[] = [];
  const to: number[] = [];
  samples.forEach(({ ids }, row) => {
    for (let t = 0; t + 1 < ids.length; t++) {
      from.push(row * time + (direction === 'forward' ? t : t + 1));
      to.push(direction === 'forward' ? ids[t + 1] : ids[t]);
    }
  });
  return { from, to };
}
