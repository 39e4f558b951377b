import * as vscode from 'vscode';
import { sentences } from '../../../shared/sentences';
import { proseOfDocument } from '../code/document-prose';
import { sentencesOf, wholeParagraphs, type Sentence } from './lines';

/** Lines above and below the view that are explained with it. */
const MARGIN = 5;

/** In the order of the text, of all editors that show the document; of code, those of its comments and strings. */
export function sentencesInView(document: vscode.TextDocument): Sentence[] {
  const found = new Map<number, Sentence>();
  for (const editor of vscode.window.visibleTextEditors.filter((each) => each.document === document)) {
    for (const { start, end } of editor.visibleRanges) {
      const from = Math.max(0, start.line - MARGIN);
      const to = Math.min(document.lineCount - 1, end.line + MARGIN);
      const [begins, ends] = [lineStart(document, from), lineStart(document, to + 1)];
      for (const sentence of proseSentences(document, begins, ends) ?? sentencesOfLines(document, from, to))
        if (sentence.end > begins && sentence.start < ends) found.set(sentence.start, sentence);
    }
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}

function sentencesOfLines(document: vscode.TextDocument, from: number, to: number): Sentence[] {
  const { first, last } = wholeParagraphs(document, from, to);
  const zero = lineStart(document, first);
  return sentencesOf(document, first, last).map(({ start, end, text }) => ({
    text,
    start: zero + start,
    end: zero + end,
  }));
}

/** The sentences of code that lie between two offsets, at least in part; undefined: the document is no code. */
export function proseSentences(document: vscode.TextDocument, begins = 0, ends = Infinity): Sentence[] | undefined {
  const prose = proseOfDocument(document);
  if (!prose) return undefined;
  const text = document.getText();
  return prose
    .filter((span) => span.end > begins && span.start < ends)
    .flatMap((span) =>
      sentences(text.slice(span.start, span.end)).map(({ start, end }) => ({
        start: span.start + start,
        end: span.start + end,
        text: text.slice(span.start + start, span.start + end),
      })),
    );
}

function lineStart(document: vscode.TextDocument, line: number): number {
  return line < document.lineCount ? document.offsetAt(new vscode.Position(line, 0)) : Infinity;
}
