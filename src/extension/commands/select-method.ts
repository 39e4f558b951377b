import * as vscode from 'vscode';
import { METHOD_NAMES } from '../../shared/methods';
import type { Method } from '../../shared/methods';
import { capitalised } from '../../shared/strings/capitalised';
import { methodName } from '../wording/names';
import { METHOD_WORDING } from '../../shared/strings/methods';
import { translate } from '../wording/translate';
import type { Services } from '../activate/services';
import { changeSetting } from '../activate/settings';

interface MethodItem extends vscode.QuickPickItem {
  readonly method: Method | undefined;
}

/** Lets the person choose the method of this and later explanations, among those of the model at hand. */
export async function selectMethod({ current, explainer }: Services): Promise<void> {
  const explanation = current.current?.explanation;
  const models = explanation ? await explainer.models() : [];
  const offered = models.find(({ name }) => name === explanation?.model)?.methods ?? METHOD_NAMES;
  const items: MethodItem[] = [
    { label: vscode.l10n.t('Default of the model'), method: undefined },
    ...offered.map((method) => ({
      label: capitalised(methodName(method)),
      description: method === explanation?.method ? vscode.l10n.t('shown now') : undefined,
      detail: translate(METHOD_WORDING[method].summary),
      method,
    })),
  ];
  const title = vscode.l10n.t('How should the importance of a word be measured?');
  const chosen = await vscode.window.showQuickPick(items, { title, matchOnDetail: true });
  if (!chosen) return;
  await changeSetting('method', chosen.method ?? 'default');
  const model = models.find(({ name }) => name === explanation?.model);
  await current.explainAgain({ method: chosen.method ?? model?.methods[0] });
}
