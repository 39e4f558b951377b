import type { Language } from '../../shared/languages';
import type { ModelCard } from '../../shared/model-card';
import type { ReadFile } from '../../model/format/read-json';
import type { ReadDictionary } from '../../text/languages';
import type { RunningGradientWorker } from '../fit/parallel/gradient-worker';
import type { FineTunerHost } from './fine-tuner';

/** The models that a training can start from. */
export interface StartModels {
  /** The model to start from when a request names none. */
  defaultFor(language: Language): Promise<string>;
  /** @throws SaliencyError `unknown-model` */
  card(name: string): Promise<ModelCard>;
  filesOf(name: string): ReadFile;
}

/** Everything that fine-tuning needs from the program that runs it. The tfjs backend must have been started. */
export interface FineTuningEnvironment {
  /** Reads the dictionary of a language that needs one. */
  readonly dictionary: ReadDictionary;
  /** The packed general texts of a language. */
  general(language: Language): Promise<Uint8Array>;
  readonly models: StartModels;
  /** Files of runs and of finished models, by their addresses. */
  readonly store: Pick<FineTunerHost, 'load' | 'save' | 'remove' | 'move'>;
  /** Starts a thread that shares each batch with this one; absent if there are none. */
  readonly startGradientWorker?: () => RunningGradientWorker;
  /** The memory that this worker uses, in bytes. */
  memory(): number;
  /** Today, as in `2026-07-08`. */
  today(): string;
  /** Lets the thread handle pending messages, then resolves. */
  breathe(): Promise<void>;
}
