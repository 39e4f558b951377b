/** What VS Code gives a webview's page. */
export interface VsCodeApi {
  postMessage(message: object): void;
  /** What the page kept before a reload. */
  getState(): unknown;
  setState(state: object): void;
}

declare global {
  /** Callable once. */
  var acquireVsCodeApi: () => VsCodeApi;
}
