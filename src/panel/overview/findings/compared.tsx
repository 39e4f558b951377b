import { OWN_COLUMNS } from '../../../findings/store/result-row';
import type { RowStore } from '../../../findings/store/row-store';
import type { ComparisonFigure } from '../../../shared/findings/figures';
import type { Filter } from '../../../shared/findings/filter';
import { fill } from '../../wording/format';
import type { ComparedSide } from '../state/comparison';
import { ShareBar } from '../charts/share-bar';
import { useOverviewPage, type OverviewPageState } from '../context';
import { equalColumn } from '../layout';
import { Figure } from '../parts/figure';
import { NamedRow } from '../parts/named-row';
import { RowsLink } from '../parts/rows-link';
import { comparisonNote } from './comparison-note';
import { periodOf } from './time-marks';
import { GroupHead } from './where';

/** So many kinds of changed predictions are listed. */
const MOST_MOVES = 6;

/** Two files, periods, models or runs: what moved from the other to the rows that are shown, and the rows behind it. */
export function Compared() {
  const page = useOverviewPage();
  const { strings, say, overview, layout, host } = page;
  const { findings: words } = strings;
  const { against, comparison: figure } = overview.figures;
  if (!against || !figure) return null;
  const { before, after } = figure;
  const name = comparisonNote(page, words.comparedWith);
  const isNarrow = layout.mode === 'narrow';
  const width = Math.max(80, Math.min(320, equalColumn(layout.content, 3, 32)));
  const rows = [
    { of: otherName(against, page), shares: before, filter: against.kind === 'before' ? against.filter : undefined },
    { of: theseName(page), shares: after, filter: overview.filter },
  ];
  const finding = (
    <>
      {against.kind === 'other' && <Models />}
      {sentences(figure, page).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </>
  );
  const stop =
    against.kind === 'other'
      ? () => host.stopComparing()
      : against.kind === 'before'
        ? () => overview.set({ before: false })
        : undefined;
  const tools = (
    <>
      {against.kind === 'rest' && periodOf(overview.filter) && (
        <button class="link" onClick={() => overview.compareWithBefore()}>
          {words.withBefore}
        </button>
      )}
      {against.kind === 'other' && (
        <button class="link" onClick={() => host.openOther()}>
          {words.openOther}
        </button>
      )}
      {stop && (
        <button
          class="link"
          onClick={() => {
            if (against.kind === 'other') overview.compareWith(undefined);
            stop();
          }}
        >
          {words.stopComparing}
        </button>
      )}
    </>
  );
  const table = () => ({
    head: [words.compare, words.rows, words.negative, words.interval, words.neutral, words.positive, words.interval],
    numeric: [false, true, true, true, true, true, true],
    rows: rows.map(({ of, shares: { rows: n, negative, neutral, positive } }) => [
      of,
      say.count(n),
      say.bare(negative.value, 1),
      say.interval(negative, 1),
      say.bare(neutral.value, 1),
      say.bare(positive.value, 1),
      say.interval(positive, 1),
    ]),
  });
  return (
    <Figure id="compare" {...{ name, finding, tools, table }}>
      {before.rows === 0 ? (
        <div class="state">
          <p class="b">{words.nothingThere}</p>
          <p>{words.nothingThereNote}</p>
        </div>
      ) : (
        <table class="tbl compared">
          <GroupHead name={words.compare} isCompared={false} />
          <tbody>
            {rows.map(({ of, shares, filter }) => (
              <NamedRow key={of} name={<span class="texts">{of}</span>} isAbove={isNarrow} columns={5}>
                <td class="num m">
                  {filter ? <RowsLink rows={shares.rows} filter={filter} /> : say.count(shares.rows)}
                </td>
                <td class="num">{say.bare(shares.negative.value)}</td>
                <td class="bar-cell">
                  <ShareBar
                    {...{ width, shares }}
                    reference={shares === after ? before : undefined}
                    label={`${of}: ${fill(words.bar, say.percent(shares.negative.value), say.percent(shares.positive.value))}`}
                  />
                </td>
                <td>{say.bare(shares.positive.value)}</td>
              </NamedRow>
            ))}
          </tbody>
        </table>
      )}
      <Moves figure={figure} />
    </Figure>
  );
}

/** Which models read the two, where they are not the same. */
function Models() {
  const { strings, overview } = useOverviewPage();
  const modelsOf = (store?: RowStore) =>
    [...(store?.column(OWN_COLUMNS.model)?.values ?? [])].sort().join(strings.comma);
  const [before, after] = [modelsOf(overview.other?.store), modelsOf(overview.store)];
  if (before === after || before === '' || after === '') return null;
  return <p>{fill(strings.findings.compareModels, before, after)}</p>;
}

/** Rows of the same texts whose prediction is another one, by what it was and is. */
function Moves({ figure: { moved } }: { readonly figure: ComparisonFigure }) {
  const { strings, say, overview } = useOverviewPage();
  const { findings: words } = strings;
  if (!moved || moved.both === 0) return null;
  if (moved.changed.length === 0) return <p>{fill(words.compareSame, say.count(moved.both))}</p>;
  const { numbers } = overview.store;
  const filter = (rows: readonly number[]): Filter => [{ kind: 'rows', rows: rows.map((row) => numbers.values[row]) }];
  return (
    <>
      <h3>{fill(words.compareMoved, say.count(moved.changed.length), say.count(moved.both))}</h3>
      <ul class="moves">
        {moved.moves.slice(0, MOST_MOVES).map(({ from, to, rows }) => (
          <li key={`${from} ${to}`}>
            {fill(words.move, say.label(from), say.label(to))} <RowsLink rows={rows.length} filter={filter(rows)} />
          </li>
        ))}
        <li>
          {words.allMoved} <RowsLink rows={moved.changed.length} filter={filter(moved.changed)} />
        </li>
      </ul>
    </>
  );
}

function otherName(against: ComparedSide, { strings, say }: OverviewPageState): string {
  if (against.kind === 'other') return against.name;
  if (against.kind === 'before') return say.span(against.period.from, against.period.to);
  return strings.findings.allOthers;
}

function theseName({ strings, say, overview }: OverviewPageState): string {
  const period = periodOf(overview.filter);
  return period && overview.filter.length === 1 ? say.span(period.from, period.to) : strings.findings.these;
}

/** The change of both shares in sentences; where both intervals include zero, also that it may be chance. */
function sentences(
  { before, after, positive, negative, moved }: ComparisonFigure,
  { strings, say }: OverviewPageState,
): string[] {
  const { findings: words } = strings;
  if (before.rows === 0 || after.rows === 0) return [];
  const change = moved?.paired ?? positive;
  const isChance = [change, negative].every(({ low, high }) => low <= 0 && high >= 0);
  const shares = [
    [words.compareNote, before.positive, after.positive, change],
    [words.compareNoteNegative, before.negative, after.negative, negative],
  ] as const;
  return [
    ...shares.map(([text, was, is, estimate]) =>
      fill(
        text,
        say.share(was.value),
        say.share(is.value),
        say.points(estimate.value, 1),
        say.pointsInterval(estimate),
      ),
    ),
    ...(isChance ? [words.compareChance] : []),
  ];
}
