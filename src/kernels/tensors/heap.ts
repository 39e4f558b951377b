import { backend, type TensorInfo } from '@tensorflow/tfjs-core';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm/dist/backend_wasm';
import type { Assembly } from '../inference/module-exports';

/**
 * The memory that tfjs's wasm backend and our kernels share. This file is the only one that knows tfjs's internals
 * (`backend.wasm`, `dataIdMap`); it fits tfjs 4.22.0, which is pinned.
 *
 * Addresses are bytes. When memory grows, every view is detached: create views again after each allocation.
 */
interface WasmModule {
  readonly asm: Readonly<Record<string, unknown>>;
  readonly HEAPU8: Uint8Array;
  _malloc(bytes: number): number;
  _free(address: number): void;
  readonly tfjs: {
    registerTensor(id: number, size: number, address: number): void;
    disposeData(id: number): void;
  };
}

let wasm: WasmModule | undefined;
let assembly: Assembly | undefined;
const watchers = new Map<object, Set<() => void>>();

const wasmBackend = (): BackendWasm => backend() as BackendWasm;

/** Instantiates our kernels over the memory of the running wasm backend. */
export async function attachKernels(kernels: WebAssembly.Module): Promise<void> {
  const module = wasmBackend().wasm as unknown as WasmModule;
  const memory = Object.values(module.asm).find((value) => value instanceof WebAssembly.Memory);
  if (!memory) throw new Error('The tfjs wasm backend does not show its memory: is this tfjs 4.22.0?');
  const instance = await WebAssembly.instantiate(kernels, { env: { memory } });
  wasm = module;
  assembly = instance.exports as unknown as Assembly;
  assembly.initGates(allocate(64));
  watchDisposals(wasmBackend());
}

/** Our kernels. */
export function kernelExports(): Assembly {
  if (!assembly) throw new Error('The kernels are not there yet: await startBackend() first.');
  return assembly;
}

function module(): WasmModule {
  if (!wasm) throw new Error('The wasm backend is not there yet: await startBackend() first.');
  return wasm;
}

/** Bytes in the shared memory now. */
export function heapBytes(): number {
  return module().HEAPU8.length;
}

/** Allocates memory that the caller has to free. */
export function allocate(bytes: number): number {
  const address = module()._malloc(bytes) >>> 0;
  if (address === 0) throw new Error(`No memory for ${bytes} more bytes: use a smaller batch or shorter texts.`);
  return address;
}

/** Frees memory of `allocate`. */
export function free(address: number): void {
  module()._free(address);
}

/** Views of n numbers; valid until the next allocation. */
export const floatsAt = (address: number, n: number): Float32Array =>
  new Float32Array(module().HEAPU8.buffer, address, n);
export const intsAt = (address: number, n: number): Int32Array => new Int32Array(module().HEAPU8.buffer, address, n);
export const bytesAt = (address: number, n: number): Uint8Array => new Uint8Array(module().HEAPU8.buffer, address, n);

/** The address of a tensor's numbers. */
export function addressOf(tensor: TensorInfo): number {
  return wasmBackend().dataIdMap.get(tensor.dataId).memoryOffset;
}

/** A tensor's numbers, without a copy; valid until the next allocation. */
export function numbersOf(tensor: TensorInfo): Float32Array | Int32Array | Uint8Array {
  return wasmBackend().typedArrayFromHeap(tensor);
}

/** A float32 tensor for a kernel to fill. */
export function outputFloats(shape: number[]): TensorInfo {
  return wasmBackend().makeOutput(shape, 'float32');
}

/** An int32 tensor for a kernel to fill. */
export function outputInts(shape: number[]): TensorInfo {
  return wasmBackend().makeOutput(shape, 'int32');
}

/** A tensor of shape [1] that owns a larger block, in which one kernel stores data for another. The block is freed with the tensor. */
export function outputBlock(bytes: number): TensorInfo {
  return wasmBackend().makeOutput([1], 'float32', allocate(bytes));
}

/** Another tensor with the same numbers, which are freed with the last tensor that has them. */
export function share({ dataId, shape, dtype }: TensorInfo): TensorInfo {
  wasmBackend().incRef(dataId);
  return { dataId, shape, dtype };
}

/** Whether other tensors have the same numbers. */
export function isShared(tensor: TensorInfo): boolean {
  return wasmBackend().refCount(tensor.dataId) > 1;
}

/**
 * Must be called when a kernel has overwritten a tensor's numbers. Drops the packed copies of weights that tfjs keeps for them
 * (in XNNPACK, by the number of the data) and those that we keep (by the data id).
 */
export function wroteInPlace(tensor: TensorInfo): void {
  const host = wasmBackend();
  const data = host.dataIdMap.get(tensor.dataId);
  const spare = host.makeOutput([1], 'float32');
  const id = host.dataIdMap.get(spare.dataId).id;
  host.disposeData(spare.dataId);
  module().tfjs.disposeData(data.id);
  data.id = id;
  module().tfjs.registerTensor(
    id,
    data.shape.reduce((a, b) => a * b, 1),
    data.memoryOffset,
  );
  notify(tensor.dataId);
}

/** Calls `then` once, when the tensor's numbers are freed or overwritten. */
export function whenStale(tensor: TensorInfo, then: () => void): void {
  const key = tensor.dataId;
  watchers.set(key, (watchers.get(key) ?? new Set()).add(then));
}

function notify(dataId: object): void {
  const set = watchers.get(dataId);
  watchers.delete(dataId);
  set?.forEach((then) => then());
}

function watchDisposals(host: BackendWasm): void {
  const dispose = host.disposeData.bind(host);
  host.disposeData = (dataId, force) => {
    const gone = dispose(dataId, force);
    if (gone && watchers.size > 0) notify(dataId);
    return gone;
  };
}
