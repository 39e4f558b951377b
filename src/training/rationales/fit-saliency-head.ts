import {
  add,
  dispose,
  matMul,
  mean,
  mul,
  relu,
  reshape,
  softplus,
  sub,
  tensor1d,
  tensor2d,
  tidy,
  variable,
  variableGrads,
  gather,
  type Rank,
  type Tensor,
  type Variable,
} from '@tensorflow/tfjs-core';
import { glorotUniform } from '../../model/network/initializers';
import { mixSeed, seededRandom, shuffle } from '../../shared/random';
import { SALIENCY_WEIGHTS } from '../../model/inference/rationale-head';
import { Adam } from '../fit/adam';
import { valuesOf } from '../fit/values';

/** One text as the head sees it. */
export interface TextWithRationale {
  /** `[words, features]`. */
  features(): Float32Array;
  /** `[words]`: how strongly people underlined each word, 0 to 1. */
  readonly marks: Float64Array;
  /** The index of its source: annotators of one source underline more words than those of another. */
  readonly source: number;
}

export interface SaliencyHeadOptions {
  readonly hidden: number;
  readonly epochs: number;
  readonly batchWords: number;
  readonly learningRate: number;
  readonly weightDecay: number;
  readonly seed: number;
  /** The weights of a head of this size to begin with; left out: random ones. */
  readonly initial?: ReadonlyMap<string, Float32Array>;
}

/**
 * Trains the weights of a rationale head with binary cross-entropy on each word; returns them by name. In training each source
 * has its own bias, because annotators underline more or fewer words; the head keeps the mean. The tfjs backend must have
 * been started.
 *
 * @param onEpoch gets the mean loss of a word and the weights at the end of each epoch
 */
export function fitSaliencyHead(
  texts: readonly TextWithRationale[],
  width: number,
  sources: number,
  options: SaliencyHeadOptions,
  onEpoch?: (epoch: number, loss: number, weights: Map<string, Float32Array>) => void,
): Map<string, Float32Array> {
  const { hidden, seed, initial } = options;
  const fresh = (name: string, shape: [number, number]): Variable<Rank.R2> => {
    const given = initial?.get(name);
    const values =
      given?.length === shape[0] * shape[1] ? given : glorotUniform(shape, seededRandom(mixSeed(seed, name)));
    return tidy(() => variable(tensor2d(values, shape)));
  };
  const [kernelName, biasName, outputName, outputBiasName] = SALIENCY_WEIGHTS;
  const weights = new Map<string, Variable>([
    [kernelName, fresh(kernelName, [width, hidden])],
    [biasName, tidy(() => variable(tensor1d(initial?.get(biasName) ?? new Float32Array(hidden))))],
    [outputName, fresh(outputName, [hidden, 1])],
    // One bias for each source. It starts at a low probability, because few words are underlined.
    [
      outputBiasName,
      tidy(() => variable(tensor1d(new Float32Array(sources).fill(initial?.get(outputBiasName)?.[0] ?? -2)))),
    ],
  ]);
  const adam = new Adam(weights);
  let step = 0;
  try {
    for (let epoch = 0; epoch < options.epochs; epoch++) {
      let [loss, words] = [0, 0];
      for (const batch of batches(texts, options, epoch)) {
        const of = stepOn(batch, width, weights);
        loss += of.loss * of.words;
        words += of.words;
        step++;
        adam.apply(of.gradients, { learningRate: options.learningRate, step, weightDecay: options.weightDecay });
        dispose([...of.gradients.values()]);
      }
      onEpoch?.(epoch + 1, loss / words, withOneBias(valuesOf(weights)));
    }
    return withOneBias(valuesOf(weights));
  } finally {
    adam.dispose();
    for (const weight of weights.values()) weight.dispose();
  }
}

function withOneBias(weights: Map<string, Float32Array>): Map<string, Float32Array> {
  const name = SALIENCY_WEIGHTS[3];
  const biases = weights.get(name)!;
  return weights.set(name, Float32Array.of(biases.reduce((sum, bias) => sum + bias, 0) / biases.length));
}

/** Batches of whole texts with about the same number of words, in a new order for each epoch. */
function* batches(
  texts: readonly TextWithRationale[],
  options: SaliencyHeadOptions,
  epoch: number,
): Generator<TextWithRationale[]> {
  let batch: TextWithRationale[] = [];
  let words = 0;
  for (const text of shuffle([...texts], seededRandom(mixSeed(options.seed, 'order', epoch)))) {
    batch.push(text);
    words += text.marks.length;
    if (words < options.batchWords) continue;
    yield batch;
    [batch, words] = [[], 0];
  }
  if (words > 0) yield batch;
}

interface Step {
  readonly loss: number;
  readonly words: number;
  readonly gradients: Map<string, Tensor>;
}

function stepOn(batch: readonly TextWithRationale[], width: number, weights: ReadonlyMap<string, Variable>): Step {
  const words = batch.reduce((sum, { marks }) => sum + marks.length, 0);
  const features = new Float32Array(words * width);
  const marks = new Float32Array(words);
  const sources = new Int32Array(words);
  let at = 0;
  for (const text of batch) {
    features.set(text.features(), at * width);
    marks.set(text.marks, at);
    sources.fill(text.source, at, (at += text.marks.length));
  }
  const [kernel, bias, output, outputBias] = SALIENCY_WEIGHTS.map((name) => weights.get(name)!);
  const { value, grads } = tidy(() => {
    const [x, y, of] = [tensor2d(features, [words, width]), tensor1d(marks), tensor1d(sources, 'int32')];
    return variableGrads(() => {
      const hidden = relu(add(matMul(x, kernel as Variable<Rank.R2>), bias));
      const z = add(reshape(matMul(hidden, output as Variable<Rank.R2>), [words]), gather(outputBias, of));
      return mean(sub(softplus(z), mul(y, z)));
    }, [...weights.values()]);
  });
  const [loss] = value.dataSync();
  dispose(value);
  return { loss, words, gradients: new Map([...weights].map(([name, { name: key }]) => [name, grads[key]])) };
}
