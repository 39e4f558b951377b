import * as vscode from 'vscode';
import type { Annotation } from './annotation';

/** As in `activationEvents` of the manifest. */
const OVERVIEW = 'saliency.overview';

/** What annotates files and shows overviews, made by the first use; overviews come back after a reload. */
export function registerAnnotate(start: () => Promise<Annotation>): {
  readonly annotation: () => Promise<Annotation>;
  readonly subscriptions: readonly vscode.Disposable[];
} {
  let started: Annotation | undefined;
  let starting: Promise<Annotation> | undefined;
  const annotation = async (): Promise<Annotation> => {
    // What could not be loaded is tried again by the next command.
    starting ??= start().finally(() => (starting = undefined));
    return (started ??= await starting);
  };
  const serializer = vscode.window.registerWebviewPanelSerializer(OVERVIEW, {
    deserializeWebviewPanel: async (panel, state: unknown) => (await annotation()).restore(panel, state),
  });
  return { annotation, subscriptions: [serializer, { dispose: () => started?.dispose() }] };
}
