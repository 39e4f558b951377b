import * as vscode from 'vscode';
import type { Explanation, Label, Method } from '../../shared/explanation';
import type { Language } from '../../shared/languages';

/** A label in the display language; a model's own labels stay as they are. */
export function labelName(label: Label): string {
  switch (label) {
    case 'very negative':
      return vscode.l10n.t('very negative');
    case 'negative':
      return vscode.l10n.t('negative');
    case 'neutral':
      return vscode.l10n.t('neutral');
    case 'positive':
      return vscode.l10n.t('positive');
    case 'very positive':
      return vscode.l10n.t('very positive');
    default:
      return label;
  }
}

export function methodName(method: string): string {
  switch (method as Method) {
    case 'state-distance':
      return vscode.l10n.t('state distance');
    case 'attention':
      return vscode.l10n.t('attention');
    case 'gradient-x-input':
      return vscode.l10n.t('gradient × input');
    case 'attention-x-norm':
      return vscode.l10n.t('attention × norm');
    case 'integrated-gradients':
      return vscode.l10n.t('integrated gradients');
    case 'occlusion':
      return vscode.l10n.t('leave one out');
    case 'lrp':
      return vscode.l10n.t('relevance propagation');
    case 'cell-decomposition':
      return vscode.l10n.t('cell decomposition');
    case 'shap':
      return vscode.l10n.t('Shapley values');
    case 'ngram-shares':
      return vscode.l10n.t('n-gram shares');
    case 'learned':
      return vscode.l10n.t('learned from people');
    case 'learned-occlusion':
      return vscode.l10n.t('leave one out × learned');
    case 'learned-gradient':
      return vscode.l10n.t('gradient × input × learned');
    default:
      return method;
  }
}

/** By which method the words are scored, and for which label: `gradient × input, for positive`. */
export function questionText({ method, signed, target, against }: Explanation): string {
  const name = methodName(method);
  if (!signed) return vscode.l10n.t('{0} (how much, not for or against)', name);
  return against === undefined
    ? vscode.l10n.t('{0}, for {1}', name, labelName(target))
    : vscode.l10n.t('{0}, for {1} rather than {2}', name, labelName(target), labelName(against));
}

export function languageName(language: Language): string {
  return language === 'zh' ? vscode.l10n.t('Chinese') : vscode.l10n.t('English');
}

/** With a capital, for items of a list. */
export function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** Names one behind the other, as the display language parts them. */
export function listed(names: readonly string[]): string {
  if (names.length === 0) return vscode.l10n.t('none');
  return names.join(vscode.l10n.t({ message: ', ', comment: ['Between the names of a list'] }));
}
