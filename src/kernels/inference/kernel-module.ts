import { onceDone } from '../../shared/once';
import { damagedModule } from './damaged-module';

let compiled: WebAssembly.Module | undefined;

/**
 * Compiles our kernels, once a process or worker: tfjs's instance and every int16 encoder share the code. Throws an
 * `Error` where the bytes are no WebAssembly module or SIMD is missing; the next call tries again.
 */
export const startKernels = onceDone(compile);

/** The compiled kernels. */
export function kernelModule(): WebAssembly.Module {
  if (!compiled) throw new Error('The kernels are not there yet: await startKernels() first.');
  return compiled;
}

async function compile(bytes: Uint8Array): Promise<WebAssembly.Module> {
  if (!WebAssembly.validate(bytes as Uint8Array<ArrayBuffer>)) throw new Error(damagedModule('kernels.wasm'));
  compiled = await WebAssembly.compile(bytes as Uint8Array<ArrayBuffer>);
  return compiled;
}
