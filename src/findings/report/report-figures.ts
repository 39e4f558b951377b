import type {
  AccuracyFigure,
  AspectFigure,
  ColumnFigure,
  Finding,
  PhraseGroup,
  Sentiments,
  Share,
  Slice,
  TimeFigure,
} from '../../shared/findings/figures';
import type { Filter } from '../../shared/findings/filter';
import type { RunRecord } from '../../shared/findings/run-record';
import { seededRandom, shuffle } from '../../shared/random';
import { otherRows, type Data, type RowIndices } from '../data';
import { accuracy } from '../figures/accuracy';
import { aspects } from '../figures/aspects';
import { sentimentByColumn, contentColumns } from '../figures/by-column';
import { findingsOf } from '../figures/findings';
import { sentimentOverTime } from '../figures/over-time';
import { phrases } from '../figures/phrases';
import { sentimentsOfRows, toneIndex } from '../figures/sentiments';
import { slices } from '../figures/slices';
import { shareOf } from '../figures/statistics';
import { filterRows } from '../filter/filter-rows';
import { targetLabel } from '../filter/agreement';
import { trueAccuracy } from '../review/estimate';
import type { Wording } from '../wording/wording';
import { changeIn, findingOfKind, scopeOf, type FindingOf } from './scope';

/** What a report is made of. */
export interface ReportOptions {
  readonly data: Data;
  readonly filter: Filter;
  readonly wording: Wording;
  /** The name of the data for the reader: that of the file. */
  readonly source: string;
  readonly run?: RunRecord;
  /** The version of Saliency. */
  readonly version: string;
  /** Day of the report, since 1970-01-01. */
  readonly day: number;
  /** Whether all texts stand at its end. */
  readonly appendix: boolean;
}

/** All figures of a report, without its words. */
export interface ReportFigures {
  readonly rows: RowIndices;
  readonly sentiments: Sentiments;
  readonly findings: readonly Finding[];
  /** The label whose share the findings are about: changes and differences are those of its share. */
  readonly tone: 'negative' | 'positive';
  readonly time?: TimeFigure;
  /** The shares over time of the rows whose change is reported: those of a group, if one explains the change. */
  readonly changed?: TimeFigure;
  readonly column?: ColumnFigure;
  readonly aspects: readonly AspectFigure[];
  /** Whether aspects are compared with other texts. */
  readonly isCompared: boolean;
  readonly decided: { readonly tone: 'negative' | 'positive'; readonly groups: readonly PhraseGroup[] };
  readonly accuracy?: AccuracyFigure;
  /** The same change by the file's own labels. */
  readonly byLabels?: { readonly before: Share; readonly after: Share };
  readonly checked?: Share;
  /** Texts with a confidence below 70 %. */
  readonly unsure: Share;
  readonly slices: readonly Slice[];
  readonly examples: { readonly rows: readonly number[]; readonly of: number; readonly tone?: 'negative' | 'positive' };
  readonly damaged: number;
}

const EXAMPLES = 10;
const ASPECTS = 8;
const PHRASES = 6;
/** In 1/10,000. */
const UNSURE = 7_000;

export function reportFigures({ data, filter }: ReportOptions): ReportFigures {
  const { store } = data;
  const rows = filterRows(data, filter);
  const findings = findingsOf(data, filter);
  const scope = scopeOf(findings, filter);
  const inScope = filterRows(data, scope);
  const rest = inScope.length < store.rows ? otherRows(data, inScope) : undefined;
  const tone = toneOfFindings(findings);
  const decided = phrases(data, inScope, rest, 40)[tone].filter(({ times }) => times === undefined || times.value > 1);
  const measured = accuracy(data, rows, 'file');
  const answered = rows.filter((row) => !store.isDamaged(row));
  const checked = trueAccuracy(data, filter);
  const time = sentimentOverTime(data, rows);
  const change = changeIn(findings)?.change;
  const group = findingOfKind(findings, 'group');
  const ofGroup = group && time && sentimentOverTime(data, rowsOfGroup(data, filter, group), time.unit);
  const changed = ofGroup ?? time;
  return {
    rows,
    sentiments: sentimentsOfRows(store, rows),
    findings,
    tone: change?.tone ?? findingOfKind(findings, 'difference')?.tone ?? 'positive',
    ...(time && { time: { ...time, ...(change && { change }) } }),
    ...(changed && { changed: { ...changed, ...(change && { change }) } }),
    ...columnFigure(data, rows, findings, filter),
    aspects: aspects(data, inScope, rest, ASPECTS),
    isCompared: rest !== undefined,
    decided: { tone, groups: decided.slice(0, PHRASES) },
    ...(measured && { accuracy: measured, ...labelChange(data, rows, findings) }),
    ...(checked && { checked }),
    unsure: shareOf(answered.filter((row) => store.confidences.values[row] < UNSURE).length, answered.length),
    slices: measured
      ? slices(data, rows, 'file')
          .filter(({ kind }) => kind !== 'word' && kind !== 'label')
          .slice(0, 2)
      : [],
    examples: examplesOf(data, inScope, findings, tone),
    damaged: rows.length - answered.length,
  };
}

