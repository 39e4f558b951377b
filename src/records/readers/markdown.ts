import { LineSplitter, TOO_LONG, type SourceLine } from '../lines';
import { recordOf, type RecordReader, type SourceRecord } from '../record';

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
/** Headings, rules, tables, definitions of links, blocks of HTML, images alone. */
const NO_PROSE =
  /^ {0,3}(#{1,6}(\s|$)|([-*_]\s*){3,}$|\||\[[^\]]+\]:\s|<\/?[a-z!][^>]*>?\s*$|!\[[^\]]*\]\([^)]*\)\s*$)/i;
const UNDERLINE = /^ {0,3}(=+|-+)\s*$/;
const ITEM = /^\s*(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?/;
const QUOTE = /^ {0,3}(?:>\s?)+/;
const INDENTED = /^(?: {4}|\t)/;

/** Markdown, a record a paragraph, list item or quotation; headings, code, tables, HTML and front matter are no prose. */
export class MarkdownReader implements RecordReader {
  private readonly lines = new LineSplitter();
  private open: string[] = [];
  private first = 0;
  private fence?: string;
  private comment = false;
  private matter = false;

  push(text: string): SourceRecord[] {
    return this.lines.push(text).flatMap((line) => this.next(line));
  }

  end(): SourceRecord[] {
    return [...this.lines.end().flatMap((line) => this.next(line)), ...this.close()];
  }

  private next({ number, text, tooLong }: SourceLine): SourceRecord[] {
    if (tooLong) return [...this.close(), { line: number, error: TOO_LONG }];
    if (this.isSkipped(number, text)) return this.close();
    if (UNDERLINE.test(text) && this.open.length > 0) {
      // Underlined, what stands above is a heading.
      this.open = [];
      return [];
    }
    const quoted = text.replace(QUOTE, '');
    if (quoted.trim() === '' || NO_PROSE.test(quoted)) return this.close();
    const item = ITEM.test(quoted);
    if (this.open.length === 0 && !item && INDENTED.test(text)) return [];
    const closed = item ? this.close() : [];
    if (this.open.length === 0) this.first = number;
    this.open.push(quoted.replace(ITEM, ''));
    return this.open.length > 5_000 ? [...closed, ...this.close()] : closed;
  }

  /** Front matter, fenced code and comments, from their first line to their last. */
  private isSkipped(number: number, text: string): boolean {
    if (number === 1 && /^---\s*$/.test(text)) return (this.matter = true);
    if (this.matter) {
      this.matter = !/^(---|\.\.\.)\s*$/.test(text);
      return true;
    }
    if (this.comment || /^ {0,3}<!--/.test(text)) {
      this.comment = !text.includes('-->');
      return true;
    }
    const fence = FENCE.exec(text.replace(QUOTE, ''))?.[1];
    if (this.fence === undefined) {
      this.fence = fence;
      return fence !== undefined;
    }
    if (fence?.startsWith(this.fence)) this.fence = undefined;
    return true;
  }

  private close(): SourceRecord[] {
    if (this.open.length === 0) return [];
    const text = plain(this.open.map((line) => line.trim()).join('\n'));
    this.open = [];
    return text === '' ? [] : [recordOf(this.first, text)];
  }
}

/** What a reader of the page sees: links and emphasis without their signs. Code stays, as the word that it is. */
function plain(markdown: string): string {
  return markdown
    .replace(/!\[([^\]\n]{0,500})\]\([^)\n]{0,2000}\)/g, '')
    .replace(/\[([^\]\n]{0,500})\](?:\([^)\n]{0,2000}\)|\[[^\]\n]{0,200}\])/g, '$1')
    .replace(/<(https?:[^>\s]{1,2000})>/g, '$1')
    .replace(/<\/?[a-z][^<>\n]{0,500}>/gi, ' ')
    .replace(/(\*{1,3}|~~|`+)(?=\S)([^*~`\n]{1,2000}?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}_])(_{1,3})(?=\S)([^_\n]{1,2000}?)(?<=\S)\1(?![\p{L}\p{N}_])/gu, '$2')
    .replace(/\\([\\`*_{}[\]()#+\-.!<>|~])/g, '$1')
    .trim();
}
