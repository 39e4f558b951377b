import type { Span } from '../../../shared/span';
import type { Syntax } from './syntaxes';

/** A stretch of code that people read: what is inside a comment or a string, its signs and quotes left out. */
export interface CodePart extends Span {
  readonly kind: 'line' | 'block' | 'string' | 'text';
}

const LINE_END = /[\r\n\u2028\u2029]/;
/** Behind one of these, or one of these words, a slash begins a regular expression, not a division. */
const BEFORE_REGEX = /(?:^|[(,=:[!&|?{};+\-*%<>~^]|\b(?:return|typeof|case|in|of|do|else))\s*$/;
/** Tags whose content is no prose. */
const NOT_READ = /^<(script|style)\b/i;

/** The comments and strings of a code in order. Linear; code that is not well-formed costs no more than its own line. */
export function scan(text: string, syntax: Syntax): CodePart[] {
  return syntax.markup ? scanMarkup(text, syntax) : new Scanner(text, syntax).parts();
}

class Scanner {
  private readonly found: CodePart[] = [];
  private at = 0;
  /** What may begin a comment or a string, or matters within `${…}`: all else is passed over at once. */
  private readonly signs: RegExp;

  constructor(
    private readonly text: string,
    private readonly syntax: Syntax,
  ) {
    const { line = [], block = [], quotes = [], long = [] } = syntax;
    const first = [...line, ...quotes, ...long, ...block.map(([open]) => open), '{', '}', '/'].map((each) => each[0]);
    this.signs = new RegExp(`[${[...new Set(first)].join('').replace(/[\\\]^-]/g, '\\$&')}]`, 'g');
  }

  parts(): CodePart[] {
    this.code(false);
    return this.found;
  }

  /** Reads code up to its end, or up to the brace that closes `${`. */
  private code(nested: boolean): void {
    const { text } = this;
    for (let depth = 0; this.at < text.length;) {
      this.signs.lastIndex = this.at;
      this.at = this.signs.exec(text)?.index ?? text.length;
      const unit = text.charAt(this.at);
      if (nested && unit === '{') depth++;
      if (nested && unit === '}' && depth-- === 0) return void this.at++;
      if (!this.comment() && !this.string() && !this.regex()) this.at++;
    }
  }

  private comment(): boolean {
    const { block = [], line = [], lineStandsApart } = this.syntax;
    const pair = block.find(([open]) => this.text.startsWith(open, this.at));
    if (pair) {
      const [open, close] = pair;
      const end = this.text.indexOf(close, this.at + open.length);
      this.add('block', this.at + open.length, end < 0 ? this.text.length : end, close.length);
      return true;
    }
    const sign = line.find((each) => this.text.startsWith(each, this.at));
    const before = this.text.charAt(this.at - 1);
    if (sign === undefined || (lineStandsApart && before !== '' && !/\s/.test(before))) return false;
    this.add('line', this.at + sign.length, this.lineEnd(this.at), 0);
    return true;
  }

  private string(): boolean {
    const { long = [], quotes = [], scripts } = this.syntax;
    const open = [...long, ...quotes].find((each) => this.text.startsWith(each, this.at));
    if (open === undefined) return false;
    const close = open === '[[' ? ']]' : open;
    const spansLines = long.includes(open);
    let start = this.at + open.length;
    this.at = start;
    while (this.at < this.text.length) {
      if (this.text.startsWith(close, this.at)) break;
      if (!spansLines && LINE_END.test(this.text[this.at])) break;
      if (scripts && open === '`' && this.text.startsWith('${', this.at)) {
        this.add('string', start, this.at, 2);
        this.code(true);
        start = this.at;
        continue;
      }
      this.at += this.text[this.at] === '\\' ? 2 : 1;
    }
    const end = Math.min(this.at, this.text.length);
    this.add('string', start, end, this.text.startsWith(close, end) ? close.length : 0);
    return true;
  }

  private regex(): boolean {
    const { text, at } = this;
    if (!this.syntax.scripts || text[at] !== '/') return false;
    if (!BEFORE_REGEX.test(text.slice(Math.max(0, at - 24), at))) return false;
    const end = this.lineEnd(at);
    let inClass = false;
    for (let i = at + 1; i < end; i++) {
      const unit = text[i];
      if (unit === '\\') i++;
      else if (unit === '[') inClass = true;
      else if (unit === ']') inClass = false;
      else if (unit === '/' && !inClass) {
        this.at = i + 1;
        return true;
      }
    }
    return false;
  }

  /** @param closing code units of what closes it */
  private add(kind: CodePart['kind'], start: number, end: number, closing: number): void {
    if (end > start) this.found.push({ kind, start, end });
    this.at = end + closing;
  }

  private lineEnd(from: number): number {
    const found = this.text.slice(from).search(LINE_END);
    return found < 0 ? this.text.length : from + found;
  }
}

function scanMarkup(text: string, { block = [] }: Syntax): CodePart[] {
  const found: CodePart[] = [];
  const add = (kind: CodePart['kind'], start: number, end: number): void => {
    if (end > start) found.push({ kind, start, end });
  };
  for (let at = 0; at < text.length;) {
    const next = text.indexOf('<', at);
    const tag = next < 0 ? text.length : next;
    add('text', at, tag);
    const comment = block.find(([open]) => text.startsWith(open, tag));
    const unread = NOT_READ.exec(text.slice(tag, tag + 8));
    const close = comment ? comment[1] : unread ? `</${unread[1]}` : '>';
    const end = text.indexOf(close, tag + 1);
    if (comment) add('block', tag + comment[0].length, end < 0 ? text.length : end);
    at = end < 0 ? text.length : end + (unread ? 1 : close.length);
    if (unread && end >= 0) at = Math.max(at, text.indexOf('>', at) + 1);
  }
  return found;
}
