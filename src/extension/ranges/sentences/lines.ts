import type { Span } from '../../../shared/span';
import { sentences } from '../../../shared/sentences';

/** What is read of a document: no more than the lines asked for, so that long files stay quick. */
export interface DocumentLines {
  /** As VS Code counts: 2 is CRLF. */
  readonly eol: number;
  readonly lineCount: number;
  lineAt(line: number): { readonly text: string };
}

/** A sentence with its text; offsets count from the first line that was read. */
export interface Sentence extends Span {
  readonly text: string;
}

/** A paragraph is followed this far beyond the lines asked for; a longer one is cut there. */
const FAR = 100;

/** The lines from–to, both included, and what they share a paragraph with. */
export function wholeParagraphs(document: DocumentLines, from: number, to: number): { first: number; last: number } {
  const isBlank = (line: number): boolean => document.lineAt(line).text.trim() === '';
  let first = from;
  while (first > 0 && from - first < FAR && !isBlank(first) && !isBlank(first - 1)) first--;
  let last = to;
  while (last + 1 < document.lineCount && last - to < FAR && !isBlank(last) && !isBlank(last + 1)) last++;
  return { first, last };
}

/** The sentences of the lines first–last, which are read as a text of their own. */
export function sentencesOf(document: DocumentLines, first: number, last: number): Sentence[] {
  const lines: string[] = [];
  for (let line = first; line <= last; line++) lines.push(document.lineAt(line).text);
  const text = lines.join(document.eol === 2 ? '\r\n' : '\n');
  return sentences(text).map(({ start, end }) => ({ start, end, text: text.slice(start, end) }));
}
