import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { startKernels } from '../inference/kernel-module';
import { startBackend } from '../tensors/backend';
import { compileKernels } from '../build.mjs';

// Everything but tests is handed the bytes.

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** The kernels, compiled when their sources changed, else from the cache beside the installed packages. */
export async function kernelBytes(): Promise<Uint8Array> {
  const hash = createHash('sha256').update(await readFile(path('../build.mjs')));
  const names = (await readdir(path('../assembly'))).sort();
  for (const name of names) hash.update(name).update(await readFile(path(`../assembly/${name}`)));
  const file = path(`../../../node_modules/.cache/saliency/kernels-${hash.digest('hex').slice(0, 16)}.wasm`);
  return readFile(file).catch(() => compileKernels(file));
}

/** The bytes of both WebAssembly modules, in a clone. */
export async function testBytes(): Promise<{ readonly tfjs: Uint8Array; readonly kernels: Uint8Array }> {
  const resolve = createRequire(import.meta.url).resolve;
  const tfjs = resolve('@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm');
  return { tfjs: await readFile(tfjs), kernels: await kernelBytes() };
}

/** Starts the backend from a clone's own files. For `beforeAll`. */
export async function startTestBackend(): Promise<void> {
  const { tfjs, kernels } = await testBytes();
  await startBackend({ tfjs, kernels: await startKernels(kernels) });
}
