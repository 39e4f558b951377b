import * as vscode from 'vscode';
import { SaliencyError } from '../../shared/saliency-error';
import { isChosen, useNoMore } from '../activate/model-choice';
import { errorText } from './error-text';

/**
 * Tells the person once, in a sentence and with an action that helps. Cancelled work is not an error.
 * `SaliencyError`s are worded in the display language; of others the log has the details.
 * @returns whether the action mended it, so that the same can be tried again
 */
export async function reportError(error: unknown, log: vscode.LogOutputChannel): Promise<boolean> {
  if (isCancellation(error)) return false;
  const message = messageOf(error)!;
  if (!(error instanceof SaliencyError)) {
    log.error(error instanceof Error ? error : String(error));
    return ask('showErrorMessage', message, [SHOW_LOG()]);
  }
  log.warn(`${error.code}: ${message}`);
  // Details that only exist in English.
  if (message !== error.message) log.warn(error.message);
  return ask('showWarningMessage', message, actionsFor(error));
}

/** What a person reads of an error; undefined for cancelled work. */
export function messageOf(error: unknown): string | undefined {
  if (isCancellation(error)) return undefined;
  if (error instanceof SaliencyError) return errorText(error);
  return vscode.l10n.t('Saliency failed unexpectedly. The log has the details.');
}

function isCancellation(error: unknown): boolean {
  return (
    error instanceof vscode.CancellationError ||
    (error instanceof Error && (error.name === 'AbortError' || error.name === 'Canceled'))
  );
}

interface Action {
  readonly title: string;
  /** @returns whether it mended what went wrong */
  readonly run: () => Thenable<boolean>;
}

const command = (title: string, id: string, ...args: readonly string[]): Action => ({
  title,
  run: async () => {
    await vscode.commands.executeCommand(id, ...args);
    return false;
  },
});

const SHOW_LOG = (): Action => command(vscode.l10n.t('Show Log'), 'saliency.showLog');

/** Where a setting names a model that cannot be used: one click, and the texts are read by the default again. */
function useDefault({ model }: SaliencyError['data']): readonly Action[] {
  if (typeof model !== 'string' || !isChosen(model)) return [];
  const run = async () => {
    await useNoMore(model);
    return true;
  };
  return [{ title: vscode.l10n.t('Use the Default Model'), run }];
}

function actionsFor({ code, data }: SaliencyError): readonly Action[] {
  switch (code) {
    case 'wrong-setting':
      return [command(vscode.l10n.t('Open Settings'), 'workbench.action.openSettings', 'saliency.')];
    case 'method-not-offered':
    case 'unknown-method':
      return [command(vscode.l10n.t('Choose Method…'), 'saliency.selectMethod')];
    case 'unknown-model':
    case 'damaged-model':
    case 'newer-model':
    case 'no-model':
      return [...useDefault(data), command(vscode.l10n.t('Choose Model…'), 'saliency.selectModel'), SHOW_LOG()];
    case 'no-words':
    case 'no-text':
      return [];
    default:
      return [SHOW_LOG()];
  }
}

async function ask(
  how: 'showErrorMessage' | 'showWarningMessage',
  message: string,
  actions: readonly Action[],
): Promise<boolean> {
  const titles = actions.map(({ title }) => title);
  const answer = await vscode.window[how](message, ...titles);
  return (await actions.find(({ title }) => title === answer)?.run()) ?? false;
}
