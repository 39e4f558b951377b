import * as vscode from 'vscode';
import { METHODS } from '../../shared/explanation';
import type { Method } from '../../shared/explanation';
import { capitalised, methodName } from '../wording/names';
import type { Services } from '../activate/services';
import { reportError } from '../wording/report-error';
import { changeSetting } from '../activate/settings';

interface MethodItem extends vscode.QuickPickItem {
  readonly method: Method | undefined;
}

/** Lets the person choose the method of this and later explanations, among those of the model at hand. */
export async function selectMethod({ current, explainer, log }: Services): Promise<void> {
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
    case 'attention-x-norm':
      return vscode.l10n.t('How much the model took from each word it looked at. Not for or against.');
    case 'integrated-gradients':
      return vscode.l10n.t('What each word adds on the way from no words at all. Adds up to the verdict; slower.');
    case 'occlusion':
      return vscode.l10n.t('What becomes of the verdict without the word: each one is left out in turn.');
    case 'lrp':
      return vscode.l10n.t('The verdict handed back through the network to the words.');
    case 'cell-decomposition':
      return vscode.l10n.t('What each word wrote into the network’s memory and what was not forgotten.');
    case 'shap':
      return vscode.l10n.t('The fair share of each word over many orders of the words; up to 40 words.');
    case 'ngram-shares':
      return vscode.l10n.t('The exact share of each word and short phrase in the verdict.');
    case 'learned':
      return vscode.l10n.t(
        'Words that people would mark as the reason, learnt from what they marked. Not for or against.',
      );
    case 'learned-occlusion':
      return vscode.l10n.t('What becomes of the verdict without the word, weighed by how likely people would mark it.');
    case 'learned-gradient':
      return vscode.l10n.t('How much each word moved the verdict, weighed by how likely people would mark it.');
  }
}
