import type * as vscode from 'vscode';
import type { DocumentViews } from '../activate/document-views';
import type { LoadViews } from '../activate/load-views';
import type { Services } from '../activate/services';
import type { Annotation } from '../annotate/annotation';
import type { ImportHost } from '../import/import-host';
import type { TrainingController } from '../train/training';
import type { Panel } from '../ranges/current-explanation';

/** What commands work with: the services, and parts that are loaded when a command first needs them. */
export interface CommandServices extends Services {
  readonly context: vscode.ExtensionContext;
  readonly panel: Panel;
  /** The bundle of the code that is not needed when the extension starts. */
  readonly views: LoadViews;
  readonly documentViews: () => Promise<DocumentViews>;
  readonly annotation: () => Promise<Annotation>;
  /** What imports models of Keras. */
  readonly importing: ImportHost;
  readonly training: () => Promise<TrainingController>;
}

/** Where `package.json` puts commands, besides the palette. */
export type ManifestMenu =
  'view/title' | 'view/item/context' | 'saliency.editor' | 'editor/title' | 'editor/title/context' | 'explorer/context';

/** One command of the editor; its title stands in `package.nls*.json`, its place in a menu in `package.json`. */
export interface Command {
  /** `saliency.<id>` in `package.json`. */
  readonly id: string;
  /** The condition under which the palette offers it; left out: always. */
  readonly when?: string;
  /** The condition under which it can be run at all, by a key as well; left out: always. */
  readonly enablement?: string;
  readonly menus?: readonly ManifestMenu[];
  /** True: only our own links and notifications run it, so `package.json` does not name it. */
  readonly internal?: true;
  /**
   * Errors that it throws are shown to the person. Arguments come from menus, links of ours, keybindings and other
   * extensions.
   */
  readonly run: (services: CommandServices, ...given: never[]) => unknown;
}
