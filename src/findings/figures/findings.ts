import type { Finding, Share, TimeFigure } from '../../shared/findings/figures';
import type { Filter } from '../../shared/findings/filter';
import { NO_VALUE } from '../../shared/findings/piece';
import { otherRows, type Data, type RowIndices } from '../data';
import { filterRows } from '../filter/filter-rows';
import type { StoredColumn } from '../store/row-store';
import { aspects } from './aspects';
import { contentColumns } from './by-column';
import { overTime, quantileFor } from './over-time';
import { phrases } from './phrases';
import { sentimentsOfRows, toneIndex } from './sentiments';
import { differenceOf, isCertain, shareOf } from './statistics';

const MOST = 3;
/** Groups with fewer rows are left out. */
const LEAST_ROWS = 30;
const MOST_VALUES = 200;
const TOPICS = 3;

type Tone = 'positive' | 'negative';
type Trend = Extract<Finding, { kind: 'trend' }>;
type Group = Extract<Finding, { kind: 'group' }>;
type Difference = Extract<Finding, { kind: 'difference' }>;

/**
 * What stands on top of the overview: at most three sentences, the most important first. A change or difference is named only
 * where its interval, widened by how many were tried, leaves out zero.
 */
export function findingsOf(data: Data, filter: Filter = []): Finding[] {
  const rows = filterRows(data, filter);
  const sentiments = sentimentsOfRows(data.store, rows);
  if (sentiments.rows === 0) return [{ kind: 'nothing-read', rows: rows.length, filter }];
  const time = overTime(data, rows);
  const trend = trendOf(time, filter);
  if (trend?.kind === 'trend') {
    const group = groupOf(data, trend, filter);
    const scope = group ? group.filter : trend.filter;
    const topics = topicsOf(data, scope, trend.change.difference.value * (trend.change.tone === 'positive' ? 1 : -1));
    return [trend, ...(group ? [group] : []), ...(topics ? [topics] : [])].slice(0, MOST);
  }
  const difference = largestDifference(data, rows, filter);
  const side = difference ? difference.difference.value < 0 === (difference.tone === 'positive') : true;
  const topics = topicsOf(data, difference?.filter ?? filter, side ? -1 : 1);
  const found: Finding[] = difference ? [difference] : [{ kind: 'shares', sentiments, filter }];
  return [...(trend ? [trend] : []), ...found, ...(topics ? [topics] : [])].slice(0, MOST);
}

function trendOf(
  time: TimeFigure | undefined,
  filter: Filter,
): Extract<Finding, { kind: 'trend' | 'no-trend' }> | undefined {
  if (!time?.change) return undefined;
  const { change, unit } = time;
  if (!change.certain) return { kind: 'no-trend', change, filter };
  const to = time.points[time.points.length - 1].to;
  return { kind: 'trend', change, unit, filter: [...filter, { kind: 'period', from: change.day, to }] };
}

/** Columns that may carry a finding: not what the file's own labels say, and not which model answered. */
function tellingColumns(data: Data): StoredColumn[] {
  const { store } = data;
  const label = store.roles.label;
  return contentColumns(data)
    .filter((name) => name !== label)
    .map((name) => store.column(name)!)
    .filter(({ values }) => values.length <= MOST_VALUES);
}

interface Cell {
  readonly of: number;
  readonly rows: number;
}

/** Rows of a tone, by value. */
function countValues({ store }: Data, rows: RowIndices, { values, codes }: StoredColumn, tone: Tone): Cell[] {
  const its = toneIndex(store);
  const wanted = tone === 'positive' ? 2 : 0;
  const counts = values.map(() => ({ of: 0, rows: 0 }));
  for (const row of rows) {
    const code = codes.values[row];
    const at = its(row);
    if (code === NO_VALUE || at < 0) continue;
    counts[code].of++;
    if (at === wanted) counts[code].rows++;
  }
  return counts;
}

/** The group that carries the trend: without it, less of the trend is left than without any other. */
function groupOf(data: Data, { change, filter: late }: Trend, filter: Filter): Group | undefined {
  const { tone } = change;
  const after = filterRows(data, late);
  const before = filterRows(data, [...filter, { kind: 'period', from: -1e6, to: change.day - 1 }]);
  const columns = tellingColumns(data);
  const tried = columns.reduce((sum, { values }) => sum + values.length, 0);
  let best: Group | undefined;
  for (const column of columns) {
    const [was, is] = [countValues(data, before, column, tone), countValues(data, after, column, tone)];
    column.values.forEach((value, code) => {
      const group = one(change, was[code], is[code], Math.max(1, tried));
      if (!group) return;
      if (best && Math.abs(group.without.difference.value) >= Math.abs(best.without.difference.value)) return;
      const condition = { kind: 'column', column: column.name, values: [value] } as const;
      best = { kind: 'group', column: column.name, value, tone, ...group, filter: [...late, condition] };
    });
  }
  return best;
}

