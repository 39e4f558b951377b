import type { ErrorCode } from '../errors';

/** How a fact of an error is written in its sentence: as it is, as a whole number, or by the name of what it stands for. */
export type FactKind = 'text' | 'list' | 'whole' | 'language' | 'labels' | 'method' | 'methods';

/** What people read of an error; English, translated by `l10n/`. */
export interface ErrorWording {
  readonly sentence: string;
  /** What stands for `{0}`, `{1}` …, in this order: by its name in the error's data, how it is written. */
  readonly facts?: Readonly<Record<string, FactKind>>;
}

const DAMAGED_INSTALLATION: ErrorWording = {
  sentence: 'A file of Saliency is damaged or missing. Install Saliency again.',
};
const METHOD_NOT_OFFERED: ErrorWording = {
  sentence: 'The model “{0}” does not offer the method “{1}”. It offers: {2}.',
  facts: { model: 'text', method: 'method', offered: 'methods' },
};

/** Of errors that reach the editor; the message of any other is shown as it is. */
export const ERROR_WORDING: Readonly<Partial<Record<ErrorCode, ErrorWording>>> = {
  'no-words': { sentence: 'There are no words in this text.' },
  'too-long': {
    sentence: 'The text is too long: {0} characters; at most {1} are explained at a time.',
    facts: { length: 'whole', most: 'whole' },
  },
  'wrong-language': {
    sentence: 'The model “{0}” is for {1} texts, not for {2} ones.',
    facts: { model: 'text', language: 'language', asked: 'language' },
  },
  'unknown-model': { sentence: 'There is no model “{0}”. There are: {1}.', facts: { model: 'text', models: 'list' } },
  'no-model': {
    sentence: 'There is no model for {0} texts. There are: {1}.',
    facts: { language: 'language', models: 'list' },
  },
  'damaged-model': {
    sentence:
      'Model “{0}”: {1} is damaged, missing or not of this model. Copy the model again from where it came, or remove its folder.',
    facts: { model: 'text', file: 'text' },
  },
  'newer-model': {
    sentence: 'Model “{0}” is stored in a newer format than this version knows. Update Saliency.',
    facts: { model: 'text' },
  },
  'damaged-vocabulary': {
    sentence: 'The vocabulary of the model is damaged. Copy the model again from where it came, or remove its folder.',
  },
  'unknown-architecture': { sentence: 'The model is of a kind that this version does not know. Update Saliency.' },
  'damaged-installation': DAMAGED_INSTALLATION,
  'damaged-segmenter': DAMAGED_INSTALLATION,
  'unknown-target': {
    sentence: 'The model “{0}” has no label “{1}”. It has: {2}.',
    facts: { model: 'text', label: 'text', labels: 'labels' },
  },
  'unknown-method': METHOD_NOT_OFFERED,
  'method-not-offered': METHOD_NOT_OFFERED,
  'method-not-signed': {
    sentence: 'The method “{0}” cannot tell one label from another. For that the model “{1}” offers: {2}.',
    facts: { method: 'method', model: 'text', offered: 'methods' },
  },
  'same-labels': { sentence: 'Choose two different labels to compare: {0}.', facts: { labels: 'labels' } },
  'too-many-words': {
    sentence:
      'Shapley values are for texts of up to {0} words that the model knows; this one has {1}. Select less text, or choose another method.',
    facts: { most: 'text', words: 'text' },
  },
  'relevance-overflow': {
    sentence:
      'Layer-wise relevance propagation (LRP) overflows on this text ({0} words). Select less text, or choose another method.',
    facts: { words: 'text' },
  },
  'not-keras': {
    sentence:
      '“{0}” is no Keras model. Import what model.save() wrote: a .keras or .h5 file, or TensorFlow.js’s model.json.',
    facts: { file: 'text' },
  },
  'foreign-model': {
    sentence: '“{0}” is no Keras model but {1}. Import what model.save() wrote: a .keras or .h5 file, or TensorFlow.js’s model.json.', // prettier-ignore
    facts: { file: 'text', format: 'text' },
  },
  'empty-model-file': {
    sentence: '“{0}” is empty. Save the model again and import that file.',
    facts: { file: 'text' },
  },
  'packed-model': {
    sentence: '“{0}” is an archive. Unpack it, and import “{1}”, which is in it.',
    facts: { file: 'text', inside: 'text' },
  },
  'git-lfs-pointer': {
    sentence: '“{0}” only says where Git LFS keeps the model. Fetch it with git lfs pull, then import it.',
    facts: { file: 'text' },
  },
  'damaged-keras': {
    sentence: '“{0}” cannot be read: {1}. Save the model again and import that file.',
    facts: { file: 'text', problem: 'text' },
  },
  'weights-only': {
    sentence: '“{0}” holds weights without the model’s layers. Save the whole model: model.save("model.keras").',
    facts: { file: 'text' },
  },
  'unsupported-layer': {
    sentence: 'The layer “{0}” is of the kind {1}, which is not supported. Supported are: {2}.',
    facts: { layer: 'text', kind: 'text', supported: 'text' },
  },
  'unsupported-setting': {
    sentence: 'The layer “{0}” ({1}) has {2}, which is not supported. Supported is: {3}.',
    facts: { layer: 'text', kind: 'text', setting: 'text', instead: 'text' },
  },
  'unsupported-model': {
    sentence: 'The model cannot be imported: {0}. {1}',
    facts: { problem: 'text', instead: 'text' },
  },
  'unsupported-vocabulary': {
    sentence: 'The vocabulary “{0}” cannot be used: {1}. {2}',
    facts: { file: 'text', problem: 'text', instead: 'text' },
  },
  'worker-crashed': { sentence: 'The worker that explains texts stopped. Please try again.' },
  closed: { sentence: 'Saliency was closed.' },
  internal: { sentence: 'Saliency failed on this text. This is a bug in Saliency; the log has the details.' },
  'no-such-file': { sentence: 'There is no file {0}.', facts: { file: 'text' } },
  'no-such-column': {
    sentence: 'There is no column “{0}” in {1}. There are: {2}.',
    facts: { column: 'text', file: 'text', columns: 'list' },
  },
  'too-large': {
    sentence:
      '{0} has {1} MB; in this window files of up to {2} MB can be read, because each is read as a whole. Open its folder on the desktop, or use the command line.',
    facts: { file: 'text', size: 'text', most: 'text' },
  },
  'other-source': {
    sentence: 'The files have changed since the run that is to be resumed. Annotate again, and start over.',
  },
  'other-question': { sentence: 'The earlier run had other options. Annotate again, and start over.' },
  'source-changed': { sentence: 'The files have changed since they were annotated. Annotate them again.' },
  'nothing-to-resume': { sentence: 'There is no training to resume: nothing was saved, or it was discarded.' },
  'training-busy': { sentence: 'Another training is under way: one at a time. Wait for it, or cancel it.' },
  'out-of-memory': {
    sentence:
      'The memory is not enough for this training: close other programs, or train on fewer or shorter rows. What was learnt up to the last checkpoint is kept.',
  },
  'damaged-checkpoint': {
    sentence: 'The checkpoints of this training are damaged, so it cannot be resumed. Discard it and start again.',
  },
  'foreign-checkpoint': {
    sentence:
      'The checkpoint belongs to a training with other rows, another start or another version of Saliency. Discard it and start again.',
  },
  diverged: {
    sentence:
      'The training did not converge: its figures grew beyond all bounds. Choose a smaller learning rate under Advanced.',
  },
  'too-few-labels': { sentence: 'A model needs rows of at least two labels.' },
  unreadable: { sentence: '{0} cannot be read to its end: it is damaged or was cut off.', facts: { file: 'text' } },
  'not-rows': {
    sentence: '{0}, line {1}: this row was not written by Saliency.',
    facts: { file: 'text', line: 'text' },
  },
};

/** Of `unwritable`, by the reason that the disk gives. */
export const UNWRITABLE_WORDING = {
  training:
    'The disk is full: {0} cannot be written. What was learnt up to the last checkpoint is kept: make room and resume the training.',
  full: 'The disk is full: {0} cannot be written. Make room and annotate again.',
  fullButKept: 'The disk is full: {0} cannot be written. What is done is kept; make room and annotate again.',
  forbidden: 'The folder of {0} is read-only. Copy the files to another folder, and annotate them there.',
  other: '{0} cannot be written: {1}',
};
