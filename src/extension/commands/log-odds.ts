import * as vscode from 'vscode';
import type { Services } from '../activate/services';
import type { WordPlace } from './arguments';

/** Run by a link of the hover: shows scores in log-odds beside the points, or hides them, for this session. */
export async function toggleLogOdds({ ranges, current, hovers }: Services, at: WordPlace | undefined): Promise<void> {
  hovers.logOdds = !hovers.logOdds;
  const range = at && ranges.find(at.id);
  if (!range) return;
  current.show(range);
  await current.revealWord(at.word);
  await vscode.commands.executeCommand('editor.action.showHover');
}
