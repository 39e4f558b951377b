import type * as vscode from 'vscode';
import type { Files } from '../../shared/protocol/explainer';
import type { FineTuner, FineTunerHost } from '../../training/fine-tuning/fine-tuner';
import type { Services } from '../activate/services';

/** What training needs and the hosts of the desktop and of the web do differently. */
export interface TrainerHost {
  readonly context: vscode.ExtensionContext;
  /** The extension's own files, and those of the person's models. */
  readonly files: Files;
  /** A fine-tuner in a worker of its own, which its first call starts. */
  readonly startFineTuner: (host: FineTunerHost) => FineTuner;
  /** Processor cores of this machine. */
  readonly cores: number;
  /** Whether models may be kept in a folder of the person's choice. */
  readonly hasFolders: boolean;
  /** The set of models changed: loaded models and lists are forgotten. */
  readonly modelsChanged: () => Promise<void>;
  /** A model was discarded: what it has said is forgotten. */
  readonly modelDiscarded: (name: string) => void;
}

/** The services of the extension that training uses. */
export type TrainingParts = Pick<Services, 'explainer' | 'texts' | 'current' | 'readOnly' | 'log'>;
