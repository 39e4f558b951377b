import { sentences } from '../../shared/sentences';
import { LineSplitter, type SourceLine } from '../lines';
import { TOO_LONG, type RawRow, type RowParser } from '../record';

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
/** Headings, rules, tables, definitions of links, blocks of HTML, images alone. */
const NO_PROSE =
  /^ {0,3}(#{1,6}(\s|$)|([-*_]\s*){3,}$|\||\[[^\]^][^\]]*\]:(\s|$)|!\[\[[^\]]*\]\]\s*$|%%.*%%\s*$|<\/?[a-z!][^>]*>?\s*$|!\[[^\]]*\]\([^)]*\)\s*$)/i;
const UNDERLINE = /^ {0,3}(=+|-+)\s*$/;
const ITEM = /^\s*(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?/;
const QUOTE = /^ {0,3}(?:>\s?)+/;
const INDENTED = /^(?: {4}|\t)/;

/** The row below a table's head: `---|:--:`. */
const TABLE = /^ {0,3}\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)+\|?\s*$/;
/** Signs of an admonition: `> [!NOTE]`, `:::tip`, `!!! note`. */
const ADMONITION = /^ {0,3}(\[!\w+\].*|:{3,}.*|[!?]{3}\+?\s+\w.*)$/;
const RAW_HTML = /^ {0,3}<(script|style|pre|textarea|svg|math)\b/i;
const MODULE =
  /^(?:import\s+(?:[\w*{][^'"]*\sfrom\s+)?['"][^'"]+['"];?|export\s+(?:default|const|let|function|async)\b.*)\s*$/;
const HTML_HEADING = /^ {0,3}<(h[1-6]|summary)\b[^>]*>.*<\/\1>\s*$/i;
/** How front matter begins and ends, and what its second line looks like. */
const MATTER = [
  { begins: /^---\s*$/, ends: /^(---|\.\.\.)\s*$/, second: /^([\w"'-][^:]{0,60}:(\s|$)|#|(---|\.\.\.)\s*$)/ },
  { begins: /^\+\+\+\s*$/, ends: /^\+\+\+\s*$/, second: /^(\[|#|[\w"'.-]+\s*=|\+\+\+\s*$)/ },
  { begins: /^;;;\s*$|^\{\s*$/, ends: /^(;;;|\})\s*$/, second: /^\s*("|\{|\}|;;;)/ },
] as const;
/** Front matter that is longer was none. */
const MOST_MATTER = 400;

/**
 * Markdown as GitHub shows it: a row a paragraph, list item or quotation, or each of its lines or sentences; all that is no
 * prose is left out.
 */
export class MarkdownParser implements RowParser {
  private readonly lines = new LineSplitter();
  private open: SourceLine[] = [];
  private firstColumn = 1;
  private fence?: string;
  private until?: RegExp;
  private matter?: { readonly kind: (typeof MATTER)[number]; readonly held: SourceLine[] };
  private inTable = false;

  constructor(private readonly unit: 'line' | 'paragraph' | 'sentence' = 'paragraph') {}

  push(text: string): RawRow[] {
    return this.lines.push(text).flatMap((line) => this.next(line));
  }

  end(): RawRow[] {
    const rows = this.lines.end().flatMap((line) => this.next(line));
    return [...rows, ...this.release(), ...this.close()];
  }

  private next(line: SourceLine): RawRow[] {
    if (line.number === 1) {
      const kind = MATTER.find(({ begins }) => begins.test(line.text));
      if (kind) {
        this.matter = { kind, held: [line] };
        return [];
      }
    }
    return this.matter ? this.inMatter(line, this.matter) : this.prose(line);
  }

  /** A line of front matter, unless it turns out to be none: then the rule above it was a rule. */
  private inMatter(line: SourceLine, { kind, held }: NonNullable<MarkdownParser['matter']>): RawRow[] {
    const isSecond = held.length === 1;
    held.push(line);
    if ((isSecond && !kind.second.test(line.text)) || held.length > MOST_MATTER) return this.release();
    if (kind.ends.test(line.text)) this.matter = undefined;
    return [];
  }

  private release(): RawRow[] {
    const held = this.matter?.held ?? [];
    this.matter = undefined;
    return held.flatMap((line) => this.prose(line));
  }

  private prose(line: SourceLine): RawRow[] {
    const { number, text, tooLong } = line;
    if (tooLong) return [...this.close(), { line: number, error: TOO_LONG }];
    if (this.isSkipped(text)) return this.close();
    if (TABLE.test(text) && this.open.length > 0) {
      // What stands above is the head of a table.
      this.open.pop();
      this.inTable = true;
      return this.close();
    }
    if (this.inTable && text.includes('|')) return [];
    this.inTable = false;
    if (UNDERLINE.test(text) && this.open.length > 0) {
      // Underlined, what stands above is a heading.
      this.open = [];
      return [];
    }
    const quoted = text.replace(QUOTE, '');
    if (quoted.trim() === '' || NO_PROSE.test(quoted) || ADMONITION.test(quoted)) return this.close();
    const item = ITEM.test(quoted);
    if (this.open.length === 0 && !item && INDENTED.test(text)) return [];
    const closed = item ? this.close() : [];
    const own = quoted.replace(ITEM, '');
    if (this.open.length === 0) this.firstColumn = text.length - own.trimStart().length + 1;
    this.open.push({ ...line, text: own });
    return this.open.length > 5_000 ? [...closed, ...this.close()] : closed;
  }

  /** Fenced code, comments, mathematics and raw HTML, from their first line to their last. */
  private isSkipped(text: string): boolean {
    if (this.until) {
      if (this.until.test(text)) this.until = undefined;
      return true;
    }
    const fence = FENCE.exec(text.replace(QUOTE, ''))?.[1];
    if (this.fence !== undefined) {
      if (fence?.startsWith(this.fence)) this.fence = undefined;
      return true;
    }
    if (fence !== undefined) {
      this.fence = fence;
      return true;
    }
    if (HTML_HEADING.test(text)) return true;
    if (/^ {0,3}<!--/.test(text)) return this.skipTo(text.slice(text.indexOf('<!--') + 4), /-->/);
    if (/^ {0,3}\$\$/.test(text)) return this.skipTo(text.slice(text.indexOf('$$') + 2), /\$\$/);
    if (/^ {0,3}\\\[\s*$/.test(text)) return this.skipTo('', /\\\]/);
    if (/^ {0,3}%%/.test(text)) return this.skipTo(text.slice(text.indexOf('%%') + 2), /%%/);
    // MDX: what is imported and exported stands at the beginning of a block.
    if (this.open.length === 0 && MODULE.test(text)) return /[{(]\s*$/.test(text) ? this.skipTo('', /^\s*[})]/) : true;
    const raw = RAW_HTML.exec(text)?.[1];
    return raw !== undefined && this.skipTo(text, new RegExp(`</${raw}>`, 'i'));
  }

  private skipTo(rest: string, end: RegExp): true {
    if (!end.test(rest)) this.until = end;
    return true;
  }

  private close(): RawRow[] {
    const lines = this.open;
    this.open = [];
    if (lines.length === 0) return [];
    const last = lines.length - 1;
    if (this.unit === 'line') return lines.flatMap(({ text }, at) => this.row(lines, plain(text), at, at));
    const text = plain(lines.map((line) => line.text.trim()).join('\n'));
    if (this.unit === 'paragraph') return this.row(lines, text, 0, last);
    const lineAt = (offset: number): number => Math.min(last, text.slice(0, offset).split('\n').length - 1);
    return sentences(text).flatMap(({ start, end }) =>
      this.row(lines, text.slice(start, end), lineAt(start), lineAt(end)),
    );
  }

  /** A text from one of the open lines to another; signs that were left out keep its place to whole lines. */
  private row(lines: readonly SourceLine[], text: string, from: number, to: number): RawRow[] {
    if (text === '') return [];
    const [first, last] = [lines[from], lines[to]];
    const column = from === 0 ? this.firstColumn : first.text.length - first.text.trimStart().length + 1;
    // Columns of the last line are those of its own text: quotes and items of one line have been cut off in front.
    const endColumn = to === 0 ? column + last.text.trim().length : last.text.trimEnd().length + 1;
    return [
      { line: first.number, text, place: () => ({ line: first.number, column, endLine: last.number, endColumn }) },
    ];
  }
}

/** What a reader of the page sees: links and emphasis without their signs. Code stays, as the word that it is. */
function plain(markdown: string): string {
  return markdown
    .replace(/!\[([^\]\n]{0,500})\]\([^)\n]{0,2000}\)/g, '')
    .replace(/\[([^\]\n]{0,500})\](?:\([^)\n]{0,2000}\)|\[[^\]\n]{0,200}\])/g, '$1')
    .replace(/^\[\^[^\]\n]{1,60}\]:\s+/gm, '')
    .replace(/\[\^[^\]\n]{1,60}\]/g, '')
    .replace(/!?\[\[(?:[^\]|\n]{0,300}\|)?([^\]|\n]{1,300})\]\]/g, '$1')
    .replace(/==(?=\S)([^=\n]{1,2000}?)(?<=\S)==/g, '$1')
    .replace(/\s\^[\w-]{1,40}$/, '')
    .replace(/<(https?:[^>\s]{1,2000})>/g, '$1')
    .replace(/<\/?[a-z][^<>\n]{0,500}>/gi, ' ')
    .replace(/(\*{1,3}|~~|`+)(?=\S)([^*~`\n]{1,2000}?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}_])(_{1,3})(?=\S)([^_\n]{1,2000}?)(?<=\S)\1(?![\p{L}\p{N}_])/gu, '$2')
    .replace(/\\([\\`*_{}[\]()#+\-.!<>|~])/g, '$1')
    .trim();
}
