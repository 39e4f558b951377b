import { add, matMul, reshape, tensor2d, tidy, type Rank, type Tensor2D, type Tensor3D } from '@tensorflow/tfjs-core';
import type { Anatomy, RecurrentLayerShape } from '../anatomy';
import type { DenseTrace, LayerActivations, NetworkTrace } from '../inference/network-trace';
import type { Network, RecurrentStates } from './network';
import { layerInputs, statesBefore } from './recurrent-inputs';

/** Reads one text in float32 and keeps what happened inside. Cost: a forward pass and two products per layer. */
export function traceOf(network: Network, anatomy: Anatomy, ids: Int32Array, mask: Float32Array): NetworkTrace {
  let trace: NetworkTrace | undefined;
  // Assigned, not returned: `tidy` would search all the numbers for tensors.
  tidy(() => {
    const embedded = network.embed(tensor2d(ids, [1, ids.length], 'int32'));
    const { recurrent, attention } = network.forward(embedded, tensor2d(mask, [1, ids.length]));
    const layers = anatomy.layers.map((layer, number) => {
      const x = layerInputs(number, embedded, recurrent);
      const parts = recurrent.filter((part) => part.layer === number);
      return parts.map((part) => layerTrace(network, layer, part, x));
    });
    const shares = anatomy.head === 'attention' ? (attention!.dataSync() as Float32Array) : undefined;
    const features = featuresOf(layers[layers.length - 1], shares);
    trace = { layers, attention: shares, tail: tailOf(network, anatomy, features) };
  });
  return trace!;
}

function layerTrace(
  { weights }: Network,
  layer: RecurrentLayerShape,
  { direction, states }: RecurrentStates,
  x: Tensor3D,
): LayerActivations {
  const [, time, units] = states.shape;
  const name = direction === 'forward' ? layer.forward : layer.backward!;
  const [kernel, recurrent, bias] = ['kernel', 'recurrent_kernel', 'bias'].map((part) =>
    weights.get(`${name}/${part}`)!,
  );
  const inputs = reshape<Rank.R2>(x, [time, x.shape[2]]);
  const h = reshape<Rank.R2>(states, [time, units]);
  const z = add(
    add(matMul(inputs, kernel as Tensor2D), matMul(statesBefore(h, direction), recurrent as Tensor2D)),
    bias,
  );
  const values = [x, states, z, kernel, recurrent, bias].map((tensor) => tensor.dataSync() as Float32Array);
  const shape = { cell: layer.cell, direction, units, inputs: x.shape[2] };
  return {
    ...shape,
    x: values[0],
    states: values[1],
    z: values[2],
    kernel: values[3],
    recurrent: values[4],
    bias: values[5],
  };
}

/** What the tail gets: last states, or states weighed by attention. */
function featuresOf(top: readonly LayerActivations[], attention: Float32Array | undefined): Float32Array {
  const parts = top.map(({ units, states, direction }) => {
    const time = states.length / units;
    if (attention) {
      return Float32Array.from({ length: units }, (_, unit) =>
        attention.reduce((sum, share, word) => sum + share * states[word * units + unit], 0),
      );
    }
    const last = direction === 'forward' ? time - 1 : 0;
    return states.slice(last * units, (last + 1) * units);
  });
  return Float32Array.from(parts.flatMap((part) => [...part]));
}

function tailOf({ weights }: Network, { tail }: Anatomy, features: Float32Array): DenseTrace[] {
  let x = features;
  return tail.map(({ name, activation }) => {
    const [kernel, bias] = ['kernel', 'bias'].map((part) => weights.get(`${name}/${part}`)!.dataSync() as Float32Array);
    const sums = Float64Array.from(bias);
    x.forEach((value, i) => {
      if (value !== 0) for (let o = 0; o < sums.length; o++) sums[o] += value * kernel[i * sums.length + o];
    });
    const layer = { activation, x, z: Float32Array.from(sums), kernel, bias };
    x = activation === 'relu' ? layer.z.map((value) => Math.max(0, value)) : layer.z;
    return layer;
  });
}
