import * as vscode from 'vscode';
import type { CurrentRange } from './current-range';
import type { ExplainedDocuments } from './explained-documents';
import { HOVER_COMMANDS, hoverText } from './hover-text';
import { rangeOf } from './painter';

/** Says of a word under the pointer what it does to the verdict, and tells the panel which word that is. */
export class WordHover implements vscode.HoverProvider {
  constructor(
    private readonly documents: ExplainedDocuments,
    private readonly current: CurrentRange,
  ) {}

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    const offset = document.offsetAt(position);
    for (const range of this.documents.of(document.uri)) {
      const word = range.words.findIndex((span) => span !== undefined && span.start <= offset && offset < span.end);
      if (word < 0) continue;
      this.current.pointAt(range, word);
      const text = new vscode.MarkdownString(hoverText(range, word));
      text.supportHtml = true;
      text.isTrusted = { enabledCommands: HOVER_COMMANDS };
      return new vscode.Hover(text, rangeOf(document, range.words[word]!));
    }
    return undefined;
  }
}
