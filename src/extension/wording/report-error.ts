import * as vscode from 'vscode';
import { SaliencyError } from '../../shared/saliency-error';
import { errorText } from './error-text';

/**
 * Tells the person once, in a sentence and with an action that helps. Cancelled work is not an error.
 * `SaliencyError`s are worded in the display language; of others the log has the details.
 */
export async function reportError(error: unknown, log: vscode.LogOutputChannel): Promise<void> {
  if (isCancellation(error)) return;
  const message = messageOf(error)!;
  if (!(error instanceof SaliencyError)) {
    log.error(error instanceof Error ? error : String(error));
    await ask('showErrorMessage', message, [SHOW_LOG()]);
    return;
  }
  log.warn(`${error.code}: ${message}`);
  // Details that only exist in English.
  if (message !== error.message) log.warn(error.message);
  await ask('showWarningMessage', message, actionsFor(error.code));
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
  readonly command: string;
  readonly args?: readonly string[];
}

const SHOW_LOG = (): Action => ({ title: vscode.l10n.t('Show Log'), command: 'saliency.showLog' });

function actionsFor(code: string): readonly Action[] {
  switch (code) {
    case 'wrong-setting':
      return [{ title: vscode.l10n.t('Open Settings'), command: 'workbench.action.openSettings', args: ['saliency.'] }];
    case 'method-not-offered':
    case 'unknown-method':
      return [{ title: vscode.l10n.t('Choose Method…'), command: 'saliency.selectMethod' }];
    case 'unknown-model':
    case 'damaged-model':
    case 'newer-model':
    case 'no-model':
      return [{ title: vscode.l10n.t('Choose Model…'), command: 'saliency.selectModel' }, SHOW_LOG()];
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
): Promise<void> {
  const titles = actions.map(({ title }) => title);
  const answer = await vscode.window[how](message, ...titles);
  const action = actions.find(({ title }) => title === answer);
  if (action) await vscode.commands.executeCommand(action.command, ...(action.args ?? []));
}
