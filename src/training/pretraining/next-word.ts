import {
  add,
  concat,
  dispose,
  gather,
  logSoftmax,
  matMul,
  mean,
  mul,
  neg,
  reshape,
  slice,
  sub,
  sum,
  tensor1d,
  tensor2d,
  tidy,
  variable,
  variableGrads,
  type NamedTensorMap,
  type Scalar,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  type Variable,
} from '@tensorflow/tfjs-core';
import type { Network, RecurrentStates } from '../../model/network/network';
import { mixSeed, seededRandom } from '../../shared/random';
import { Adam } from '../fit/adam';
import { clipByGlobalNorm } from '../fit/clip';
import { batchTensors } from '../fit/sample';
import type { LanguageModelOptions } from './language-model-options';
import type { WordSampler } from './word-sampler';

/** The output layer of one direction: word vectors `[vocabulary, units]` and a bias. */
interface Output {
  readonly vectors: Variable;
  readonly bias: Variable;
}

/** The loss of pre-training, one batch at a time. Its output layer is thrown away afterwards. */
export class NextWordLoss {
  private readonly outputs = new Map<RecurrentStates['direction'], Output>();
  private readonly random;
  private adam?: Adam;
  private steps = 0;

  constructor(
    private readonly network: Network,
    private readonly vocabularySize: number,
    private readonly sampler: WordSampler,
    private readonly options: LanguageModelOptions,
  ) {
    this.random = seededRandom(mixSeed(options.seed, 'drawn words'));
  }

  step(texts: readonly Int32Array[], learningRate: number): number {
    const { options, network } = this;
    const { ids, mask, labels } = batchTensors(texts.map((of) => ({ ids: of, label: 0 })));
    const drawn = this.sampler.draw(options.negatives, this.random);
    const time = ids.shape[1];
    this.prepare(ids, mask);
    const seed = mixSeed(options.seed, 'step', this.steps);
    const { value, grads } = variableGrads(() => {
      const { recurrent } = network.forward(network.embed(ids), mask, { seed });
      const losses = recurrent
        .filter(({ layer }) => layer === 0)
        .map(({ direction, states }) => {
          const { from, to } = neighbours(texts, time, direction);
          const rows = gather<Tensor2D>(reshape(states, [-1, states.shape[2]]), tensor1d(from, 'int32'));
          return this.loss(this.output(direction, states.shape[2]), rows, to, drawn);
        });
      return losses.reduce((total, loss) => add<Scalar>(total, loss));
    });
    const weights = this.trained(grads);
    this.adam ??= new Adam(weights);
    let gradients = new Map<string, Tensor>();
    for (const [name, weight] of weights) gradients.set(name, grads[weight.name]);
    gradients = clipByGlobalNorm(gradients, options.clip);
    this.adam.apply(gradients, { learningRate, step: ++this.steps, weightDecay: 0 });
    const loss = value.dataSync()[0];
    dispose([value, ids, mask, labels, ...gradients.values()]);
    return loss;
  }

  dispose(): void {
    this.adam?.dispose();
    for (const { vectors, bias } of this.outputs.values()) dispose([vectors, bias]);
  }

  /** Cross-entropy of the right word against the drawn ones, with logits corrected for the frequency of drawing a word. */
  private loss({ vectors, bias }: Output, states: Tensor2D, targets: Int32Array, drawn: Int32Array): Scalar {
    const n = targets.length;
    const both = new Int32Array(n + drawn.length);
    both.set(targets);
    both.set(drawn, n);
    const ids = tensor1d(both, 'int32');
    const vectorsOfBoth = gather(vectors, ids) as Tensor2D;
    const units = states.shape[1];
    const corrections = Float32Array.from(both, (id) => this.sampler.logExpected(id, drawn.length));
    const biases = sub(gather(bias, ids) as Tensor1D, tensor1d(corrections));
    const right = add(sum(mul(states, slice(vectorsOfBoth, [0, 0], [n, units])), 1), slice(biases, [0], [n]));
    const others = add(
      matMul(states, slice(vectorsOfBoth, [n, 0], [drawn.length, units]), false, true),
      slice(biases, [n], [drawn.length]),
    );
    const logits = concat([reshape(right, [n, 1]), others], 1);
    return neg(mean(slice(logSoftmax(logits), [0, 0], [n, 1])));
  }

  private output(direction: RecurrentStates['direction'], units: number): Output {
    const found = this.outputs.get(direction);
    if (!found) throw new Error(`No output words for the ${direction} direction of ${units} units.`);
    return found;
  }

  /** Creates the output layers. This needs the network's directions from a first pass, and must not happen inside a gradient tape. */
  private prepare(ids: Tensor2D, mask: Tensor2D): void {
    if (this.outputs.size > 0) return;
    const shapes = tidy(() =>
      this.network
        .forward(this.network.embed(slice(ids, [0, 0], [1, ids.shape[1]])), slice(mask, [0, 0], [1, mask.shape[1]]))
        .recurrent.filter(({ layer }) => layer === 0)
        .map(({ direction, states }) => [direction, states.shape[2]] as const),
    );
    if (shapes.length === 0) throw new Error('The network has no recurrent layer.');
    for (const [direction, units] of shapes) {
      const random = seededRandom(mixSeed(this.options.seed, direction));
      const values = Float32Array.from({ length: this.vocabularySize * units }, () => (random() - 0.5) * 0.1);
      this.outputs.set(direction, {
        vectors: tidy(() => variable(tensor2d(values, [this.vocabularySize, units]))),
        // The bias starts at the log frequency of each word; learning it would take thousands of batches.
        bias: tidy(() => variable(tensor1d(this.sampler.logFrequencies))),
      });
    }
  }

  /** The weights that the loss depends on, by name. */
  private trained(grads: NamedTensorMap): Map<string, Variable> {
    const all: [string, Variable][] = [...this.network.weights];
    for (const [direction, { vectors, bias }] of this.outputs) {
      all.push([`${direction} vectors`, vectors], [`${direction} bias`, bias]);
    }
    return new Map(all.filter(([, weight]) => Boolean(grads[weight.name])));
  }
}

/** The rows of the states (text · time + position) that predict a word, and the ids of those words. */
function neighbours(texts: readonly Int32Array[], time: number, direction: RecurrentStates['direction']) {
  const pairs = texts.reduce((total, { length }) => total + length - 1, 0);
  const from = new Int32Array(pairs);
  const to = new Int32Array(pairs);
  let at = 0;
  texts.forEach((ids, row) => {
    for (let i = 0; i + 1 < ids.length; i++, at++) {
      from[at] = row * time + (direction === 'forward' ? i : i + 1);
      to[at] = ids[direction === 'forward' ? i + 1 : i];
    }
  });
  return { from, to };
}
