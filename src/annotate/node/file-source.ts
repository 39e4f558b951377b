import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { SaliencyError } from '../../shared/saliency-error';
import type { CountedSource } from '../worker/file-store';

type Bytes = Uint8Array<ArrayBuffer>;

/** @throws SaliencyError `no-such-file` */
export async function fileSource(path: string, name = path): Promise<CountedSource> {
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new SaliencyError(`There is no file ${path}.`, 'no-such-file', { file: path });
  if (found.isDirectory())
    throw new SaliencyError(`${path} is a folder: name its files.`, 'no-such-file', { file: path });
  return counted(name, () => createReadStream(path), found.isFile() ? found.size : undefined);
}

/** Standard input, or any other stream, which can be read once. */
export function streamSource(name: string, stream: AsyncIterable<Uint8Array>): CountedSource {
  return { ...counted(name, () => stream), once: true };
}

function counted(name: string, open: () => AsyncIterable<Uint8Array>, size?: number): CountedSource {
  let read = 0;
  return {
    name,
    size,
    read: () => read,
    async *bytes() {
      // Each reading counts its bytes from zero.
      read = 0;
      for await (const piece of open()) {
        read += piece.length;
        yield piece as Bytes;
      }
    },
  };
}
