import { SaliencyError } from '../../shared/saliency-error';

/** The error for a file that Keras did not write. */
export const notKeras = (file: string): SaliencyError =>
  new SaliencyError(
    `“${file}” is no Keras model. Import what model.save() wrote: a .keras or .h5 file, or TensorFlow.js's model.json.`,
    'not-keras',
    { file },
  );

/** The error for a file of another known format. @param format its name: `PyTorch` */
export const foreignModel = (file: string, format: string): SaliencyError =>
  new SaliencyError(
    `“${file}” is no Keras model but ${format}. Import what model.save() wrote: a .keras or .h5 file, or TensorFlow.js's model.json.`,
    'foreign-model',
    { file, format },
  );

/** The file has no bytes, as a download or a save that was broken off leaves it. */
export const emptyFile = (file: string): SaliencyError =>
  new SaliencyError(`“${file}” is empty. Save the model again and import that file.`, 'empty-model-file', { file });

/** The model is in it, packed once more. @param inside the model's file */
export const packedModel = (file: string, inside: string): SaliencyError =>
  new SaliencyError(`“${file}” is an archive. Unpack it, and import “${inside}”, which is in it.`, 'packed-model', {
    file,
    inside,
  });

/** A clone of a repository without its large files has these instead. */
export const gitLfsPointer = (file: string): SaliencyError =>
  new SaliencyError(
    `“${file}” only says where Git LFS keeps the model. Fetch it with git lfs pull, then import it.`,
    'git-lfs-pointer',
    { file },
  );

/** @param problem an English half sentence: “the layer "lstm" has 2 weights where it needs 3” */
export const damagedKeras = (file: string, problem: string): SaliencyError =>
  new SaliencyError(
    `“${file}” cannot be read: ${problem}. Save the model again and import that file.`,
    'damaged-keras',
    {
      file,
      problem,
    },
  );

/** The error for a file that has only weights, without layers. */
export const weightsOnly = (file: string): SaliencyError =>
  new SaliencyError(
    `“${file}” holds weights without the model's layers. Save the whole model: model.save("model.keras").`,
    'weights-only',
    { file },
  );

/** The supported formats and layers, as a sentence for errors. */
const SUPPORTED =
  'Embedding, LSTM, GRU, SimpleRNN, Bidirectional, Conv1D, SeparableConv1D, MaxPooling1D, AveragePooling1D, ' +
  'GlobalMaxPooling1D, GlobalAveragePooling1D, Dense, TimeDistributed, Flatten, Reshape, Permute, RepeatVector, Concatenate, ' +
  'Add, Subtract, Multiply, Average, Maximum, Minimum, Dot, LayerNormalization, BatchNormalization, Activation, ReLU, ' +
  'LeakyReLU, ELU, Softmax, Attention, AdditiveAttention, TextVectorization and all kinds of Dropout';

/** The error for an unsupported kind of layer. */
export const unsupportedLayer = (layer: string, kind: string): SaliencyError =>
  new SaliencyError(
    `The layer “${layer}” is of the kind ${kind}, which is not supported. Supported are: ${SUPPORTED}.`,
    'unsupported-layer',
    { layer, kind, supported: SUPPORTED },
  );

/** The error for an unsupported setting of a layer. @param setting as Keras names it, with its value */
export const unsupportedSetting = (layer: string, kind: string, setting: string, instead: string): SaliencyError =>
  new SaliencyError(
    `The layer “${layer}” (${kind}) has ${setting}, which is not supported. Supported is: ${instead}.`,
    'unsupported-setting',
    { layer, kind, setting, instead },
  );

/** @param problem an English sentence without its full stop: “it has 2 inputs” */
export const unsupportedModel = (problem: string, instead: string): SaliencyError =>
  new SaliencyError(`The model cannot be imported: ${problem}. ${instead}`, 'unsupported-model', { problem, instead });
