import type { TensorInfo } from '@tensorflow/tfjs-core';
import { addressOf, allocate, free, kernelExports, whenStale } from './heap';
import type { LstmShape } from './lstm-shape';
import { alignToLine } from './scratch';

/** The weights of an LSTM in the order in which the products read them. Addresses. */
export interface PackedWeights {
  readonly kernel: number;
  readonly recurrentKernel: number;
  readonly bias: number;
}

interface Weights {
  readonly kernel: TensorInfo;
  readonly recurrentKernel: TensorInfo;
  readonly bias: TensorInfo;
}

interface Kept extends PackedWeights {
  readonly of: readonly object[];
  drop(): void;
}

const kept = new Map<object, Kept>();

/**
 * Runs a body with packed weights. Under a gradient they are packed for this call alone, as they change with every step
 * of training. Otherwise they are kept until one of the three tensors is disposed, assigned (a variable then has other
 * data) or written in place, so that single texts do not pay for the packing again.
 */
export function withPackedWeights<T>(
  weights: Weights,
  shape: LstmShape,
  keep: boolean,
  body: (packed: PackedWeights) => T,
): T {
  if (keep) return body(find(weights) ?? store(weights, shape));
  const { block, ...packed } = pack(weights, shape);
  try {
    return body(packed);
  } finally {
    free(block);
  }
}

const ids = (weights: Weights): object[] =>
  [weights.kernel, weights.recurrentKernel, weights.bias].map((t) => t.dataId);

function find(weights: Weights): Kept | undefined {
  const found = kept.get(weights.kernel.dataId);
  return found && ids(weights).every((id, i) => id === found.of[i]) ? found : undefined;
}

function store(weights: Weights, shape: LstmShape): Kept {
  const key = weights.kernel.dataId;
  kept.get(key)?.drop();
  const { block, ...packed } = pack(weights, shape);
  const drop = (): void => {
    stop.forEach((end) => end());
    kept.delete(key);
    free(block);
  };
  const stop = [weights.kernel, weights.recurrentKernel, weights.bias].map((tensor) => whenStale(tensor, drop));
  const entry = { ...packed, of: ids(weights), drop };
  kept.set(key, entry);
  return entry;
}

function pack(weights: Weights, shape: LstmShape): PackedWeights & { readonly block: number } {
  const { inputs, inputsPadded, units, unitsPadded, groups } = shape;
  const block = allocate((inputsPadded + unitsPadded + 1) * groups * 64 + 64);
  const kernel = alignToLine(block);
  const recurrentKernel = kernel + inputsPadded * groups * 64;
  const bias = recurrentKernel + unitsPadded * groups * 64;
  const { packGates } = kernelExports();
  packGates(addressOf(weights.kernel), inputs, inputsPadded, units, kernel);
  packGates(addressOf(weights.recurrentKernel), units, unitsPadded, units, recurrentKernel);
  packGates(addressOf(weights.bias), 1, 1, units, bias);
  return { block, kernel, recurrentKernel, bias };
}
