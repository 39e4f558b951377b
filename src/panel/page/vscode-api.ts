import type { PageMessage } from '../../shared/protocol/panel-messages';
import type { SavedState } from '../explanation/saved-state';

/** What VS Code gives a webview's page. */
export interface VsCodeApi {
  postMessage(message: PageMessage): void;
  getState(): unknown;
  setState(state: SavedState): void;
}

declare global {
  /** Callable once. */
  var acquireVsCodeApi: () => VsCodeApi;
}
