import type { TensorInfo } from '@tensorflow/tfjs-core';
import { addressOf, allocate, free, kernelExports, whenStale } from './heap';
import { alignToLine } from './scratch';

/** How a weight is packed: `gates` for products with the weight, `transposed` for products with its transpose. */
type Packing = 'gates' | 'transposed';

const kept = new Map<object, Map<Packing, number>>();

/**
 * The address of a packed Keras LSTM kernel `[rows, 4 * units]` (or of a bias, one row), in the order in which products read it.
 * It is kept until the tensor is disposed, assigned (a variable then has other data) or written in place. So inference packs
 * only once for all texts, and training once for each step.
 */
export function packed(weight: TensorInfo, packing: Packing, units: number): number {
  const key = weight.dataId;
  const block = kept.get(key)?.get(packing) ?? keep(weight, packing, units);
  return alignToLine(block);
}

function keep(weight: TensorInfo, packing: Packing, units: number): number {
  const key = weight.dataId;
  const block = pack(weight, packing, units);
  const blocks = kept.get(key) ?? new Map<Packing, number>();
  if (!kept.has(key)) {
    kept.set(key, blocks);
    whenStale(weight, () => {
      blocks.forEach(free);
      kept.delete(key);
    });
  }
  blocks.set(packing, block);
  return block;
}

function pack(weight: TensorInfo, packing: Packing, units: number): number {
  const isBias = weight.shape.length === 1;
  const rows = isBias ? 1 : weight.shape[0];
  const columns = Math.ceil(units / 4) * 16;
  const multiple = packing === 'transposed' ? 16 : 4;
  const padded = isBias ? 1 : Math.ceil(rows / multiple) * multiple;
  const block = allocate(padded * columns * 4 + 64);
  const { packGates, packGatesTransposed } = kernelExports();
  if (packing === 'gates') packGates(addressOf(weight), rows, padded, units, alignToLine(block));
  else packGatesTransposed(addressOf(weight), rows, units, alignToLine(block));
  return block;
}
