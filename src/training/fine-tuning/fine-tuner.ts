import type { FileReading, ReadOptions } from '../../records/reading';
import type { Files } from '../../shared/protocol/explainer';
import type {
  FineTuningCheck,
  FineTuningProgress,
  StoredRun,
  FineTuningRequest,
  FineTuningResult,
  TrainingRow,
} from '../../shared/fine-tuning';

/** A file to read rows from: its address, and its name for people. */
export interface RowFile {
  readonly address: string;
  readonly name: string;
}

/** Rows of files, and how the files were read. */
export interface TrainingRows {
  readonly rows: readonly TrainingRow[];
  readonly readings: readonly FileReading[];
  /** Records that are not trained on: damaged or without a text; without a label. */
  readonly damaged: number;
  readonly withoutLabel: number;
  /** In languages that no model reads. */
  readonly otherLanguages: number;
}

/**
 * Fine-tunes models, one at a time, in a worker. Errors are `SaliencyError`s: `training-busy` (another run is under way),
 * `nothing-to-resume`, `damaged-checkpoint` (both of them), `foreign-checkpoint`, `unwritable` (its `reason` is `ENOSPC` of a
 * full disk), `out-of-memory`, `diverged`, `too-few-rows`, `too-few-labels`, `wrong-language`, `unknown-model`, and
 * `worker-crashed`, after which `resume` continues with the last checkpoint. An abort rejects with the signal's reason; what
 * was saved stays in the run's folder until it is resumed or discarded.
 */
export interface FineTuner {
  /** Reads labelled rows out of files, off the host's thread. */
  read(sources: readonly RowFile[], reading: ReadOptions, signal?: AbortSignal): Promise<TrainingRows>;
  /** Checks a request without writing anything. */
  check(request: FineTuningRequest, signal?: AbortSignal): Promise<FineTuningCheck>;
  /** Trains from the beginning. Resolves when the model, its card and the result are written. */
  run(
    request: FineTuningRequest,
    tell: (progress: FineTuningProgress) => void,
    signal?: AbortSignal,
  ): Promise<FineTuningResult>;
  /** Resumes the run of this folder; the result is the same, byte for byte, as without the interruption. */
  resume(run: string, tell: (progress: FineTuningProgress) => void, signal?: AbortSignal): Promise<FineTuningResult>;
  /** Pauses the current run after its current step, with a checkpoint, until `unpause`. */
  pause(): Promise<void>;
  unpause(): Promise<void>;
  /** The run that is stored in a folder; undefined if there is none. */
  remains(run: string): Promise<StoredRun | undefined>;
  /** Removes everything that a run left, including an incomplete model. A model that is complete stays. */
  discard(run: string): Promise<void>;
  /** Ends the worker. */
  dispose(): Promise<void>;
}

/** What the fine-tuning worker asks of its host: files of the installation and of models (`Files`), and the person's own. */
export interface FineTunerHost extends Files {
  /** Undefined if there is no such file. */
  load(address: string): Promise<Uint8Array | undefined>;
  /** Replaces the file whole, or not at all; makes the folders that it needs. */
  save(address: string, bytes: Uint8Array): Promise<void>;
  /** Removes a file, or a folder and everything in it. Does nothing if there is none. */
  remove(address: string): Promise<void>;
  /**
   * Moves a folder to another address: in one step if nothing is there yet. Otherwise its files replace the files of
   * the same names, the card last, so that a half-replaced folder is never taken for a model.
   */
  move(from: string, to: string): Promise<void>;
}
