import * as vscode from 'vscode';
import { onDemand } from '../activate/on-demand-value';
import type { Annotation } from './annotation';

/** As in `activationEvents` of the manifest. */
const OVERVIEW = 'saliency.overview';

/** The part that annotates files and shows overviews, made at first use; overviews come back after a reload. */
export function registerAnnotate(start: () => Promise<Annotation>): {
  readonly annotation: () => Promise<Annotation>;
  /** Call it when models were added or removed: whatever annotates reads the list again. */
  readonly modelsChanged: () => Promise<void>;
  readonly subscriptions: readonly vscode.Disposable[];
} {
  const { get: annotation, made } = onDemand(start);
  const serializer = vscode.window.registerWebviewPanelSerializer(OVERVIEW, {
    deserializeWebviewPanel: async (panel, state: unknown) => (await annotation()).restore(panel, state),
  });
  const modelsChanged = async () => made()?.modelsChanged();
  return { annotation, modelsChanged, subscriptions: [serializer, { dispose: () => made()?.dispose() }] };
}