const rowsOfGroup = (data: Data, filter: Filter, { column, value }: FindingOf<'group'>): RowIndices =>
  filterRows(data, [...filter, { kind: 'column', column, values: [value] }]);

/** The sentiment that the report gives phrases and examples of: the one that became more frequent; negative where nothing changed. */
function toneOfFindings(findings: readonly Finding[]): 'negative' | 'positive' {
  const topics = findingOfKind(findings, 'topics');
  if (topics) return topics.tone;
  const change = changeIn(findings)?.change;
  if (change) return change.difference.value < 0 === (change.tone === 'positive') ? 'negative' : 'positive';
  return 'negative';
}

/** By the column that a finding names, else by the first that groups; against the time before, or the other rows. */
function columnFigure(
  data: Data,
  rows: RowIndices,
  findings: readonly Finding[],
  filter: Filter,
): { column?: ColumnFigure } {
  const named = findingOfKind(findings, 'group')?.column ?? findingOfKind(findings, 'difference')?.column;
  const { label, group } = data.store.roles;
  const others = contentColumns(data).filter((one) => one !== label);
  const change = changeIn(findings)?.change;
  for (const name of [named, group, ...others]) {
    const column = name === undefined ? undefined : sentimentByColumn(data, rows, name);
    if (name === undefined || !column || column.groups.length < 2) continue;
    if (!change) return { column };
    const before = filterRows(data, [...filter, { kind: 'period', from: -1e6, to: change.day - 1 }]);
    const after = filterRows(data, [...filter, { kind: 'period', from: change.day, to: 1e6 }]);
    return { column: sentimentByColumn(data, after, name, before) };
  }
  return {};
}

/** Before and after, by the labels alone: if they show the change as well, it is not an error of the model. */
function labelChange(
  data: Data,
  rows: RowIndices,
  findings: readonly Finding[],
): { byLabels?: { before: Share; after: Share } } {
  const change = changeIn(findings)?.change;
  if (!change) return {};
  const { store } = data;
  const target = targetLabel(data, 'file');
  const wanted = change.tone === 'positive' ? 1 : -1;
  const group = findingOfKind(findings, 'group');
  const column = group && store.column(group.column);
  const counts = [
    [0, 0],
    [0, 0],
  ];
  for (const row of rows) {
    const label = target(row);
    const day = store.day(row);
    if (label < 0 || day === undefined || (group && column && store.value(column, row) !== group.value)) continue;
    const count = counts[day < change.day ? 0 : 1];
    count[1]++;
    if (store.tones[label] === wanted) count[0]++;
  }
  if (counts.some(([, of]) => of === 0)) return {};
  return { byLabels: { before: shareOf(counts[0][0], counts[0][1]), after: shareOf(counts[1][0], counts[1][1]) } };
}

/** Ten at random, always the same; of the side that changed where something did. */
function examplesOf({ store }: Data, inScope: RowIndices, findings: readonly Finding[], tone: 'negative' | 'positive') {
  const its = toneIndex(store);
  const isSided = changeIn(findings) !== undefined || findingOfKind(findings, 'difference') !== undefined;
  const all = inScope.filter((row) => (isSided ? its(row) === (tone === 'negative' ? 0 : 2) : its(row) >= 0));
  const drawn = shuffle([...all], seededRandom(10)).slice(0, EXAMPLES);
  return { rows: drawn.sort((a, b) => a - b), of: all.length, ...(isSided && { tone }) };
}
