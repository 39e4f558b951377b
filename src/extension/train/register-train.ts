import * as vscode from 'vscode';
import { onDemand } from '../activate/on-demand-value';
import type { TrainingController } from './training';

/** As in `activationEvents` of the manifest. */
const TRAINING = 'saliency.training';
/** As `RUNNING_KEY` of training.ts, which is loaded only when it is needed. */
const RUNNING = 'saliency.training.running';

/** What trains models, made by the first use; its page comes back after a reload, and what was interrupted is offered. */
export function registerTrain(
  memory: vscode.Memento,
  start: () => Promise<TrainingController>,
): {
  readonly training: () => Promise<TrainingController>;
  readonly subscriptions: readonly vscode.Disposable[];
} {
  const { get: training, made } = onDemand(start);
  const serializer = vscode.window.registerWebviewPanelSerializer(TRAINING, {
    deserializeWebviewPanel: async (panel) => (await training()).restore(panel),
  });
  if (memory.get(RUNNING) === true)
    void training().then(
      (all) => all.recallAtStart(),
      () => undefined,
    );
  return { training, subscriptions: [serializer, { dispose: () => made()?.dispose() }] };
}
