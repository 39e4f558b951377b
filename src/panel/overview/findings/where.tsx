import type { ColumnFigure, ComparedSentiments, GroupFigure } from '../../../shared/findings/figures';
import { capitalised } from '../../../shared/strings/capitalised';
import { fill } from '../../wording/format';
import { FEW_ROWS, ShareBar } from '../charts/share-bar';
import { useOverviewPage } from '../context';
import { hasCondition, toggled } from '../filters/change-filter';
import { equalColumn } from '../layout';
import { Figure } from '../parts/figure';
import { PopoverMenu } from '../parts/menu';
import { comparisonNote } from './comparison-note';

const GAP = 32;
/** Three columns side by side, with the intervals of small groups. */
const ROOMY = 1_080;

/** By up to three columns side by side, the largest changes first; a press on a row filters. */
export function ByColumns() {
  const page = useOverviewPage();
  const { strings, say, overview, layout } = page;
  const { findings: words } = strings;
  const figures = overview.figures.where
    .map((column) => overview.figures.column(column))
    .filter((each) => each !== undefined);
  const others = overview.figures.columns.filter(({ name }) => !overview.figures.where.includes(name));
  const table = () => ({
    head: [
      strings.group,
      words.rows,
      words.negative,
      words.neutral,
      words.positive,
      words.interval,
      words.change,
      words.interval,
    ],
    numeric: [false, true, true, true, true, true, true, true],
    rows: figures.flatMap(({ column, groups, other, values }) => [
      ...groups.map((group) => [`${say.Column(column)}: ${say.value(column, group.value)}`, ...cells(group)]),
      ...(other ? [[fill(words.other, say.count(other.values)), ...cells(other)]] : []),
      ...(values === 0 ? [[column]] : []),
    ]),
  });
  const cells = ({ rows, negative, neutral, positive, change }: ComparedSentiments) => [
    say.count(rows),
    ...[negative, neutral, positive].map((share) => say.bare(share.value, 1)),
    say.interval(positive, 1),
    change ? say.points(change.value, 1) : '',
    change ? say.pointsInterval(change) : '',
  ];
  const tools = others.length > 0 && (
    <PopoverMenu
      class="link"
      align="end"
      label={words.addColumn}
      items={others.map(({ name, values }) => ({
        label: say.Column(name),
        note: say.count(values),
        run: () => overview.setWhere([...overview.figures.where.slice(-2), name]),
      }))}
    />
  );
  const columns = layout.mode === 'wide' ? Math.max(1, Math.min(layout.content >= ROOMY ? 3 : 2, figures.length)) : 1;
  const width = equalColumn(layout.content, columns, GAP);
  return (
    <Figure
      id="where"
      name={words.where}
      note={comparisonNote(page, words.whereNotes)}
      tools={tools}
      table={figures.length > 0 ? table : undefined}
    >
      {figures.length === 0 ? (
        <div class="state">
          <p class="b">{words.noColumns}</p>
          <p>{words.noColumnsNote}</p>
        </div>
      ) : (
        <div class="columns" style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}>
          {figures.map((figure) => (
            <ColumnTable key={figure.column} {...{ figure, width }} />
          ))}
        </div>
      )}
    </Figure>
  );
}

/** Below this width the figures beside the bars need nearly all of it. */
export const CRAMPED_WIDTH = 300;
export const CRAMPED_BAR = 40;

/** The width of the bars in a table of this width. */
const barWidth = (width: number): number =>
  width < CRAMPED_WIDTH ? CRAMPED_BAR : Math.max(60, Math.min(208, Math.round(width * 0.26)));

