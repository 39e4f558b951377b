import { isKnownName } from '../columns/names';
import { CsvRows, type CellSigns, type CsvRow } from './csv-rows';

/** How a table is written. */
export interface Dialect extends CellSigns {
  /** `sep=;` stands in the first line. */
  readonly separatorLine?: true;
}

const DELIMITERS = [',', '\t', ';', '|', '^', '~'] as const;
const SEPARATOR_LINE = /^sep=(.)(\r\n|\n|\r)/i;
/** Characters that are tried. */
const SAMPLE = 2 ** 17;

/** How a table is written, by trying what makes its rows equally wide. */
export function dialectOf(text: string, asked?: string): Dialect {
  const said = SEPARATOR_LINE.exec(text);
  const body = (said ? text.slice(said[0].length) : text).slice(0, SAMPLE);
  const plain = asked === undefined && !said ? quotedHeader(body) : undefined;
  if (plain !== undefined) return escaped(body, { delimiter: plain, quotes: true });
  const delimiters = said ? [said[1]] : asked === undefined ? DELIMITERS : [asked];
  const tried = delimiters.flatMap((delimiter) => {
    const [quoted, plain] = [fit(body, { delimiter, quotes: true }), fit(body, { delimiter, quotes: false })];
    // A quote that was never closed swallows the lines up to the next one. If every line is a row without quotes, it did.
    const swallowed = quoted.severalLines > 0 && plain.good === 1;
    // Without damage, quotes quote.
    const isDamaged = quoted.damaged > 0 || quoted.severalLines > 0;
    return [
      { delimiter, quotes: true, ...quoted, score: quoted.score - Number(swallowed) },
      ...(isDamaged ? [{ delimiter, quotes: false, ...plain }] : []),
    ];
  });
  const best = tried.reduce((a, b) => (b.score > a.score + 1e-9 ? b : a));
  const odd =
    best.good < 1 || best.width < 2 ? (singleQuoted(body, best) ?? wrappedLines(body, delimiters)) : undefined;
  if (odd) return { ...odd, ...(said && { separatorLine: true as const }) };
  const separatorLine = said ? { separatorLine: true as const } : {};
  if (asked === undefined && !said && (best.width < 2 || isOneColumn(body, best))) {
    const quotes = fit(body, { delimiter: '', quotes: true });
    return { delimiter: '', quotes: quotes.damaged === 0 };
  }
  return { ...escaped(body, { delimiter: best.delimiter, quotes: best.quotes }), ...separatorLine };
}

/** With `'` for quotes, where all rows are in order then: `'It''s full, and loud','neg'`. */
function singleQuoted(text: string, { delimiter }: CellSigns): CellSigns | undefined {
  if (delimiter === '' || !text.includes(`${delimiter}'`) || !/(^|[\r\n,;\t|])'/.test(text)) return undefined;
  const signs = { delimiter, quotes: true, quote: "'" } as const;
  const { good, damaged, width } = fit(text, signs);
  return good === 1 && damaged === 0 && width > 1 ? signs : undefined;
}

/** Lines that a program took for one cell and put in quotes where they had some, or a comma: `"1;""Good"";pos"`. */
function wrappedLines(text: string, delimiters: readonly string[]): CellSigns | undefined {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line !== '');
  if (!lines.some((line) => WRAPPED.test(line))) return undefined;
  const unwrapped = lines.map((line) => unwrappedLine(line));
  const inner = unwrapped.join('\n');
  const good = delimiters.filter((delimiter) => {
    const found = fit(inner, { delimiter, quotes: true });
    const isHeaded = unwrapped[0].split(delimiter).some((name) => isKnownName(name.replace(/^"|"$/g, '')));
    return found.good === 1 && found.damaged === 0 && found.width > 1 && isHeaded;
  });
  return good.length > 0 ? { delimiter: good[0], quotes: true, wrapped: true } : undefined;
}

const WRAPPED = /^"(?:[^"]|"")*"$/;

