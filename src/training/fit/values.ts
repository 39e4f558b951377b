import { tensor, tidy, type Tensor, type Variable } from '@tensorflow/tfjs-core';

/** Copies of the weights' values, which later training does not change. */
export function valuesOf(tensors: ReadonlyMap<string, Tensor>): Map<string, Float32Array> {
  return new Map([...tensors].map(([name, of]) => [name, Float32Array.from(of.dataSync())]));
}

/** Assigns values to the weights that they were read from. */
export function assignValues(weights: ReadonlyMap<string, Variable>, values: ReadonlyMap<string, Float32Array>): void {
  for (const [name, weight] of weights) {
    const numbers = values.get(name);
    if (!numbers) throw new Error(`No values for weight "${name}".`);
    tidy(() => weight.assign(tensor(numbers, weight.shape)));
  }
}

/** Weights between two sets of them: `share` of `other`, the rest of `values`. */
export function between(
  values: ReadonlyMap<string, Float32Array>,
  other: ReadonlyMap<string, Float32Array>,
  share: number,
): Map<string, Float32Array> {
  return new Map(
    [...values].map(([name, of]) => {
      const others = other.get(name)!;
      return [name, of.map((value, i) => value + share * (others[i] - value))];
    }),
  );
}
