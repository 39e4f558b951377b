import type * as Tfjs from '@tensorflow/tfjs';
import { full } from '../../../model/architectures/testing';

// The attention layers of the articles as their authors wrote them, in tf.layers: classes of one's own.

type Tensor = Tfjs.Tensor;
type Weight = ReturnType<Tfjs.layers.Layer['addWeight']>;
const zeros = full.initializers.zeros();

/** e = tanh(x·W + b) with a bias for each place, softmax over the words, weighted sum: the TextAttBiRNN article. */
class TextAttention extends full.layers.Layer {
  static readonly className = 'Attention';
  private kernel!: Weight;
  private bias!: Weight;

  override build(shape: Tfjs.Shape): void {
    this.kernel = this.addWeight('W', [shape[2]], 'float32', zeros);
    this.bias = this.addWeight('b', [shape[1]], 'float32', zeros);
    this.built = true;
  }
  override computeOutputShape(shape: Tfjs.Shape): Tfjs.Shape {
    return [shape[0], shape[2]];
  }
  override call(inputs: Tensor | Tensor[]): Tensor {
    const [x] = [inputs].flat();
    const [batch, time, width] = x.shape;
    const e = full.matMul(full.reshape(x, [batch * time, width]), full.reshape(this.kernel.read(), [width, 1]));
    const shares = full.softmax(full.tanh(full.add(full.reshape(e, [batch, time]), this.bias.read())));
    return full.sum(full.mul(x, full.expandDims(shares, 2)), 1);
  }
}

/** V·tanh(W1·x + W2·query), softmax over the words, weighted sum, and the weights: the additive-attention article. */
class BahdanauAttention extends full.layers.Layer {
  static readonly className = 'BahdanauAttention';
  private own: Weight[] = [];

  override build(shapes: Tfjs.Shape | Tfjs.Shape[]): void {
    const [[, , width], [, query]] = shapes as [number[], number[]];
    const units = 4;
    const dense = (name: string, inputs: number, outputs: number): Weight[] => [
      this.addWeight(`${name}/kernel`, [inputs, outputs], 'float32', zeros),
      this.addWeight(`${name}/bias`, [outputs], 'float32', zeros),
    ];
    this.own = [...dense('dense', width, units), ...dense('dense_1', query, units), ...dense('dense_2', units, 1)];
    this.built = true;
  }
  override computeOutputShape(shapes: Tfjs.Shape | Tfjs.Shape[]): Tfjs.Shape[] {
    const [[batch, time, width]] = shapes as [number[]];
    return [
      [batch, width],
      [batch, time, 1],
    ];
  }
  override call(inputs: Tensor | Tensor[]): Tensor[] {
    const [x, query] = inputs as [Tensor, Tensor];
    const [batch, time, width] = x.shape;
    const [w1, b1, w2, b2, v, bv] = this.own.map((weight) => weight.read());
    const words = full.add(full.matMul(full.reshape(x, [batch * time, width]), w1), b1);
    const asked = full.expandDims(full.add(full.matMul(query, w2), b2), 1);
    const mixed = full.tanh(full.add(full.reshape(words, [batch, time, 4]), asked));
    const scores = full.add(full.matMul(full.reshape(mixed, [batch * time, 4]), v), bv);
    const shares = full.softmax(full.reshape(scores, [batch, time]));
    return [full.sum(full.mul(x, full.expandDims(shares, 2)), 1), full.expandDims(shares, 2)];
  }
}

/** u·tanh(x·W + b), softmax over the words, weighted sum: “attention with context”. */
class ContextAttention extends full.layers.Layer {
  static readonly className = 'AttentionWithContext';
  private own: Weight[] = [];

  override build(shape: Tfjs.Shape): void {
    const width = shape[2];
    this.own = [
      this.addWeight('W', [width, width], 'float32', zeros),
      this.addWeight('b', [width], 'float32', zeros),
      this.addWeight('u', [width], 'float32', zeros),
    ];
    this.built = true;
  }
  override computeOutputShape(shape: Tfjs.Shape): Tfjs.Shape {
    return [shape[0], shape[2]];
  }
  override call(inputs: Tensor | Tensor[]): Tensor {
    const [x] = [inputs].flat();
    const [batch, time, width] = x.shape;
    const [kernel, bias, context] = this.own.map((weight) => weight.read());
    const e = full.tanh(full.add(full.matMul(full.reshape(x, [batch * time, width]), kernel), bias));
    const scores = full.matMul(e, full.reshape(context, [width, 1]));
    const shares = full.softmax(full.reshape(scores, [batch, time]));
    return full.sum(full.mul(x, full.expandDims(shares, 2)), 1);
  }
}

export const textAttention = (): Tfjs.layers.Layer => new TextAttention({ name: 'attention' });
export const bahdanauAttention = (): Tfjs.layers.Layer => new BahdanauAttention({ name: 'attention' });
export const contextAttention = (): Tfjs.layers.Layer => new ContextAttention({ name: 'attention' });
