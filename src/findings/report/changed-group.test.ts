import { expect, test } from 'vitest';
import { DROP, madeReviews } from '../../../test/findings/made-reviews';
import { madeRows } from '../../../test/findings/made-rows';
import { NO_REVIEWS } from '../data';
import { isoDay } from '../store/days';
import { PieceBuilder } from '../store/piece-builder';
import type { ResultRow } from '../store/result-row';
import { RowStore } from '../store/row-store';
import { wordingIn } from '../wording/wording-in';
import { findingOfKind } from './scope';
import { reportFigures, type ReportOptions } from './report-figures';
import { reportHtml } from './report-html';
import { reportMarkdown } from './report-markdown';
import { titleOf } from './sentences';

function optionsFor(rows: readonly ResultRow[]): ReportOptions {
  const builder = new PieceBuilder();
  rows.forEach((row) => builder.add(row));
  const store = new RowStore();
  store.append(builder.take());
  const data = { store, reviews: NO_REVIEWS };
  return { data, filter: [], wording: wordingIn('en'), source: 'reviews', version: '1', day: 20_000, appendix: false };
}

/** The product that drops is sold only from April on: its months are not those of all rows. */
const late = optionsFor(
  madeRows(madeReviews(3_000)).filter((row) => row.cells?.product !== DROP.product || row.date! >= '2023-04-01'),
);

test('when it changed is shown of the group that changed, from its own month on', () => {
  const figures = reportFigures(late);
  expect(findingOfKind(figures.findings, 'group')).toMatchObject({ value: DROP.product });
  const points = figures.changed!.points;
  expect([isoDay(points[0].from), isoDay(figures.time!.points[0].from)]).toEqual(['2023-04-01', '2023-01-01']);
  const of = (some: typeof points) => some.reduce((sum, { rows }) => sum + rows, 0);
  expect(of(points)).toBe(late.data.store.column('product')!.codes.values.slice(0, late.data.store.rows).filter((code) => late.data.store.column('product')!.values[code] === DROP.product).length); // prettier-ignore
  const html = reportHtml(late, figures);
  expect(html).toMatch(/When did it change\?<\/h2><p class="sub">Grinder G3; share of texts a month/);
  const { change } = findingOfKind(figures.findings, 'group')!;
  const at = points.findIndex((point) => point.from === change.day);
  expect(at).toBe(change.at - 3);
  const [, from] = /class="shade" x="([\d.]+)"/.exec(html)!;
  expect(Number(from)).toBeCloseTo(36 + (at * (682 - 36 - 112)) / points.length, 1);
  expect(reportMarkdown(late, figures)).toMatch(/## When did it change\?\n\nGrinder G3\n\n/);
});

test('a phone has the chart drawn narrower, with letters as large', () => {
  const html = reportHtml(late);
  expect([...html.matchAll(/<div class="(wide|thin)"><svg viewBox="0 0 (\d+) /g)].map(([, name, width]) => [name, width])).toEqual([['wide', '682'], ['thin', '340']]); // prettier-ignore
});

test('where nothing surely changed the title says so, and the largest change is named with its interval', () => {
  const calm = optionsFor(madeRows(madeReviews(2_000)).filter(({ date }) => date! < DROP.from));
  const figures = reportFigures(calm);
  expect(figures.findings.map(({ kind }) => kind)).toEqual(['no-trend', 'shares', 'topics']);
  expect(titleOf(figures, calm)).toMatch(/positive, with no sure change over time$/);
  expect(titleOf(figures, { ...calm, wording: wordingIn('zh') })).toMatch(/为正面，未见确定的变化$/);
  const html = reportHtml(calm, figures);
  expect(html.includes('Did it change over time?')).toBe(true);
  expect(html.includes('class="shade"')).toBe(false);
  // The first week began in December, but no text did.
  expect(html.includes('reviews · January – September 2023 · ')).toBe(true);
  expect(reportMarkdown(calm, figures)).toMatch(/No change over time is larger than chance; the largest, (positive|negative) since (?:the week of \d+ )?\w+ 2023: \d\d\.\d\s% → \d\d\.\d\s%, [+−]\d+\.\d points \(95 % interval −\d+\.\d to \d+\.\d\)\./); // prettier-ignore
});
