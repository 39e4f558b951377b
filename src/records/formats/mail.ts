import { concatenate } from '../../shared/concatenate';
import { decoderOf } from '../bytes/old-decoders';
import type { SourceLine } from '../lines';
import { NO_TEXT, TOO_LONG, type RawRow } from '../record';
import { textOfHtml } from './markup';
import { LineByLineParser } from './line-by-line';

/** The number of characters of one letter that are read; the rest are attachments. */
const MOST = 2 ** 22;
const FROM_LINE = /^From \S+.*\d{4}\s*$/;
/** How a letter begins: one of its headers. */
export const LETTER =
  /^\uFEFF?(?:From \S+.*\d{4}[\r\n]+)?(?:[A-Za-z][\w-]{1,40}:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n)*?(?:from|return-path|received|message-id|mime-version):[^\r\n]*\S/i;

/** Letters as mail programs keep them (`.eml`, `.mbox`): a row each, as sender, date, subject and what is written. */
export class MailParser extends LineByLineParser {
  private open: SourceLine[] = [];
  private length = 0;

  protected override next(line: SourceLine): RawRow[] {
    if (line.tooLong) return [{ line: line.number, error: TOO_LONG }];
    const begins = FROM_LINE.test(line.text) && (this.open.length === 0 || this.open.at(-1)!.text.trim() === '');
    const closed = begins ? this.close() : [];
    this.length += line.text.length + 1;
    if (!begins && this.length <= MOST) this.open.push(line);
    return closed;
  }

  protected override close(): RawRow[] {
    const lines = this.open;
    [this.open, this.length] = [[], 0];
    while (lines.length > 0 && lines[0].text.trim() === '') lines.shift();
    if (lines.length === 0) return [];
    const part = partOf(lines);
    const written = textOf(part);
    const header = (name: string) => inWords(part.headers.get(name) ?? '');
    const cells = [header('from'), header('date'), header('subject'), written?.text ?? ''];
    const line = lines[0].number;
    if (!written) return [{ line, cells, error: NO_TEXT }];
    return [{ line, cells, place: (of) => (of === 3 ? placeOf(written.lines) : undefined) }];
  }
}

interface Part {
  /** By their names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: readonly SourceLine[];
}

function partOf(lines: readonly SourceLine[]): Part {
  const headers = new Map<string, string>();
  let [at, name] = [0, ''];
  for (; at < lines.length && lines[at].text.trim() !== ''; at++) {
    const { text } = lines[at];
    const found = /^([A-Za-z][\w-]*):\s*(.*)$/.exec(text);
    if (/^[ \t]/.test(text) && name !== '') headers.set(name, `${headers.get(name)} ${text.trim()}`);
    else if (found) {
      name = found[1].toLowerCase();
      if (!headers.has(name)) headers.set(name, found[2]);
    } else break;
  }
  return { headers, body: lines.slice(lines[at]?.text.trim() === '' ? at + 1 : at) };
}

interface Written {
  readonly text: string;
  readonly lines: readonly SourceLine[];
}

/** What is written in a letter: the first plain text among its parts, else the first page. */
function textOf({ headers, body }: Part, depth = 0): Written | undefined {
  const type = headers.get('content-type') ?? 'text/plain';
  const boundary = /boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(type);
  if (boundary && depth < 5) {
    const parts = partsOf(body, boundary[1] ?? boundary[2]).map(partOf);
    const kind = (part: Part) => (part.headers.get('content-type') ?? 'text/plain').toLowerCase();
    const read = ['text/plain', 'multipart/', 'text/html'].flatMap((wanted) => parts.filter((part) => kind(part).startsWith(wanted) && !/^attachment/i.test(part.headers.get('content-disposition') ?? ''))); // prettier-ignore
    for (const part of read) {
      const found = textOf(part, depth + 1);
      if (found) return found;
    }
    return undefined;
  }
  if (!/^\s*text\//i.test(type)) return undefined;
  const plain = decoded(body, headers.get('content-transfer-encoding') ?? '', /charset\s*=\s*"?([\w.:-]+)/i.exec(type)?.[1]); // prettier-ignore
  const text = (/^\s*text\/html/i.test(type) ? textOfHtml(plain) : unquoted(plain)).trim();
  return text === '' ? undefined : { text, lines: body };
}

function partsOf(body: readonly SourceLine[], boundary: string): SourceLine[][] {
  const parts: SourceLine[][] = [];
  for (const line of body) {
    if (line.text.trimEnd() === `--${boundary}--`) break;
    if (line.text.trimEnd() === `--${boundary}`) parts.push([]);
    else parts.at(-1)?.push(line);
  }
  return parts;
}

/** `>From` at the beginning of a line stands for `From` in a box of letters. */
const unquoted = (text: string): string => text.replace(/^>+From /gm, (all) => all.slice(1));

function decoded(body: readonly SourceLine[], encoding: string, charset: string | undefined): string {
  const text = body.map((line) => line.text).join('\n');
  const kind = encoding.trim().toLowerCase();
  if (kind === 'base64') return characters(bytesOfBase64(text), charset);
  if (kind === 'quoted-printable') return characters(bytesOfQuoted(text.replace(/=[ \t]*\n/g, '')), charset);
  return text;
}

function characters(bytes: Uint8Array, charset = 'utf-8'): string {
  try {
    return decoderOf(charset).decode(bytes).replaceAll('\r\n', '\n');
  } catch {
    return new TextDecoder().decode(bytes).replaceAll('\r\n', '\n');
  }
}

function bytesOfBase64(text: string): Uint8Array {
  const signs = text.replace(/[^A-Za-z0-9+/]/g, '');
  const whole = atob(signs.slice(0, signs.length - (signs.length % 4 === 1 ? 1 : 0)));
  return Uint8Array.from(whole, (sign) => sign.charCodeAt(0));
}

/** The bytes of quoted-printable text: those of its escapes; all else was decoded with the file, and is UTF-8 here. */
function bytesOfQuoted(text: string): Uint8Array {
  const encoder = new TextEncoder();
  // Every second piece is what stood between two others: a byte.
  const pieces = text.split(/=([0-9A-Fa-f]{2})/);
  return concatenate(
    pieces.map((piece, i) => (i % 2 === 0 ? encoder.encode(piece) : Uint8Array.of(parseInt(piece, 16)))),
  );
}

/** `=?UTF-8?B?…?=` in words. */
const inWords = (header: string): string =>
  header.replace(
    /=\?([\w.-]+)\?([bq])\?([^?]*)\?=(?:\s+(?==\?))?/gi,
    (_, charset: string, kind: string, text: string) =>
      characters(kind.toLowerCase() === 'b' ? bytesOfBase64(text) : bytesOfQuoted(text.replaceAll('_', ' ')), charset),
  );

/** From the first line that is not blank to the last. */
function placeOf(body: readonly SourceLine[]) {
  const there = body.filter(({ text }) => text.trim() !== '');
  const [first, last] = [there[0], there[there.length - 1]];
  const column = first.text.length - first.text.trimStart().length + 1;
  return { line: first.number, column, endLine: last.number, endColumn: last.text.trimEnd().length + 1 };
}
