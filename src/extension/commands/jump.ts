import * as vscode from 'vscode';
import { wordHighlights } from '../highlights/highlights';
import type { ExplainedRange } from '../ranges/current-explanation';
import { whyNoHighlights } from '../wording/no-highlights';
import type { Services } from '../activate/services';
import type { WordPlace } from './arguments';

/** How long a message stays in the status bar. */
const SAID_MS = 4_000;

/** A highlight in a document, and the word that it begins with. */
interface Stop {
  readonly start: number;
  readonly end: number;
  readonly range: ExplainedRange;
  readonly word: number;
}

/**
 * Puts the cursor on the next highlight of the document, in the order of the text, and shows its hover; at the last one it
 * says so.
 * @param step 1: forwards, −1: backwards
 * @param from where a hover's link stands: the id of the range and the index of the word; left out: where the cursor is
 */
export async function jumpToHighlight(parts: Services, step: 1 | -1, from?: WordPlace): Promise<void> {
  const { current, ranges } = parts;
  const asked = from && ranges.find(from.id);
  const uri = asked?.uri ?? vscode.window.activeTextEditor?.document.uri ?? current.current?.uri;
  const explained = uri ? ranges.of(uri) : [];
  if (!uri || explained.length === 0) return;
  const stops = explained.flatMap(stopsOf).sort((a, b) => a.start - b.start);
  if (stops.length === 0) return say(whyNoHighlights(explained[0].explanation));
  const cursor = cursorIn(uri) ?? 0;
  const at = asked ? (asked.words[from.word]?.start ?? startingAt(asked, cursor)) : cursor;
  const next = step > 0 ? stops.find(({ start }) => start > at) : stops.findLast(({ end }) => end <= at);
  if (!next)
    return say(
      step > 0
        ? vscode.l10n.t('Last of {0} highlights', stops.length)
        : vscode.l10n.t('First of {0} highlights', stops.length),
    );
  current.show(next.range);
  await current.revealWord(next.word);
  say(vscode.l10n.t('Highlight {0} of {1}', stops.indexOf(next) + 1, stops.length));
  await vscode.commands.executeCommand('editor.action.showHover');
}

/** The highlights whose words were not changed since. */
function stopsOf(range: ExplainedRange): Stop[] {
  return wordHighlights(range.explanation).shown.flatMap(({ first, last }) => {
    const [start, end] = [range.words[first]?.start, range.words[last - 1]?.end];
    return start === undefined || end === undefined ? [] : [{ start, end, range, word: first }];
  });
}

/** Where to start: at the cursor if it stands in the range, else before the first highlight. */
function startingAt({ start, end }: ExplainedRange, cursor: number): number {
  return start <= cursor && cursor < end ? cursor : start - 1;
}

function cursorIn(uri: vscode.Uri): number | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.uri.toString() !== uri.toString()) return undefined;
  return editor.document.offsetAt(editor.selection.active);
}

function say(message: string): void {
  vscode.window.setStatusBarMessage(message, SAID_MS);
}
