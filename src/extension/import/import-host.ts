import type * as vscode from 'vscode';
import type { Importer, ImporterHost } from '../../engine/importing/importer';

/** What importing a model takes from the host of the extension. */
export interface ImportHost {
  /** A worker that reads model files. */
  readonly start: (host: ImporterHost) => Importer;
  /** Where models of the person's own are kept, which the engine looks into. */
  readonly models: () => vscode.Uri;
  /** Has the engine look for models again. */
  readonly modelsChanged: () => Promise<void>;
}