function one(change: Trend['change'], was: Cell, is: Cell, tried: number) {
  if (was.of < LEAST_ROWS || is.of < LEAST_ROWS) return undefined;
  const z = quantileFor(0.05 / tried);
  const own = differenceOf(shareOf(was.rows, was.of, z), shareOf(is.rows, is.of, z));
  const sameWay = own.value * (change.after.value - change.before.value) > 0;
  if (!isCertain(own) || !sameWay) return undefined;
  const [restWas, restIs] = [less(change.before, was), less(change.after, is)];
  if (restWas.of < LEAST_ROWS || restIs.of < LEAST_ROWS) return undefined;
  const difference = differenceOf(restWas, restIs);
  // It carries the change only if less than half of it is left without it.
  if (Math.abs(difference.value) > Math.abs(change.after.value - change.before.value) / 2) return undefined;
  return {
    before: shareOf(was.rows, was.of),
    after: shareOf(is.rows, is.of),
    without: { before: restWas, after: restIs, difference },
  };
}

const less = (all: Share, cell: Cell): Share => shareOf(all.rows - cell.rows, all.of - cell.of);

/** The group that differs most from all others. */
function largestDifference(data: Data, rows: RowIndices, filter: Filter): Difference | undefined {
  const columns = tellingColumns(data);
  const tried = 2 * columns.reduce((sum, { values }) => sum + values.length, 0);
  let best: Difference | undefined;
  let most = 0;
  const all = sentimentsOfRows(data.store, rows);
  for (const tone of ['positive', 'negative'] as const) {
    for (const column of columns) {
      const counts = countValues(data, rows, column, tone);
      column.values.forEach((value, code) => {
        const cell = counts[code];
        if (cell.of < LEAST_ROWS || all.rows - cell.of < LEAST_ROWS) return;
        const z = quantileFor(0.05 / Math.max(1, tried));
        const outside = { rows: all[tone].rows - cell.rows, of: all.rows - cell.of };
        const wide = differenceOf(shareOf(outside.rows, outside.of, z), shareOf(cell.rows, cell.of, z));
        if (!isCertain(wide) || Math.abs(wide.value) <= most) return;
        most = Math.abs(wide.value);
        best = {
          kind: 'difference',
          column: column.name,
          value,
          tone,
          share: shareOf(cell.rows, cell.of),
          rest: shareOf(outside.rows, outside.of),
          difference: differenceOf(shareOf(outside.rows, outside.of), shareOf(cell.rows, cell.of)),
          filter: [...filter, { kind: 'column', column: column.name, values: [value] }],
        };
      });
    }
  }
  return best;
}

/** What is written about in a scope, on the side to which it changed: aspects and phrases more frequent there than elsewhere. */
function topicsOf(data: Data, scope: Filter, way: number): Extract<Finding, { kind: 'topics' }> | undefined {
  const rows = filterRows(data, scope);
  const rest = scope.length > 0 ? otherRows(data, rows) : undefined;
  const tone = way < 0 ? 'negative' : 'positive';
  const isMore = (figure: { readonly change?: { readonly low: number; readonly high: number } }) =>
    rest === undefined || (figure.change !== undefined && (way < 0 ? figure.change.high < 0 : figure.change.low > 0));
  const found = aspects(data, rows, rest).filter(
    (aspect) => aspect[tone].low > 0.5 && aspect.rows >= 5 && (rest?.length === 0 || isMore(aspect)),
  );
  const said = phrases(data, rows, rest)[tone].filter(
    ({ times, rows: its }) =>
      its >= 3 && (rest === undefined || rest.length === 0 || (times !== undefined && times.low > 1)),
  );
  if (found.length === 0 && said.length === 0) return undefined;
  const [named, phrased] = [found.slice(0, TOPICS), said.slice(0, TOPICS)];
  const any = { kind: 'any', of: [...named, ...phrased].map((one) => one.filter) } as const;
  const own: Filter = [...scope, any];
  return { kind: 'topics', tone, aspects: named, phrases: phrased, rows: filterRows(data, own).length, filter: own };
}
