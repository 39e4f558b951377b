import { describe, expect, test } from 'vitest';
import { PieceBuilder } from '../store/piece-builder';
import type { ResultRow } from '../store/result-row';
import { RowStore } from '../store/row-store';
import { NO_REVIEWS } from '../data';
import { wordingIn } from '../wording/wording-in';
import { reportHtml } from './report-html';
import { reportMarkdown } from './report-markdown';
import { reportFigures, type ReportOptions } from './report-figures';
import { sheetsOf } from './sheets';
import { workbook } from './workbook';
import { unzipSync, strFromU8 } from 'fflate';

const HOSTILE = [
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '=HYPERLINK("http://example.org","press")',
  '@SUM(A1:A9)',
  '+1+cmd|calc!A0',
  'a\u202Egnp.exe\u2066 b \u202A\u202B\u202C\u202D\u2067\u2068\u2069 c',
  '"quoted" & \'single\' </td></table></details></style>',
  'x\u0000y\ud800z _x0041_',
  `${'long '.repeat(20_000)}end`,
  '| a | **b** | [c](http://example.org) | `d`',
];

function row(text: string, at: number): ResultRow {
  const label = at % 3 === 0 ? 'positive' : 'negative';
  return {
    row: at + 1,
    line: at + 1,
    text,
    language: 'en',
    model: text.slice(0, 40),
    label,
    probabilities: {
      negative: label === 'negative' ? 0.9 : 0.1,
      neutral: 0,
      positive: label === 'negative' ? 0.1 : 0.9,
    },
    milliseconds: 1,
    warnings: [],
    date: at % 2 === 0 ? text : `2024-0${1 + (at % 9)}-01`,
    given: text.slice(0, 50),
    cells: { [text.slice(0, 60)]: text, kind: text.slice(0, 200), plain: '=1+1' },
  };
}

function options(rows: readonly ResultRow[], language: 'en' | 'zh', appendix = true): ReportOptions {
  const builder = new PieceBuilder();
  for (const one of rows) builder.add(one);
  const store = new RowStore();
  store.append(builder.take());
  const source = HOSTILE[0];
  return {
    data: { store, reviews: NO_REVIEWS },
    filter: [],
    wording: wordingIn(language),
    source,
    version: '0',
    day: 19_900,
    appendix,
  };
}

const hostileRows = Array.from({ length: 60 }, (_, at) => row(HOSTILE[at % HOSTILE.length], at));

/** Highlighted from end to end, as one phrase that decided: what is in a highlight is text as well, and so is a phrase. */
const highlighted = (text: string, at: number): ResultRow => ({
  ...(row(text, at) as Extract<ResultRow, { label: string }>),
  method: 'phrase-shapley',
  signed: true,
  target: at % 3 === 0 ? 'positive' : 'negative',
  baseline: 'empty text',
  baseProbability: 1 / 3,
  words: [{ text, start: 0, end: text.length, score: 2, known: true }],
  phrases: [{ start: 0, end: text.length, score: 2 }],
});
/** Short enough to be phrases that are listed. */
const PHRASES = [
  '<img src=x onerror=alert(1)>',
  'a\u202Eb\u2066c\u2069',
  '</ul></style>"\'&',
  '| <b>x</b> | [c](http://x)',
];
const renumbered = (rows: readonly ResultRow[]): ResultRow[] => rows.map((one) => ({ ...one, row: one.row + hostileRows.length })); // prettier-ignore
const highlightedRows = Array.from({ length: 60 }, (_, at) => highlighted(PHRASES[at % PHRASES.length], at));

