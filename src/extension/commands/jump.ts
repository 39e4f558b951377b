import * as vscode from 'vscode';
import { wordAt } from '../ranges/explained-range';
import { wordHighlights } from '../highlights/highlights';
import type { Services } from '../activate/services';
import type { WordPlace } from './arguments';

/**
 * Puts the cursor on the next word by importance and shows its hover; from elsewhere in the text on the strongest.
 * @param step 1: the next weaker word, −1: the next stronger; past either end it starts over
 * @param from where a hover's link stands: the id of the range and the index of the word
 */
export async function jumpByImportance({ current, ranges }: Services, step: 1 | -1, from?: WordPlace): Promise<void> {
  const asked = from && ranges.find(from.id);
  if (asked) current.show(asked);
  const range = current.current;
  if (!range) return;
  const { byRank, marks } = wordHighlights(range.explanation);
  const there = byRank.filter((word) => range.words[word] !== undefined);
  // Marked words are worth a stop; where none stands out, all are.
  const marked = there.filter((word) => marks[word] !== undefined);
  const stops = marked.length > 0 ? marked : there;
  if (stops.length === 0) return;
  const now = from && asked ? from.word : wordAtCursor(range);
  const place = now === undefined ? -1 : stops.indexOf(now);
  const next = place < 0 ? (step > 0 ? 0 : stops.length - 1) : (place + step + stops.length) % stops.length;
  await current.revealWord(stops[next]);
  await vscode.commands.executeCommand('editor.action.showHover');
}

function wordAtCursor(range: Parameters<typeof wordAt>[0]): number | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.uri.toString() !== range.uri.toString()) return undefined;
  return wordAt(range, editor.document.offsetAt(editor.selection.active));
}
