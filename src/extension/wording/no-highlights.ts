import * as vscode from 'vscode';
import type { Explanation } from '../../shared/explanation';

/** Why nothing of a text is highlighted, in a sentence. */
export function whyNoHighlights({ words, warnings, signed, baseProbability }: Explanation): string {
  if (warnings.some(({ code }) => code === 'no-known-words'))
    return vscode.l10n.t('Nothing is highlighted: no word of this text is in the model’s vocabulary.');
  if (words.every(({ text }) => !/\p{L}/u.test(text)))
    return vscode.l10n.t('Nothing is highlighted: the text has no words.');
  if (!signed || baseProbability === undefined)
    return vscode.l10n.t('Nothing is highlighted: no phrase stands out by this method.');
  return vscode.l10n.t('Nothing is highlighted: no phrase contributes three percentage points or more.');
}
