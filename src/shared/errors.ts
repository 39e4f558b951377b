/** What an error concerns, which decides how it is reported. */
export type ErrorScope =
  /** One text: the other texts of the batch or document go on. */
  | 'text'
  /** A worker that had several texts: asking for them one by one shows which of them caused it. */
  | 'worker'
  /** The question, the settings, a model or a file: every text would fail in the same way, so it ends the run. */
  | 'run';

export interface ErrorFacts {
  readonly scope: ErrorScope;
  /** The exit status of the command: 1 = failed, 2 = wrong usage. */
  readonly exit: 1 | 2;
}

const TABLE = {
  // A text, and what is asked about it
  'no-words': { scope: 'text', exit: 1 },
  'no-text': { scope: 'text', exit: 1 },
  'too-long': { scope: 'text', exit: 1 },
  'too-many-words': { scope: 'text', exit: 1 },
  'relevance-overflow': { scope: 'text', exit: 1 },
  'bad-row': { scope: 'text', exit: 1 },
  // What fits depends on the model, and that on the text's language.
  'no-model': { scope: 'text', exit: 1 },
  'method-not-offered': { scope: 'text', exit: 2 },
  'method-not-signed': { scope: 'text', exit: 2 },
  'unknown-target': { scope: 'text', exit: 2 },
  'same-labels': { scope: 'text', exit: 2 },
  // What was asked for or set
  'unknown-method': { scope: 'run', exit: 2 },
  'unknown-model': { scope: 'run', exit: 2 },
  'wrong-language': { scope: 'run', exit: 2 },
  'wrong-setting': { scope: 'run', exit: 2 },
  'wrong-input': { scope: 'run', exit: 2 },
  usage: { scope: 'run', exit: 2 },
  configuration: { scope: 'run', exit: 2 },
  // Models and the installation
  'unknown-architecture': { scope: 'run', exit: 2 },
  'damaged-model': { scope: 'run', exit: 1 },
  'newer-model': { scope: 'run', exit: 1 },
  'damaged-vocabulary': { scope: 'run', exit: 1 },
  'damaged-segmenter': { scope: 'run', exit: 1 },
  'damaged-installation': { scope: 'run', exit: 1 },
  // Models of Keras that are imported
  'not-keras': { scope: 'run', exit: 1 },
  'foreign-model': { scope: 'run', exit: 1 },
  'empty-model-file': { scope: 'run', exit: 1 },
  'packed-model': { scope: 'run', exit: 1 },
  'git-lfs-pointer': { scope: 'run', exit: 1 },
  'damaged-keras': { scope: 'run', exit: 1 },
  'weights-only': { scope: 'run', exit: 1 },
  'unsupported-layer': { scope: 'run', exit: 1 },
  'unsupported-setting': { scope: 'run', exit: 1 },
  'unsupported-model': { scope: 'run', exit: 1 },
  'unsupported-vocabulary': { scope: 'run', exit: 1 },
  'import-question': { scope: 'run', exit: 2 },
  // Workers
  internal: { scope: 'worker', exit: 1 },
  'worker-crashed': { scope: 'worker', exit: 1 },
  'unknown-call': { scope: 'run', exit: 1 },
  cancelled: { scope: 'run', exit: 1 },
  closed: { scope: 'run', exit: 1 },
  // Files that are read
  'no-such-file': { scope: 'run', exit: 2 },
  'unknown-file-kind': { scope: 'run', exit: 2 },
  'no-such-column': { scope: 'run', exit: 2 },
  'unknown-labels': { scope: 'run', exit: 2 },
  unreadable: { scope: 'run', exit: 1 },
  'too-large': { scope: 'run', exit: 1 },
  'not-rows': { scope: 'run', exit: 1 },
  'nothing-to-annotate': { scope: 'run', exit: 1 },
  'source-changed': { scope: 'run', exit: 1 },
  'other-source': { scope: 'run', exit: 1 },
  'other-question': { scope: 'run', exit: 1 },
  'rows-failed': { scope: 'run', exit: 1 },
  // Files that are written
  unwritable: { scope: 'run', exit: 1 },
  'not-written': { scope: 'run', exit: 1 },
  'not-drawn': { scope: 'run', exit: 1 },
  'picture-too-large': { scope: 'run', exit: 1 },
  // Training
  'no-validation-rows': { scope: 'run', exit: 1 },
  'too-few-labels': { scope: 'run', exit: 1 },
  'no-marks': { scope: 'run', exit: 1 },
  'no-recurrent-network': { scope: 'run', exit: 1 },
  diverged: { scope: 'run', exit: 1 },
  'damaged-checkpoint': { scope: 'run', exit: 1 },
  'foreign-checkpoint': { scope: 'run', exit: 1 },
  'partner-ended': { scope: 'run', exit: 1 },
  'partner-failed': { scope: 'run', exit: 1 },
  'too-few-rows': { scope: 'run', exit: 1 },
  'training-busy': { scope: 'run', exit: 1 },
  'nothing-to-resume': { scope: 'run', exit: 1 },
  'out-of-memory': { scope: 'run', exit: 1 },
} satisfies Readonly<Record<string, ErrorFacts>>;

/** What kind of error it is: a stable identifier for programs. */
export type ErrorCode = keyof typeof TABLE;

/** Every kind of error that is meant for people, and how it is reported. Their sentences: `strings/errors.ts`. */
export const ERRORS: Readonly<Record<ErrorCode, ErrorFacts>> = TABLE;

export const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(ERRORS, code);