function ColumnTable({ figure, width }: { readonly figure: ColumnFigure; readonly width: number }) {
  const { strings, say, overview } = useOverviewPage();
  const { findings: words } = strings;
  const { column, groups, other } = figure;
  const isCompared = groups.some(({ change }) => change);
  // The interval that is beside the share of a small group takes room from its bar.
  const bar = barWidth(width) * (groups.some(({ rows }) => rows < FEW_ROWS) ? 0.6 : 1);
  return (
    <section class="part">
      <div class="part-head">
        <h3>{fill(words.by, say.column(column))}</h3>
        {overview.figures.where.length > 1 && (
          <button
            class="link"
            data-page-only
            aria-label={fill(words.removeColumn, say.column(column))}
            onClick={() => overview.setWhere(overview.figures.where.filter((each) => each !== column))}
          >
            ✕
          </button>
        )}
      </div>
      <table class="tbl">
        <GroupHead name={say.Column(column)} isCompared={isCompared} />
        <tbody>
          {groups.map((group) => (
            <GroupRow key={group.value} {...{ column, group, bar, isCompared }} />
          ))}
          {other && (
            <tr>
              <td class="m">{fill(words.other, say.count(other.values))}</td>
              <Cells
                shown={other}
                bar={bar}
                isCompared={isCompared}
                name={fill(words.other, say.count(other.values))}
              />
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}

/** The heads of a table whose rows are `Cells`. */
export function GroupHead({ name, isCompared }: { readonly name: string; readonly isCompared: boolean }) {
  const { findings: words } = useOverviewPage().strings;
  return (
    <thead>
      <tr>
        <th scope="col">
          <span class="unseen">{name}</span>
        </th>
        <th scope="col" class="num">
          {words.rows}
        </th>
        <th scope="col" class="num">
          {words.negative}
        </th>
        <td class="bar-cell" />
        <th scope="col">{words.positive}</th>
        {isCompared && (
          <th scope="col" class="num">
            {words.change}
          </th>
        )}
      </tr>
    </thead>
  );
}

function GroupRow({
  column,
  group,
  bar,
  isCompared,
}: {
  readonly column: string;
  readonly group: GroupFigure;
  readonly bar: number;
  readonly isCompared: boolean;
}) {
  const { strings, say, overview } = useOverviewPage();
  const value = say.value(column, group.value);
  const isOn = hasCondition(overview.filter, group.filter);
  return (
    <tr class={isOn ? 'on' : undefined}>
      <td>
        <button
          class="name texts"
          aria-pressed={isOn}
          aria-label={fill(strings.findings.filterBy, value)}
          onClick={() => overview.setFilter(toggled(overview.filter, group.filter))}
        >
          {value}
        </button>
      </td>
      <Cells shown={group} bar={bar} isCompared={isCompared} name={value} />
    </tr>
  );
}

/** Rows, shares, their bar, and the change; of few rows the interval is beside the share and no change is bold. */
export function Cells({
  shown,
  bar,
  isCompared,
  name,
}: {
  readonly shown: ComparedSentiments;
  readonly bar: number;
  readonly isCompared: boolean;
  readonly name: string;
}) {
  const { strings, say } = useOverviewPage();
  const { findings: words } = strings;
  const { rows, negative, positive, reference, change } = shown;
  const isFew = rows < FEW_ROWS;
  const label = isFew
    ? fill(
        words.barFew,
        say.percent(negative.value),
        say.interval(negative),
        say.percent(positive.value),
        say.interval(positive),
      )
    : fill(words.bar, say.percent(negative.value), say.percent(positive.value));
  const isSure = change !== undefined && !isFew && (change.low > 0 || change.high < 0);
  return (
    <>
      <td class="num m">{say.count(rows)}</td>
      <td class="num">{say.bare(negative.value)}</td>
      <td class="bar-cell">
        <ShareBar width={bar} shares={shown} reference={reference} label={`${capitalised(name)}: ${label}`} />
      </td>
      <td class="nw">
        {say.bare(positive.value)}
        {isFew && <span class="m sm"> ({say.interval(positive)})</span>}
      </td>
      {isCompared && (
        <td class={isSure ? 'num b' : 'num m'} title={change && say.pointsInterval(change)}>
          {change ? say.points(change.value) : ''}
        </td>
      )}
    </>
  );
}
