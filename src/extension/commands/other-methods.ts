import * as vscode from 'vscode';
import type { Services } from '../activate/services';
import type { WordPlace } from './arguments';
import { FactFinder } from '../hover/word-facts';
import { withPatience } from '../wording/progress';

/** Behind a hover's link: explains the text by the model's other methods, and shows the hover again with their ranks. */
export async function otherMethods(
  { ranges, current, explainer, hovers }: Services,
  at: WordPlace | undefined,
): Promise<void> {
  const range = at && ranges.find(at.id);
  if (!range) return;
  const asked = new FactFinder(explainer, hovers).askOtherMethods(range.explanation);
  await withPatience(vscode.l10n.t('Asking the other methods'), () => undefined, asked);
  current.show(range);
  await current.revealWord(at.word);
  await vscode.commands.executeCommand('editor.action.showHover');
}