describe.each(['en', 'zh'] as const)('hostile cells (%s)', (language) => {
  test('in a report are text: no element, no attribute, no turned direction of theirs', () => {
    const html = reportHtml(options([...hostileRows, ...renumbered(highlightedRows)], language));
    expect(html).toMatch(/<span class="w [pn] s\d">&lt;img src=x onerror=alert\(1\)&gt;<\/span>/);
    const elements = new Set([...html.matchAll(/<\/?([a-z][a-z0-9]*)/gi)].map(([, name]) => name.toLowerCase()));
    expect([...elements].filter((name) => ['script', 'img', 'iframe', 'a', 'object', 'link'].includes(name))).toEqual(
      [],
    );
    expect(html).not.toMatch(/<[^>]*\son\w+=/i);
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    expect(html.match(/<\/details>/g)).toHaveLength(1);
    expect(html).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u0000]/);
    expect(html).toContain('[U+202E]');
    expect(html).not.toMatch(/\p{Surrogate}/u);
    expect(html).toContain("default-src 'none'");
  });

  test('in a workbook are cells of text: no formula, nothing cut short of what a cell can hold', async () => {
    const its = options(hostileRows, language);
    const files = unzipSync(await workbook(its, reportFigures(its)));
    const sheets = Object.entries(files).filter(([name]) => /worksheets\/sheet\d+\.xml$/.test(name));
    expect(sheets.length).toBeGreaterThanOrEqual(4);
    for (const [name, bytes] of sheets) expect([name, /<f[ >]/.test(strFromU8(bytes))]).toEqual([name, false]);
    const strings = strFromU8(files['xl/sharedStrings.xml'] ?? new Uint8Array());
    const all = strings + sheets.map(([, bytes]) => strFromU8(bytes)).join('');
    expect(all).toContain('=HYPERLINK(');
    expect(all).toContain('&lt;script&gt;');
    expect(all).toContain('_x005F_x0041_');
    expect(all).not.toContain('\u0000');
    expect(Math.max(...[...all.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text]) => text.length))).toBe(32_767);
  });

  test('in a summary are text: no link, no code, no cell of the table', () => {
    const markdown = reportMarkdown(options(hostileRows, language));
    expect(markdown).not.toMatch(/(?<!\\)<[a-z]/i);
    expect(markdown).not.toMatch(/(?<!\\)\]\(/);
    const tables = markdown.split('\n\n').filter((part) => part.startsWith('|'));
    expect(tables.length).toBeGreaterThan(0);
    for (const table of tables) {
      const bars = table.split('\n').map((line) => (line.match(/(?<!\\)\|/g) ?? []).length);
      expect(new Set(bars).size).toBe(1);
    }
  });
});

test('a title that names a group names it as text', () => {
  const rows = Array.from({ length: 120 }, (_, at): ResultRow => {
    const isBad = at % 2 === 0;
    const [label, kind] = isBad ? (['negative', HOSTILE[0]] as const) : (['positive', 'plain'] as const);
    return { ...row(`text ${at}`, 1), row: at + 1, label, probabilities: { negative: isBad ? 0.9 : 0.1, neutral: 0, positive: isBad ? 0.1 : 0.9 }, cells: { kind } }; // prettier-ignore
  });
  for (const language of ['en', 'zh'] as const) {
    const html = reportHtml(options(rows, language));
    expect(html).toMatch(/<h1>[^<]*&lt;script&gt;[^<]*<\/h1>/);
    expect(html).toMatch(/<title>[^<]*&lt;script&gt;[^<]*<\/title>/);
    expect(html).not.toMatch(/<script|<img/);
  }
});

test('on paper, tables that go on to another page have their head again', () => {
  const html = reportHtml(options(hostileRows, 'en'));
  const tables = html.match(/<table>/g)!.length;
  expect(tables).toBeGreaterThan(2);
  expect(html.match(/<table><thead><tr>/g)).toHaveLength(tables);
  expect(html).toContain('@page{size:A4');
});

test('a report of nothing says so, and asks for no figures', () => {
  const its = options([{ row: 1, line: 1, error: 'Line 1: There is no text.' }], 'en');
  const html = reportHtml(its);
  expect(html).toContain('No text could be read');
  expect(html).toContain('None of 1 rows could be read.');
  expect(html).not.toContain('NaN');
  expect(reportMarkdown(its)).not.toContain('NaN');
  expect(
    sheetsOf(its, reportFigures(its))
      .map(({ rows }) => rows.flat())
      .flat(),
  ).not.toContain(NaN);
});
