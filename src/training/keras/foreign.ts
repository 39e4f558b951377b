import type { SaliencyError } from '../../shared/saliency-error';
import { emptyFile, foreignModel, gitLfsPointer, notKeras, packedModel } from './refusal';

/** The error for a file that is neither HDF5, an archive nor JSON: it names the format that the first bytes show. */
export function foreignFile(file: string, bytes: Uint8Array): SaliencyError {
  if (bytes.length === 0) return emptyFile(file);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 512));
  if (head.startsWith('version https://git-lfs.github.com/')) return gitLfsPointer(file);
  if (/^\s*<(!doctype html|html|head)\b/i.test(head)) return foreignModel(file, 'HTML');
  // Safetensors: eight bytes of length, then a table in JSON.
  if (/^[^]{8}\{/.test(head) && head.includes('"data_offsets"')) return foreignModel(file, 'safetensors');
  // ONNX: the first field of its protocol buffer is a version, the second the producer's name.
  if (/^\x08[\x01-\x14]\x12[^]?(pytorch|tf2onnx|onnx|keras2onnx|skl2onnx)/.test(head))
    return foreignModel(file, 'ONNX');
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return packedModel(file, file.replace(/\.gz$/i, ''));
  if (bytes[0] === 0x80 && bytes[1] >= 2 && bytes[1] <= 5) return foreignModel(file, 'a pickle of Python');
  if (/saved_model\.pb$/.test(file)) return foreignModel(file, 'SavedModel');
  return notKeras(file);
}

/** The error for an archive that Keras did not write: it names the format that the file names in it show. */
export function foreignArchive(file: string, names: readonly string[]): SaliencyError {
  if (names.some((name) => /(^|\/)data\.pkl$/.test(name))) return foreignModel(file, 'PyTorch');
  if (names.some((name) => /(^|\/)saved_model\.pb$/.test(name))) return foreignModel(file, 'SavedModel');
  const model = names.find((name) => /\.(keras|h5|hdf5)$|(^|\/)model\.json$/i.test(name));
  if (model !== undefined) return packedModel(file, model);
  return notKeras(file);
}
