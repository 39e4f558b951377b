import * as vscode from 'vscode';
import type { ExplainOverrides } from '../ranges/current-explanation';
import type { RowServices } from './overview-host';

/** Where a row stands in a document. */
export interface RowPlace {
  readonly document: vscode.TextDocument;
  readonly range: vscode.Range;
  /** Whether its text is written there as it was read, not with doubled quotes or escapes. */
  readonly isText: boolean;
}

/** The text of a row, and how it is to be explained. */
interface ShownRow {
  readonly text: string;
  /** The name of the row, where its text is shown on its own. */
  readonly title: string;
  readonly asked: ExplainOverrides;
}

/** Shows a row selected in its file, and explained if its text is written there as it was read; else the text on its own. */
export async function showRow(parts: RowServices, place: RowPlace | undefined, row: ShownRow): Promise<void> {
  const explainIn = async (document: vscode.TextDocument, start: number): Promise<void> => {
    const range = await parts.texts.explain(document, { start, end: start + row.text.length }, row.asked);
    if (range) parts.current.show(range);
  };
  if (place) {
    const { document, range, isText } = place;
    const editor = await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.One });
    editor.selection = new vscode.Selection(range.start, range.end);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    if (isText) return explainIn(document, document.offsetAt(range.start));
  }
  await parts.readOnly.show(`${row.title}.txt`, row.text);
  const shown = vscode.window.activeTextEditor?.document;
  if (shown?.getText() === row.text) await explainIn(shown, 0);
}
