import * as vscode from 'vscode';
import type { Services } from '../activate/services';
import type { WordPlace } from './arguments';

/** Behind a hover's link: scores are shown in log-odds beside the points, or no more, for this session. */
export async function toggleLogOdds({ ranges, current, facts }: Services, at: WordPlace | undefined): Promise<void> {
  facts.logOdds = !facts.logOdds;
  const range = at && ranges.find(at.id);
  if (!range) return;
  current.show(range);
  await current.revealWord(at.word);
  await vscode.commands.executeCommand('editor.action.showHover');
}
