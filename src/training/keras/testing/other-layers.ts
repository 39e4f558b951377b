import type * as Tfjs from '@tensorflow/tfjs';
import { gruResetAfter } from './keras-layers';
import { embedding, functional, layers, type Oracle } from './oracle';
import type { GivenModel } from './write-models';

// What tf.layers lacks but computes by other layers: those are taken out of the description that is written.

interface KerasLayer {
  readonly name: string;
  readonly class_name: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly inbound_nodes: readonly unknown[];
}

/** Takes layers out of a chain, by kind or name, and changes one of them. */
function rewritten(
  given: GivenModel,
  without: readonly string[],
  change: (layer: KerasLayer) => KerasLayer,
): GivenModel {
  const config = given.config.config as { readonly layers: readonly KerasLayer[] };
  const kept = config.layers
    .filter(({ name, class_name }) => !without.includes(class_name) && !without.includes(name))
    .map(change);
  const chained = kept.map((layer, at) =>
    at === 0 ? layer : { ...layer, inbound_nodes: [[[kept[at - 1].name, 0, 0, {}]]] },
  );
  return { ...given, config: { ...given.config, config: { ...config, layers: chained } } };
}

const kindOf = (
  given: GivenModel,
  from: string,
  to: string,
  shape: (sides: readonly number[]) => readonly number[],
): GivenModel => ({
  ...given,
  layers: given.layers.map((layer) =>
    layer.kind === from
      ? { ...layer, kind: to, weights: layer.weights.map((one) => ({ ...one, shape: shape(one.shape) })) }
      : layer,
  ),
});

/** SeparableConv1D: the two-dimensional layer on an image of one row. */
export function separableOracle(
  length: number,
  padding: 'valid' | 'same',
  end: Tfjs.layers.Layer,
  { stride = 1, dilation = 1 } = {},
): Oracle {
  const strides: [number, number] = [stride, stride];
  const dilationRate: [number, number] = [1, dilation];
  const options = { filters: 4, depthMultiplier: 2, padding, strides, dilationRate, activation: 'relu' } as const;
  const oracle = functional(length, (ids) => {
    const row = layers.reshape({ targetShape: [1, length, 5] }).apply(embedding().apply(ids));
    const seen = layers.separableConv2d({ ...options, kernelSize: [1, 3] }).apply(row);
    const places = Math.ceil((padding === 'valid' ? length - 2 * dilation : length) / stride);
    const words = layers.reshape({ targetShape: [places, 4] }).apply(seen);
    return end.apply(layers.flatten().apply(words)) as Tfjs.SymbolicTensor;
  });
  const given = rewritten(oracle.given, ['Reshape'], (layer) =>
    layer.class_name === 'SeparableConv2D'
      ? {
          ...layer,
          class_name: 'SeparableConv1D',
          config: {
            ...{ name: layer.name, filters: 4, kernel_size: [3], depth_multiplier: 2, padding, activation: 'relu' },
            ...{ strides: [stride], dilation_rate: [dilation] },
          },
        }
      : layer,
  );
  const flat = (sides: readonly number[]): readonly number[] => (sides.length === 4 ? sides.slice(1) : sides);
  return { ...oracle, given: kindOf(given, 'SeparableConv2D', 'SeparableConv1D', flat) };
}

/** Causal padding: zeros before the text, then whole windows. */
export function causalOracle(length: number, end: Tfjs.layers.Layer, { stride = 1, dilation = 1 } = {}): Oracle {
  const empty = 3 * dilation;
  const oracle = functional(length, (ids) => {
    const image = layers.reshape({ targetShape: [1, length, 5] }).apply(embedding().apply(ids));
    const before: [[number, number], [number, number]] = [
      [0, 0],
      [empty, 0],
    ];
    const wide = layers.zeroPadding2d({ padding: before }).apply(image);
    const words = layers.reshape({ targetShape: [length + empty, 5] }).apply(wide);
    const options = { filters: 4, kernelSize: 4, strides: stride, dilationRate: dilation, activation: 'relu' } as const;
    const seen = layers.conv1d({ ...options, padding: 'valid' }).apply(words);
    return end.apply(layers.flatten().apply(seen)) as Tfjs.SymbolicTensor;
  });
  const given = rewritten(oracle.given, ['Reshape', 'ZeroPadding2D'], (layer) =>
    layer.class_name === 'Conv1D' ? { ...layer, config: { ...layer.config, padding: 'causal' } } : layer,
  );
  const kept = given.layers.filter(({ kind }) => kind !== 'Reshape' && kind !== 'ZeroPadding2D');
  return { ...oracle, given: { ...given, layers: kept } };
}

/** Bidirectional around the GRU of Keras: two of them, one from each side, joined. */
export function bidirectionalGruOracle(
  length: number,
  end: Tfjs.layers.Layer,
  { maskZero, sequences }: { readonly maskZero: boolean; readonly sequences: boolean },
): Oracle {
  const settings = { units: 6, returnSequences: sequences };
  const oracle = functional(length, (ids) => {
    const words = embedding({ maskZero }).apply(ids);
    const [forward, backward] = [false, true].map((goBackwards) =>
      gruResetAfter({ ...settings, goBackwards, inOrder: true, zeroMasked: sequences }).apply(words),
    );
    const both = layers.concatenate().apply([forward, backward] as never);
    return end.apply(sequences ? layers.globalMaxPooling1d().apply(both) : both) as Tfjs.SymbolicTensor;
  });
  const gru = { name: 'gru', units: 6, return_sequences: sequences, reset_after: true };
  const config = { name: 'both', layer: { class_name: 'GRU', config: gru }, merge_mode: 'concat' };
  const [forward, backward] = oracle.given.layers.filter(({ kind }) => kind === 'GRU');
  const both = {
    name: 'both',
    kind: 'Bidirectional',
    weights: [
      ...forward.weights.map((one) => ({ ...one, path: `forward_gru/${one.path}` })),
      ...backward.weights.map((one) => ({ ...one, path: `backward_gru/${one.path}` })),
    ],
  };
  const given = rewritten(oracle.given, ['Concatenate', backward.name], (layer) =>
    layer.name === forward.name ? { ...layer, name: 'both', class_name: 'Bidirectional', config } : layer,
  );
  const kept = given.layers
    .filter(({ name, kind }) => kind !== 'Concatenate' && name !== backward.name)
    .map((layer) => (layer.name === forward.name ? both : layer));
  return { ...oracle, given: { ...given, layers: kept } };
}
