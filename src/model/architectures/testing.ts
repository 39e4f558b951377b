import type * as Tfjs from '@tensorflow/tfjs';
import { tensor2d, tidy } from '@tensorflow/tfjs-core';
import { createRequire } from 'node:module';
import { expect } from 'vitest';
import type { Network } from '../network/network';

/** All of tfjs, as Node loads it: the oracle. It shares the engine with the parts we import. */
export const full = createRequire(import.meta.url)('@tensorflow/tfjs') as typeof Tfjs;

/** Two texts; id 0 is padding, and a skipped word in the midst of the first. */
export const IDS = [
  [3, 0, 5, 2, 9, 0],
  [1, 4, 4, 7, 8, 6],
];
export const MASK = IDS.map((row) => row.map((id) => Math.min(id, 1)));
export const VOCABULARY = 10;

interface Outcome {
  readonly logits: number[][];
  /** By direction of each layer, then text, then word. */
  readonly states: number[][][][];
  readonly attention?: number[][];
}

/** What the network makes of some texts. */
export function outcome(network: Network, ids = IDS): Outcome {
  let result: Outcome | undefined;
  tidy(() => {
    const { logits, recurrent, attention } = network.forward(
      network.embed(tensor2d(ids, undefined, 'int32')),
      tensor2d(ids.map((row) => row.map((id) => Math.min(id, 1)))),
    );
    const states = recurrent.map((direction) => direction.states.arraySync());
    result = { logits: logits.arraySync(), states, attention: attention?.arraySync() };
  });
  return result!;
}

/** Runs tf.layers on the plain JavaScript backend. */
async function onCpu<T>(run: () => T): Promise<T> {
  await full.setBackend('cpu');
  try {
    return run();
  } finally {
    await full.setBackend('wasm');
  }
}

type Apply = (ids: Tfjs.SymbolicTensor) => Tfjs.SymbolicTensor[];

/**
 * What a model of tf.layers makes of the texts. `build` gets the ids and gives the outputs; each layer it makes is
 * handed to `weigh` with the names of its weights in `network`.
 */
export function layersOutcome(
  network: Network,
  build: (weigh: <L extends Tfjs.layers.Layer>(layer: L, ...names: readonly string[]) => L) => Apply,
  ids = IDS,
): Promise<unknown[]> {
  return onCpu(() => {
    const weighed: (() => void)[] = [];
    const apply = build((layer, ...names) => {
      weighed.push(() => layer.setWeights(weightsOf(network, ...names)));
      return layer;
    });
    const input = full.input({ shape: [null] });
    const model = full.model({ inputs: input, outputs: apply(input) });
    for (const weigh of weighed) weigh();
    const outputs = model.predict(full.tensor2d(ids));
    const values = [outputs].flat().map((tensor) => tensor.arraySync());
    model.dispose();
    return values;
  });
}

const weightsOf = (network: Network, ...names: readonly string[]): Tfjs.Tensor[] =>
  names.map((name) => network.weights.get(name) as unknown as Tfjs.Tensor);

/** The weights of an LSTM or a simple recurrent layer in Keras's order. */
export const recurrentNames = (layer: string): string[] =>
  ['kernel', 'recurrent_kernel', 'bias'].map((part) => `${layer}/${part}`);

/** The weights of a bidirectional layer in Keras's order. */
export const bidirectionalNames = (layer: string): string[] =>
  ['forward', 'backward'].flatMap((direction) => recurrentNames(`${layer}/${direction}`));

/** Two nests of numbers of the same length that differ by less than 1e-5 everywhere. */
export function expectClose(actual: unknown, expected: unknown, tolerance = 1e-5): void {
  const flat = (numbers: unknown): number[] =>
    JSON.stringify(numbers)
      .match(/-?\d[\d.e+-]*/g)!
      .map(Number);
  const [a, b] = [flat(actual), flat(expected)];
  expect(a.length).toBe(b.length);
  expect(Math.max(...a.map((x, i) => Math.abs(x - b[i])))).toBeLessThan(tolerance);
}

/** The values of a weight as nested arrays. */
export const valuesOf = (network: Network, name: string): unknown => network.weights.get(name)!.arraySync();
