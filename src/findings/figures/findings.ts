import type { Finding, TimeChange, TimeFigure } from '../../shared/findings/figures';
import type { Condition, Filter } from '../../shared/findings/filter';
import { NO_VALUE } from '../../shared/findings/piece';
import { otherRows, type Data, type RowIndices } from '../data';
import { filterRows } from '../filter/filter-rows';
import type { StoredColumn } from '../store/row-store';
import { aspects } from './aspects';
import { contentColumns } from './by-column';
import { KINDS, TONES } from './change';
import { groupChange, type GroupChange } from './group-change';
import { sentimentOverTime } from './over-time';
import { phrases } from './phrases';
import { sentimentsOfRows, toneIndex } from './sentiments';
import { differenceOf, excludesZero, quantileFor, shareOf } from './statistics';

const MOST = 3;
/** Groups with fewer rows are left out. */
const LEAST_ROWS = 30;
const MOST_VALUES = 200;
const TOPICS = 3;

type Tone = 'positive' | 'negative';
type Trend = Extract<Finding, { kind: 'trend' }>;
type NoTrend = Extract<Finding, { kind: 'no-trend' }>;
type Group = Extract<Finding, { kind: 'group' }>;
type Difference = Extract<Finding, { kind: 'difference' }>;

/**
 * The findings on top of the overview: at most three, the most important first. A change or difference is named only
 * where its interval, widened by how many were tried, leaves out zero.
 */
export function findingsOf(data: Data, filter: Filter = []): Finding[] {
  const rows = filterRows(data, filter);
  const sentiments = sentimentsOfRows(data.store, rows);
  if (sentiments.rows === 0) return [{ kind: 'nothing-read', rows: rows.length, filter }];
  const time = sentimentOverTime(data, rows);
  const changes = time ? changesOf(data, rows, time, filter) : [];
  const [first] = changes;
  if (first && first.kind !== 'no-trend') {
    const { tone, difference } = first.change;
    const scope = changes[changes.length - 1].filter;
    const topics = topicsOf(data, scope, difference.value * (tone === 'positive' ? 1 : -1));
    return [...changes, ...(topics ? [topics] : [])].slice(0, MOST);
  }
  const difference = largestDifference(data, rows, filter);
  const side = difference ? difference.difference.value < 0 === (difference.tone === 'positive') : true;
  const topics = topicsOf(data, difference?.filter ?? filter, side ? -1 : 1);
  const found: Finding[] = difference ? [difference] : [{ kind: 'shares', sentiments, filter }];
  return [...changes, ...found, ...(topics ? [topics] : [])].slice(0, MOST);
}

/**
 * The change over time of all rows, and the group that explains it; or the change of one group, where all rows together
 * show none.
 */
function changesOf(
  data: Data,
  rows: RowIndices,
  { change, points, unit }: TimeFigure,
  filter: Filter,
): readonly (Trend | Group | NoTrend)[] {
  if (!change) return [];
  const group = groupChange(data, rows, points, tellingColumns(data), change.certain ? change : undefined);
  if (!group) return [change.certain ? trendOf(change) : { kind: 'no-trend', change, unit, filter }];
  if (group.isAnother) return [trendOf(change), told(group, true)];
  // The other rows blur the day on which it began.
  const all: TimeChange = { ...group.all, between: group.own.between };
  return [...(all.certain ? [trendOf(all)] : []), told(group, !all.certain)];

  function periodSince(day: number): Condition {
    return { kind: 'period', from: day, to: points[points.length - 1].to };
  }
  function trendOf(its: TimeChange): Trend {
    return { kind: 'trend', change: its, unit, filter: [...filter, periodSince(its.day)] };
  }
  function told({ column, value, own, without }: GroupChange, alone: boolean): Group {
    const condition = { kind: 'column', column, values: [value] } as const;
    return { kind: 'group', column, value, change: own, unit, without, alone, filter: [...filter, periodSince(own.day), condition] }; // prettier-ignore
  }
}

/** Columns that findings may be about: not the file's own labels, and not the model. */
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

/** The group that differs most from all others, if its difference is significant among so many groups. */
function largestDifference(data: Data, rows: RowIndices, filter: Filter): Difference | undefined {
  const columns = tellingColumns(data);
  const tried = KINDS * TONES.length * columns.reduce((sum, { values }) => sum + values.length, 0);
  let best: Difference | undefined;
  let most = 0;
  const all = sentimentsOfRows(data.store, rows);
  for (const tone of TONES) {
    for (const column of columns) {
      const counts = countValues(data, rows, column, tone);
      column.values.forEach((value, code) => {
        const cell = counts[code];
        if (cell.of < LEAST_ROWS || all.rows - cell.of < LEAST_ROWS) return;
        const z = quantileFor(0.05 / Math.max(1, tried));
        const outside = { rows: all[tone].rows - cell.rows, of: all.rows - cell.of };
        const wide = differenceOf(shareOf(outside.rows, outside.of, z), shareOf(cell.rows, cell.of, z));
        if (!excludesZero(wide) || Math.abs(wide.value) <= most) return;
        most = Math.abs(wide.value);
        best = {
          kind: 'difference',
          column: column.name,
          value,
          tone,
          share: shareOf(cell.rows, cell.of),
          rest: shareOf(outside.rows, outside.of),
          difference: wide,
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
  const found = aspects(data, rows, rest).filter(
    (aspect) => aspect[tone].low > 0.5 && aspect.rows >= 5 && (!aspect.more || aspect.more[tone].low > 0),
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
