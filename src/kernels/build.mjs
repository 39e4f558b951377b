// Compiles the SIMD kernels of assembly/ to one WebAssembly module that lives in tfjs's memory.
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const folder = dirname(fileURLToPath(import.meta.url));

/** Compiles, checks that the module has no static data, and writes it to `outFile`. Returns its bytes. */
export async function compileKernels(outFile) {
  const bytes = await compile();
  if (hasDataSegment(bytes)) {
    throw new Error('The kernels must not have static data: it would overwrite that of tfjs, whose memory they share.');
  }
  await mkdir(dirname(outFile), { recursive: true });
  const partial = `${outFile}.${process.pid}.partial`;
  await writeFile(partial, bytes);
  await rename(partial, outFile);
  return bytes;
}

async function compile() {
  const files = new Map();
  const entry = 'assembly/index.ts';
  const { error, stderr } = await asc.main(
    [
      entry,
      '--baseDir',
      folder,
      '--outFile',
      'kernels.wasm',
      '-O3',
      '--noAssert',
      '--runtime',
      'stub',
      '--importMemory',
    ].concat(['--noExportMemory', '--enable', 'simd', '--converge']),
    { writeFile: (name, contents) => void files.set(relative('.', name), contents) },
  );
  if (error) throw new Error(`The kernels do not compile.\n${stderr.toString()}`, { cause: error });
  return files.get('kernels.wasm');
}

/** Whether a WebAssembly module has a data section (id 11). */
export function hasDataSegment(bytes) {
  for (let at = 8; at < bytes.length;) {
    if (bytes[at++] === 11) return true;
    let size = 0;
    for (let shift = 0, more = true; more; shift += 7) {
      const byte = bytes[at++];
      size |= (byte & 127) << shift;
      more = byte >= 128;
    }
    at += size;
  }
  return false;
}
