import * as vscode from 'vscode';
import type { CurrentRangeTracker } from '../ranges/current-range';
import type { LoadViews } from '../activate/load-views';
import type { HoverState } from '../hover/hover-state';
import type { CommandServices } from './command';
import type { ReadOnlyTexts } from '../wording/read-only-texts';
import { explainHere } from './explain';

/** What the document is called, in its tab. */
const name = (): string => `${vscode.l10n.t('Explanation')}.txt`;

/** Shows the current explanation as a text to read, search and copy; explains what is selected where there is none. */
export async function showText(parts: CommandServices): Promise<void> {
  if (!parts.current.current) await explainHere(parts);
  const shown = parts.current.current;
  if (!shown) return;
  const { explanationText } = await parts.views();
  await parts.readOnly.show(name(), explanationText(shown.explanation, parts.hovers.logOdds));
}

/** An open text follows the current explanation. */
export function keepTextCurrent(
  current: CurrentRangeTracker,
  texts: ReadOnlyTexts,
  hovers: HoverState,
  views: LoadViews,
): vscode.Disposable {
  let last: unknown;
  return current.onDidChange((range) => {
    if (!range || range.explanation === last || !texts.has(name())) return;
    const { explanation } = range;
    last = explanation;
    const write = async (): Promise<void> => {
      const { explanationText } = await views();
      if (last === explanation) texts.update(name(), explanationText(explanation, hovers.logOdds));
    };
    // Where it cannot be loaded, the next command says so.
    write().catch(() => undefined);
  });
}
