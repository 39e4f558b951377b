import type * as Tfjs from '@tensorflow/tfjs';
import { full } from '../../../model/architectures/testing';

// Layers of Keras that tf.layers lacks, as Keras's documentation has them: for the oracle.

type Tensor = Tfjs.Tensor;
type Tensor3D = Tfjs.Tensor3D;
type Weight = ReturnType<Tfjs.layers.Layer['addWeight']>;
type Settings = Readonly<Record<string, Tfjs.serialization.ConfigDictValue>>;

const zeros = full.initializers.zeros();
/** As much as Keras takes from the scores of what is masked. */
const FAR = 1e9;

abstract class Own extends full.layers.Layer {
  protected own: Weight[] = [];

  constructor(protected readonly settings: Settings = {}) {
    super({});
    this.supportsMasking = true;
  }
  override getConfig(): Tfjs.serialization.ConfigDict {
    return { ...super.getConfig(), ...this.settings };
  }
  protected weight(name: string, shape: number[]): void {
    this.own.push(this.addWeight(name, shape, 'float32', zeros));
  }
  protected values(): Tensor[] {
    return this.own.map((one) => one.read());
  }
}

/** Which words are read, `[batch, time]`; all where nothing is masked. */
const maskOf = (kwargs: { mask?: Tensor | null }): Tensor | undefined =>
  kwargs.mask ? full.cast(kwargs.mask, 'float32') : undefined;

/** Keras's two attentions over queries, values and, where there are three inputs, keys. */
abstract class Attending extends Own {
  override computeOutputShape(shapes: Tfjs.Shape | Tfjs.Shape[]): Tfjs.Shape {
    const [query, value] = shapes as Tfjs.Shape[];
    return [query[0], query[1], value[2]];
  }
  override call(inputs: Tensor | Tensor[], kwargs: { mask?: Tensor | null }): Tensor {
    const [query, value, key = value] = inputs as Tensor3D[];
    const mask = maskOf(kwargs);
    const scores = this.scores(query, key);
    const known = mask ? full.sub(scores, full.mul(full.sub(1, full.expandDims(mask, 1)), FAR)) : scores;
    const result = full.matMul(full.softmax(known as Tensor3D), value);
    return mask ? full.mul(result, full.expandDims(mask, 2)) : result;
  }
  override computeMask(_: Tensor | Tensor[], mask?: Tensor | Tensor[]): Tensor {
    return [mask].flat()[0]!;
  }
  protected abstract scores(query: Tensor3D, key: Tensor3D): Tensor;
}

class Attention extends Attending {
  static readonly className = 'Attention';

  override build(): void {
    if (this.settings.useScale) this.weight('scale', []);
    if (this.settings.scoreMode === 'concat') this.weight('concat_score_weight', []);
    this.built = true;
  }
  protected override scores(query: Tensor3D, key: Tensor3D): Tensor {
    const values = this.values();
    const scale = this.settings.useScale ? values.shift()! : full.scalar(1);
    if (this.settings.scoreMode !== 'concat') return full.mul(full.matMul(query, key, false, true), scale);
    const both = full.add(full.expandDims(query, 2), full.expandDims(key, 1));
    return full.mul(values[0], full.sum(full.tanh(full.mul(scale, both)), 3));
  }
}

class AdditiveAttention extends Attending {
  static readonly className = 'AdditiveAttention';

  override build(shapes: Tfjs.Shape | Tfjs.Shape[]): void {
    const [, [, , width]] = shapes as number[][];
    if (this.settings.useScale !== false) this.weight('scale', [width]);
    this.built = true;
  }
  protected override scores(query: Tensor3D, key: Tensor3D): Tensor {
    const [scale = full.scalar(1)] = this.values();
    return full.sum(full.mul(scale, full.tanh(full.add(full.expandDims(query, 2), full.expandDims(key, 1)))), 3);
  }
}

/** The GRU that Keras builds unless told otherwise: the reset gate after the product, and two biases. */
class GRU extends Own {
  static readonly className = 'GRU';