/** What stands in a line that is one cell. */
export const unwrappedLine = (line: string): string =>
  WRAPPED.test(line) ? line.slice(1, -1).replaceAll('""', '"') : line;

/** Sentences with commas in them and a name above: rows of all widths, and no header that has several names. */
function isOneColumn(text: string, { delimiter, quotes, good }: CellSigns & Pick<Fit, 'good'>): boolean {
  if (good > 0.6) return false;
  const rows = rowsIn(text, { delimiter, quotes }).slice(0, 12);
  return !rows.some(({ cells }) => cells.length > 1 && cells.some(isKnownName));
}

/** With backslashes before quotes, if there are some, no quote is doubled, and the rows fit as well then. */
function escaped(text: string, signs: CellSigns): CellSigns {
  if (!signs.quotes || !text.includes('\\"') || /[^,;|\t\r\n"]""[^,;|\t\r\n"]/.test(text)) return signs;
  const withBackslash = { ...signs, backslash: true };
  const [as, other] = [fit(text, signs), fit(text, withBackslash)];
  return other.damaged <= as.damaged && other.score >= as.score - 1e-9 ? withBackslash : signs;
}

/** The sign between the cells of a header each of which is quoted: then quotes quote, whatever stands in the rows. */
function quotedHeader(text: string): string | undefined {
  const between = /^"(?:[^"\r\n]|"")*"([,\t;| ])"/.exec(text)?.[1];
  if (between === undefined) return undefined;
  const rest = new RegExp(
    `^"(?:[^"\\r\\n]|"")*"(?:\\${between === '\t' ? 't' : between}"(?:[^"\\r\\n]|"")*")+[ ]*(?:\\r|\\n|$)`,
  );
  return rest.test(text) ? between : undefined;
}

interface Fit {
  readonly score: number;
  readonly width: number;
  readonly damaged: number;
  /** Share of the rows that are as wide as the table. */
  readonly good: number;
  /** Rows with a cell of several lines. */
  readonly severalLines: number;
}

/** How well a way of writing fits: the share of rows that are as wide as the header, more for wider ones. */
function fit(text: string, signs: CellSigns): Fit {
  const { quotes } = signs;
  const rows = rowsIn(text, signs).filter(({ cells }) => !/^\s*#/.test(cells[0] ?? ''));
  if (rows.length === 0) return { score: -1, width: 0, damaged: 0, good: 0, severalLines: 0 };
  const widths = new Map<number, number>();
  for (const { cells, error } of rows)
    if (error === undefined) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  const first = rows.find(({ cells, error }) => error === undefined && cells.length > 1)?.cells.length ?? 1;
  const width = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
  const split = rows.filter(({ cells, error }) => error !== undefined || cells.length > 1).length;
  const wide =
    2 * split < rows.length ? 1 : first > 1 && (widths.get(first) ?? 0) * 2 >= (widths.get(width) ?? 0) ? first : width;
  const damaged = rows.filter(({ error }) => error !== undefined).length;
  const good = (widths.get(wide) ?? 0) / rows.length;
  const headed = rows[0].cells.length === wide || rows.length > 4 ? 0.3 : 0;
  const usesQuotes = quotes ? 0.01 : 0;
  // A file in which quotes do not quote is in order without them; one in disorder either way keeps the usual rules.
  const score =
    wide < 2 ? -0.5 : !quotes && good < 0.9 ? good - 1 : good + headed + 0.02 * Math.min(wide, 10) + usesQuotes;
  const severalLines = rows.filter(({ cells }) => cells.some((cell) => /[\r\n]/.test(cell))).length;
  return { score, width: wide, damaged, good: wide < 2 ? 0 : good, severalLines };
}

function rowsIn(text: string, signs: CellSigns): CsvRow[] {
  const rows = new CsvRows(signs);
  // The last line may be cut off.
  const end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
  const whole = text.length < SAMPLE ? text : text.slice(0, end + 1);
  return [...rows.push(whole), ...rows.end()].slice(0, 400);
}
