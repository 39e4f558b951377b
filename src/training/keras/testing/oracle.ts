import type * as Tfjs from '@tensorflow/tfjs';
import { full } from '../../../model/architectures/testing';
import { seededRandom, normal } from '../../../shared/random';
import { givenOf, type GivenModel } from './write-models';

// tf.layers, all of it, is the oracle: what it predicts an imported model must predict.

export const { layers } = full;
type Layer = Tfjs.layers.Layer;

/** Rows of every embedding here: padding and eleven words. */
const ROWS = 12;

export interface Oracle {
  readonly given: GivenModel;
  /** Probabilities of texts, which are padded and cut before they are read. */
  predict(texts: readonly (readonly number[])[], how: Padding): number[][];
}

export interface Padding {
  /** 0: as long as the text. */
  readonly length: number;
  readonly padding?: 'pre' | 'post';
  readonly cut?: 'first' | 'last';
}

/** As `pad_sequences` does. */
function padded(ids: readonly number[], { length, padding = 'pre', cut = 'last' }: Padding): number[] {
  if (length === 0) return [...ids];
  const kept = cut === 'last' ? ids.slice(Math.max(0, ids.length - length)) : ids.slice(0, length);
  const rest = Array<number>(length - kept.length).fill(0);
  return padding === 'pre' ? [...rest, ...kept] : [...kept, ...rest];
}

/** A Sequential model; its first layer is an Embedding with `inputLength` or without. */
export const sequential = (...stack: readonly Layer[]): Oracle => oracleOf(full.sequential({ layers: [...stack] }));

/** A functional model over the ids of `length` words; `null`: of any number. */
export function functional(length: number | null, build: (ids: Tfjs.SymbolicTensor) => Tfjs.SymbolicTensor): Oracle {
  const inputs = full.input({ shape: [length] });
  return oracleOf(full.model({ inputs, outputs: build(inputs) }));
}

export const embedding = (options: { maskZero?: boolean; inputLength?: number; outputDim?: number } = {}): Layer =>
  layers.embedding({ inputDim: ROWS, outputDim: 5, ...options });

/** Weights that leave nothing at its start: biases, scales and running means too. */
function oracleOf(model: Tfjs.LayersModel): Oracle {
  const random = seededRandom(7);
  for (const layer of model.layers) {
    const fresh = layer.weights.map(({ originalName, shape }) => {
      const positive = /variance|gamma/.test(originalName);
      const size = shape.reduce<number>((product, side) => product * side!, 1);
      const values = Float32Array.from({ length: size }, () => {
        const value = 0.5 * normal(random);
        return positive ? 0.5 + Math.abs(value) : value;
      });
      return full.tensor(values, shape as number[]);
    });
    layer.setWeights(fresh);
  }
  return {
    given: givenOf(model),
    predict: (texts, how) =>
      texts.map((ids) => {
        const output = model.predict(full.tensor2d([padded(ids, how)])) as Tfjs.Tensor;
        const [row] = output.arraySync() as number[][];
        return row.length === 1 ? [1 - row[0], row[0]] : row;
      }),
  };
}
