import * as vscode from 'vscode';
import type { Training } from './training';

/** As in `activationEvents` of the manifest. */
const TRAINING = 'saliency.training';
/** As `RUNNING_KEY` of training.ts, which is loaded only when it is needed. */
const RUNNING = 'saliency.training.running';

/** What trains models, made by the first use; its page comes back after a reload, and what was interrupted is offered. */
export function registerTrain(
  memory: vscode.Memento,
  start: () => Promise<Training>,
): {
  readonly training: () => Promise<Training>;
  readonly subscriptions: readonly vscode.Disposable[];
} {
  let started: Training | undefined;
  let starting: Promise<Training> | undefined;
  const training = async (): Promise<Training> => {
    // What could not be loaded is tried again by the next command.
    starting ??= start().finally(() => (starting = undefined));
    return (started ??= await starting);
  };
  const serializer = vscode.window.registerWebviewPanelSerializer(TRAINING, {
    deserializeWebviewPanel: async (panel) => (await training()).restore(panel),
  });
  if (memory.get(RUNNING) === true)
    void training().then(
      (all) => all.recallAtStart(),
      () => undefined,
    );
  return { training, subscriptions: [serializer, { dispose: () => started?.dispose() }] };
}
