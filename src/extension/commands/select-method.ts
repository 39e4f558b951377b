import * as vscode from 'vscode';
import { METHODS } from '../../engine/surface';
import type { Method } from '../../explain/explanation';
import { capitalised, methodName } from '../names';
import type { Parts } from '../parts';
import { reportError } from '../report-error';
import { changeSetting } from '../settings';

interface MethodItem extends vscode.QuickPickItem {
  readonly method: Method | undefined;
}

/** Lets the person choose the method of this and later explanations, among those of the model at hand. */
export async function selectMethod({ current, explainer, log }: Parts): Promise<void> {
  try {
    const explanation = current.current?.explanation;
    const models = explanation ? await explainer.models() : [];
    const offered = models.find(({ name }) => name === explanation?.model)?.methods ?? METHODS;
    const items: MethodItem[] = [
      { label: vscode.l10n.t('Default of the model'), method: undefined },
      ...offered.map((method) => ({
        label: capitalised(methodName(method)),
        description: method === explanation?.method ? vscode.l10n.t('shown now') : undefined,
        detail: sentenceAbout(method),
        method,
      })),
    ];
    const title = vscode.l10n.t('How is the importance of a word to be measured?');
    const chosen = await vscode.window.showQuickPick(items, { title, matchOnDetail: true });
    if (!chosen) return;
    await changeSetting('method', chosen.method ?? 'default');
    const model = models.find(({ name }) => name === explanation?.model);
    await current.explainAgain({ method: chosen.method ?? model?.methods[0] });
  } catch (error) {
    await reportError(error, log);
  }
}

function sentenceAbout(method: Method): string {
  switch (method) {
    case 'state-distance':
      return vscode.l10n.t('How far each word moved the network’s state toward where it ended. Not for or against.');
    case 'attention':
      return vscode.l10n.t('Where the model looked. Not why it decided, and not for or against.');
    case 'gradient-x-input':
      return vscode.l10n.t('How much each word moved the verdict, for or against a label.');
  }
}
