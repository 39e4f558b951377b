import { engine, type KernelConfig, type NamedAttrMap, type Tensor } from '@tensorflow/tfjs-core';
import { addressOf, bytesAt, kernelExports, outputFloats } from './heap';

/** Numbers stored as uint8: a value is level · scale + min. */
export interface StoredLevels {
  /** One level for each value, row-major. */
  readonly bytes: Uint8Array;
  readonly scale: number;
  readonly min: number;
}

interface DecodeAttributes extends StoredLevels {
  readonly shape: number[];
}

/** A float32 tensor of stored levels, decoded in place; in JavaScript the numbers would be created twice and copied. */
export function decodedTensor(levels: StoredLevels, shape: readonly number[]): Tensor {
  const attributes: DecodeAttributes = { ...levels, shape: [...shape] };
  return engine().runKernel<Tensor>('SaliencyDecode', {}, attributes as unknown as NamedAttrMap);
}

export const decodeConfig: KernelConfig = {
  kernelName: 'SaliencyDecode',
  backendName: 'wasm',
  kernelFunc: ({ attrs }) => {
    const { bytes, scale, min, shape } = attrs as unknown as DecodeAttributes;
    const out = outputFloats(shape);
    const at = addressOf(out);
    const count = bytes.length;
    bytesAt(at + 3 * count, count).set(bytes);
    kernelExports().decodeLevels(at + 3 * count, count, scale, min, at);
    return out;
  },
};
