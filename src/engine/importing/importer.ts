import type { Language } from '../../shared/languages';
import type { ImportAnswers } from '../../training/keras/answers';

/** A file and what is in it. */
export interface ImportFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** What a model's file says, and what it does not. */
export interface ImportFacts {
  /** `Keras 2 HDF5`. */
  readonly format: string;
  readonly layers: number;
  /** How many labels there are, and the usual ones for so many. */
  readonly labels: number;
  readonly usualLabels?: readonly string[];
  /** Words that texts are padded to, where the file says. */
  readonly length?: number;
  /** Whether predictions depend on how texts are padded. */
  readonly readsPadding: boolean;
  /** Where padding usually stands in such a model. */
  readonly padding: 'pre' | 'post';
  /** Whether somebody has to say which words it knows. */
  readonly needsWords: boolean;
}

/** A model that was made, as files of its folder. */
export interface ImportedModel {
  readonly files: readonly ImportFile[];
  readonly language: Language;
  readonly words: number;
}

/** What the importer asks of the thread that started it. */
export interface ImporterHost {
  /** A file that is beside the model's. */
  readBeside(path: string): Promise<Uint8Array>;
}

/** Reads models of Keras. Both reject with a `SaliencyError` for people. */
export interface Importer {
  inspect(model: ImportFile): Promise<ImportFacts>;
  make(model: ImportFile, said: ImportAnswers): Promise<ImportedModel>;
  dispose(): Promise<void>;
}
