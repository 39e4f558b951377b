import type { ComponentChildren } from 'preact';
import { LANGUAGES } from '../../../shared/languages';
import type { SortKey } from '../../../shared/findings/filter';
import type { OverviewRow } from '../state/overview-state';
import type { OverviewPageState } from '../context';
import type { Measure } from '../../charts/measure';
import { Marked } from '../parts/marked';
import { lineOf } from './line-of';
import { reviewText } from './review-text';

/** A column of the table. */
export interface TableColumn {
  readonly id: string;
  readonly name: string;
  readonly sort: SortKey;
  /** Width as a track of a CSS grid. */
  readonly track: string;
  readonly class?: string;
  /** @param room pixels that the columns of fixed width leave to the text */
  readonly cell: (row: OverviewRow, room: number) => ComponentChildren;
}

const MOST_OF_FILE = 2;
/** Pixels of a column of the file, and values that are looked at for it. */
const [NARROWEST, WIDEST, MEASURED] = [48, 160, 100];

/** All columns that there are: those of the results, and those of the file. */
export function tableColumns(page: OverviewPageState): TableColumn[] {
  const { strings, say, overview } = page;
  const { rows: words } = strings;
  const { store } = overview;
  const { against } = overview.figures;
  const isPaired = against?.kind === 'other' && against.pairs.length > 0;
  const ofFile = store.columns.map(({ name }): TableColumn => ({
    id: `column ${name}`,
    name: say.column(name),
    sort: { column: name },
    track: `${widthOf(name, page)}px`,
    class: 'm',
    cell: ({ index }) => {
      const value = overview.value(name, index);
      return value === '' ? '' : <span class="texts">{say.value(name, value)}</span>;
    },
  }));
  return [
    { id: 'row', name: words.row, sort: 'row', track: '72px', class: 'num m', cell: ({ number }) => say.count(number) },
    ...(overview.figures.hasDates
      ? [
          {
            id: 'date',
            name: words.date,
            sort: 'date',
            // “2023 年 1 月 12 日” is wider than “12 Jan 2023”.
            track: page.language.startsWith('zh') ? '128px' : '104px',
            class: 'm',
            cell: ({ day }: OverviewRow) => (day === undefined ? '' : say.day(day)),
          } as const,
        ]
      : []),
    ...ofFile,
    {
      id: 'text',
      name: words.text,
      sort: 'text',
      track: 'minmax(200px, 1fr)',
      class: 'text-cell',
      cell: (row, room) => <TextCell {...{ row, room }} measure={page.measure} />,
    },
    ...(store.given.length > 0
      ? [
          {
            id: 'label',
            name: words.label,
            sort: store.roles.label === undefined ? 'row' : { column: store.roles.label },
            track: '80px',
            class: 'm',
            cell: ({ given }: OverviewRow) => given ?? '',
          } as const,
        ]
      : []),
    {
      id: 'length',
      name: words.length,
      sort: 'length',
      track: '64px',
      class: 'num m',
      cell: ({ text }) => say.count(text.length),
    },
    {
      id: 'prediction',
      name: words.prediction,
      sort: 'confidence',
      // Two predictions stand side by side where other results have the same texts.
      track: isPaired ? '248px' : '112px',
      class: 'num',
      cell: (row) => <PredictionCell {...{ row, page }} />,
    },
    {
      id: 'review',
      name: words.review,
      sort: 'priority',
      track: '104px',
      cell: (row) => {
        const { text, strong } = reviewText(row, page);
        return <span class={strong ? 'b' : 'm'}>{text}</span>;
      },
    },
  ];
}

/** Pixels of the checkbox, and between columns. */
const [CHECK, GAP] = [24, 12];

/** Pixels that the other columns leave to the text. */
export function textRoom(columns: readonly TableColumn[], content: number): number {
  const fixed = columns.reduce((sum, { track }) => sum + (/^\d+px$/.test(track) ? parseInt(track, 10) : 0), CHECK + 8);
  return Math.max(200, content - fixed - GAP * columns.length);
}

/** As wide as the values that are there, within reason. */
function widthOf(name: string, { overview, measure, say }: OverviewPageState): number {
  const values = overview.store.column(name)?.values.slice(0, MEASURED) ?? [];
  const widest = Math.max(
    measure(say.column(name)),
    ...values.map((value) => measure(say.value(name, value.slice(0, 40)))),
  );
  return Math.min(WIDEST, Math.max(NARROWEST, Math.ceil((widest * 13) / 12 / 4) * 4 + 4));
}

/** Those that stand in the table at first. */
export function firstColumns({ overview }: OverviewPageState, all: readonly TableColumn[]): string[] {
  const label = overview.store.roles.label;
  const dates = overview.figures.dateColumns;
  const ofFile = overview.figures.where
    .filter((name) => !name.startsWith('saliency.') && name !== label && !dates.includes(name))
    .slice(0, MOST_OF_FILE)
    .map((name) => `column ${name}`);
  const wanted = new Set(['row', 'date', ...ofFile, 'text', 'label', 'prediction', 'review']);
  return all.filter(({ id }) => wanted.has(id)).map(({ id }) => id);
}

interface TextCellProps {
  readonly row: OverviewRow;
  readonly room: number;
  readonly measure: Measure;
}

function TextCell({ row, room, measure }: TextCellProps) {
  const { text, marks } = lineOf(row, room, measure);
  return (
    <span class="texts" lang={LANGUAGES[row.language].tag}>
      <Marked text={text} marks={marks} />
    </span>
  );
}

export function PredictionCell({ row, page }: { readonly row: OverviewRow; readonly page: OverviewPageState }) {
  const { strings, say } = page;
  if (row.label === undefined) return <span class="m">{strings.damaged}</span>;
  const before = page.overview.before(row.index);
  return (
    <>
      {before && (
        <>
          <span class="before">
            <span class={before.tone}>{say.label(before.label)}</span> {say.percent(before.confidence)}
          </span>
          {' → '}
        </>
      )}
      <b class={row.tone}>{say.label(row.label)}</b> {say.percent(row.confidence)}
    </>
  );
}
