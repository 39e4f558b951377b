import type { ComparisonFigure } from '../../../shared/findings/figures';
import { fill } from '../../wording/format';
import { ShareBar } from '../charts/share-bar';
import { useOverviewPage, type OverviewPageState } from '../context';
import { columnOf } from '../layout';
import { Figure } from '../parts/figure';

/** Another file, run or model over the same file: what moved from there to here. */
export function Compared() {
  const page = useOverviewPage();
  const { strings, say, bench, layout } = page;
  const { findings: words } = strings;
  const { other } = bench;
  const figure = other && bench.figures.comparison;
  if (!other || !figure) return null;
  const { before, after, moved } = figure;
  const name = fill(words.compareWith, other.name);
  const width = Math.max(80, Math.min(320, columnOf(layout.content, 3, 32)));
  const heading = (
    <>
      <h2>{name}</h2>
      {sentences(figure, page).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </>
  );
  const tools = (
    <button class="link" onClick={() => bench.compareWith(undefined)}>
      {words.stopComparing}
    </button>
  );
  const rows = [
    [other.name, before],
    [words.these, after],
  ] as const;
  const table = () => ({
    head: [words.compare, words.rows, words.negative, words.neutral, words.positive],
    numeric: [false, true, true, true, true],
    rows: rows.map(([of, { rows: n, negative, neutral, positive }]) => [
      of,
      say.count(n),
      ...[negative, neutral, positive].map((share) => say.bare(share.value, 1)),
    ]),
  });
  return (
    <Figure id="compare" {...{ name, heading, tools, table }}>
      <table class="tbl">
        <tbody>
          {rows.map(([of, shares]) => (
            <tr key={of}>
              <th scope="row" class="texts">
                {of}
              </th>
              <td class="num m">{say.count(shares.rows)}</td>
              <td class="num">{say.bare(shares.negative.value)}</td>
              <td class="bar-cell">
                <ShareBar
                  {...{ width, shares }}
                  reference={shares === after ? before : undefined}
                  label={`${of}: ${fill(words.bar, say.percent(shares.negative.value), say.percent(shares.positive.value))}`}
                />
              </td>
              <td>{say.bare(shares.positive.value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {moved && moved.changed.length > 0 && (
        <p>
          <button
            class="link"
            onClick={() =>
              bench.showRows([{ kind: 'rows', rows: moved.changed.map((row) => bench.store.numbers.values[row]) }])
            }
          >
            {fill(strings.rowsLink, say.count(moved.changed.length))}
          </button>
        </p>
      )}
    </Figure>
  );
}

function sentences(
  { before, after, positive, negative, moved }: ComparisonFigure,
  { strings, say }: OverviewPageState,
): string[] {
  const { findings: words } = strings;
  const change = moved?.paired ?? positive;
  const share = (value: number) => say.share(value);
  return [
    fill(
      words.compareNote,
      share(before.positive.value),
      share(after.positive.value),
      say.points(change.value, 1),
      say.pointsInterval(change),
    ),
    fill(
      words.compareNoteNegative,
      share(before.negative.value),
      share(after.negative.value),
      say.points(negative.value, 1),
      say.pointsInterval(negative),
    ),
    ...(moved ? [fill(words.compareMoved, say.count(moved.changed.length), say.count(moved.both))] : []),
  ];
}
