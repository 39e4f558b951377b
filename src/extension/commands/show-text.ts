import * as vscode from 'vscode';
import type { CurrentRangeTracker } from '../ranges/current-range';
import { explanationText } from '../wording/explanation-text';
import type { Services } from '../activate/services';
import type { ReadOnlyTexts } from '../wording/read-only-texts';
import { explainHere } from './explain';

/** What the document is called, in its tab. */
const name = (): string => `${vscode.l10n.t('Explanation')}.txt`;

/** Shows the current explanation as a text to read, search and copy; explains what is selected where there is none. */
export async function showText(parts: Services): Promise<void> {
  if (!parts.current.current) await explainHere(parts);
  const shown = parts.current.current;
  if (shown) await parts.readOnly.show(name(), explanationText(shown.explanation, parts.facts.logOdds));
}

/** An open text follows the current explanation. */
export function keepTextCurrent(current: CurrentRangeTracker, texts: ReadOnlyTexts): vscode.Disposable {
  let last: unknown;
  return current.onDidChange((range) => {
    if (!range || range.explanation === last) return;
    last = range.explanation;
    texts.update(name(), explanationText(range.explanation));
  });
}