  override build(shape: Tfjs.Shape): void {
    const units = this.settings.units as number;
    this.weight('kernel', [shape[2]!, 3 * units]);
    this.weight('recurrent_kernel', [units, 3 * units]);
    if (this.settings.useBias !== false) this.weight('bias', [2, 3 * units]);
    this.built = true;
  }
  override computeOutputShape(shape: Tfjs.Shape): Tfjs.Shape {
    const units = this.settings.units as number;
    return this.settings.returnSequences ? [shape[0], shape[1], units] : [shape[0], units];
  }
  override computeMask(_: Tensor | Tensor[], mask?: Tensor | Tensor[]): Tensor {
    return (this.settings.returnSequences ? [mask].flat()[0] : null)!;
  }
  override call(inputs: Tensor | Tensor[], kwargs: { mask?: Tensor | null }): Tensor {
    const [x] = [inputs].flat() as Tensor3D[];
    const { goBackwards, returnSequences, inOrder, zeroMasked } = this.settings;
    const [batch, time, width] = x.shape;
    const units = this.settings.units as number;
    const [kernel, recurrent, bias = full.zeros([2, 3 * units])] = this.values();
    const mask = maskOf(kwargs);
    const gates = (of: Tensor, by: Tensor, row: number): Tensor[] =>
      full.split(full.add(full.matMul(of as Tfjs.Tensor2D, by as Tfjs.Tensor2D), full.slice(bias, [row, 0], [1, -1])), 3, 1); // prettier-ignore
    let state: Tensor = full.zeros([batch, units]);
    const states: Tensor[] = [];
    for (let step = 0; step < time; step++) {
      const at = goBackwards ? time - 1 - step : step;
      const word = full.reshape(full.slice(x, [0, at, 0], [batch, 1, width]), [batch, width]);
      const [xz, xr, xh] = gates(word, kernel, 0);
      const [hz, hr, hh] = gates(state, recurrent, 1);
      const update = full.sigmoid(full.add(xz, hz));
      const fresh = full.tanh(full.add(xh, full.mul(full.sigmoid(full.add(xr, hr)), hh)));
      const next = full.add(full.mul(update, state), full.mul(full.sub(1, update), fresh));
      const read = mask && full.slice(mask, [0, at], [batch, 1]);
      state = read ? full.add(full.mul(read, next), full.mul(full.sub(1, read), state)) : next;
      states.push(read && zeroMasked ? full.mul(read, state) : state);
    }
    if (!returnSequences) return state;
    // Keras leaves the states of a layer from the right in the order in which it read; Bidirectional turns them round.
    return full.stack(goBackwards && inOrder ? states.reverse() : states, 1);
  }
}

class Subtract extends Own {
  static readonly className = 'Subtract';

  override computeOutputShape(shapes: Tfjs.Shape | Tfjs.Shape[]): Tfjs.Shape {
    return (shapes as Tfjs.Shape[])[0];
  }
  override call(inputs: Tensor | Tensor[]): Tensor {
    const [a, b] = inputs as Tensor[];
    return full.sub(a, b);
  }
}

/** Only counts in training. */
class ActivityRegularization extends Own {
  static readonly className = 'ActivityRegularization';

  override call(inputs: Tensor | Tensor[]): Tensor {
    return full.clone([inputs].flat()[0]);
  }
}

export const attention = (settings: { useScale?: boolean; scoreMode?: 'dot' | 'concat' } = {}): Tfjs.layers.Layer =>
  new Attention(settings);
export const additiveAttention = (settings: { useScale?: boolean } = {}): Tfjs.layers.Layer =>
  new AdditiveAttention(settings);
interface GruSettings {
  readonly units: number;
  readonly useBias?: boolean;
  readonly goBackwards?: boolean;
  readonly returnSequences?: boolean;
  /** As within a Bidirectional: the states stand at their words, and are zero at those that are skipped. */
  readonly inOrder?: boolean;
  readonly zeroMasked?: boolean;
}
export const gruResetAfter = (settings: GruSettings): Tfjs.layers.Layer =>
  new GRU({ ...settings, activation: 'tanh', recurrentActivation: 'sigmoid', resetAfter: true });
export const subtract = (): Tfjs.layers.Layer => new Subtract();
export const activityRegularization = (): Tfjs.layers.Layer => new ActivityRegularization({ l2: 0.01 });
