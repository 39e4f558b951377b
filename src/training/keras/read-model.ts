import { isZip } from '../../records/bytes/archive';
import { foreignFile } from './foreign';
import { isHdf5 } from './hdf5';
import type { KerasFile } from './keras-file';
import { readH5 } from './read-h5';
import { readKerasArchive } from './read-keras';
import { readTfjs, type ReadBeside } from './read-tfjs';

/**
 * Opens a model file; its format is told from its content, not from its name.
 * @param file its name, for errors
 * @throws SaliencyError `not-keras`, `empty-model-file`, `packed-model`, `foreign-model`, `git-lfs-pointer`, `damaged-keras`, `weights-only`, `unsupported-model`
 */
export async function readModel(file: string, bytes: Uint8Array, beside: ReadBeside): Promise<KerasFile> {
  if (isHdf5(bytes)) return readH5(file, bytes);
  if (isZip(bytes)) return readKerasArchive(file, bytes);
  if (bytes.find((byte) => byte > 0x20) === 0x7b) return readTfjs(file, bytes, beside);
  throw foreignFile(file, bytes);
}
