import * as vscode from 'vscode';

/** Letters and digits, and the signs that stand within words: "don't", "well-made". */
const WITHIN_WORD = /[\p{L}\p{N}\p{M}'’-]/u;
/** Scripts without spaces between words: each character may be the last one of its word. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u;

/** Follows where one types in each document, so that the live view can leave the word there alone. */
export class Typing {
  /** By document: the offset after the last key. */
  private readonly carets = new Map<string, number>();

  /** @returns whether a word just ended: one reads no further than here yet */
  edited({ document, contentChanges }: vscode.TextDocumentChangeEvent): boolean {
    const key = document.uri.toString();
    this.carets.delete(key);
    const [change] = contentChanges;
    if (contentChanges.length !== 1 || !isAtCursor(document, change)) return false;
    this.carets.set(key, change.rangeOffset + change.text.length);
    const last = change.text.at(-1);
    return last !== undefined && (!WITHIN_WORD.test(last) || UNSPACED.test(last));
  }

  /** The place at which a person is typing; undefined: nobody is. */
  caret(document: vscode.TextDocument): number | undefined {
    return this.carets.get(document.uri.toString());
  }

  /** @returns whether the cursor left the place where one typed */
  moved({ document, selection }: vscode.TextEditor): boolean {
    const caret = this.caret(document);
    if (caret === undefined || document.offsetAt(selection.active) === caret) return false;
    this.forget(document.uri);
    return true;
  }

  forget(uri: vscode.Uri): void {
    this.carets.delete(uri.toString());
  }
}

/** Text that replaces other text at once (a quick fix, a corrected spelling) is complete and not being typed. */
function isAtCursor(
  document: vscode.TextDocument,
  { range, rangeLength, text }: vscode.TextDocumentContentChangeEvent,
): boolean {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document !== document || (rangeLength > 0 && text.length > 1)) return false;
  const { active } = editor.selection;
  // The selection may still be the one before the edit.
  const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.start) + text.length];
  const at = document.offsetAt(active);
  return (from <= at && at <= to) || (active.line === range.end.line && active.character === range.end.character);
}
