import type { AccuracyFigure } from '../../../shared/findings/figures';
import { fill } from '../../wording/format';
import type { MeasuredAgainst } from '../state/overview-state';
import { IntervalDot } from '../charts/interval-dot';
import { useOverviewPage } from '../context';
import { withAll } from '../filters/change-filter';
import { Figure } from '../parts/figure';
import { sliceText } from './wording';

interface SlicesProps {
  readonly figure: AccuracyFigure;
  readonly against: MeasuredAgainst;
}

/** Parts of the rows that are predicted worse than the rest, the worst first. */
export function Slices({ figure, against }: SlicesProps) {
  const { strings, say, overview, layout } = useOverviewPage();
  const { accuracy: words } = strings;
  const slices = overview.figures.slices(against);
  const lowest = Math.min(figure.accuracy.low, ...slices.map(({ accuracy }) => accuracy.low));
  const highest = Math.max(figure.accuracy.high, ...slices.map(({ accuracy }) => accuracy.high));
  const [from, to] = [Math.max(0, Math.floor(lowest * 10) / 10), Math.min(1, Math.ceil(highest * 10) / 10)];
  const isWide = layout.mode !== 'narrow';
  const width =
    layout.mode === 'wide'
      ? Math.max(100, Math.min(240, layout.content - 428 - 420))
      : Math.max(60, layout.content - 460);
  const table = () => ({
    head: [words.slice, words.rows, words.accuracyPercent, words.interval, words.toFile, words.interval],
    numeric: [false, true, true, true, true, true],
    rows: slices.map((slice) => [
      sliceText(slice, strings, say),
      say.count(slice.accuracy.of),
      say.bare(slice.accuracy.value, 1),
      say.interval(slice.accuracy, 1),
      say.points(slice.change.value, 1),
      say.pointsInterval(slice.change),
    ]),
  });
  return (
    <Figure
      id="slices"
      name={words.slices}
      note={fill(words.slicesNote, say.share(figure.accuracy.value))}
      table={slices.length > 0 ? table : undefined}
    >
      {slices.length === 0 ? (
        <p>{words.noSlices}</p>
      ) : (
        <table class="tbl">
          <thead>
            <tr>
              <th scope="col">{words.slice}</th>
              <th scope="col" class="num">
                {words.rows}
              </th>
              {isWide && <td class="bar-cell" />}
              <th scope="col" class="num">
                {words.accuracyPercent}
              </th>
              {isWide && (
                <th scope="col" class="num">
                  {words.interval}
                </th>
              )}
              <th scope="col" class="num">
                {words.toFile}
              </th>
            </tr>
          </thead>
          <tbody>
            {slices.map((slice, index) => {
              const { accuracy, change, filter } = slice;
              const name = sliceText(slice, strings, say);
              return (
                <tr key={name}>
                  <td>
                    <button
                      class="name word texts"
                      onClick={() => overview.setFilter(withAll(overview.filter, filter))}
                    >
                      {name}
                    </button>
                  </td>
                  <td class="num m">{say.count(accuracy.of)}</td>
                  {isWide && (
                    <td class="bar-cell">
                      <IntervalDot
                        {...{ width, from, to }}
                        share={accuracy}
                        reference={figure.accuracy.value}
                        label={`${name}: ${say.share(accuracy.value)} (${say.interval(accuracy, 1)})`}
                      />
                    </td>
                  )}
                  <td class={index === 0 ? 'num b' : 'num'}>
                    {say.bare(accuracy.value, 1)}
                    {!isWide && <div class="m sm">{say.interval(accuracy, 1)}</div>}
                  </td>
                  {isWide && <td class="num m">{say.interval(accuracy, 1)}</td>}
                  <td class="num" title={say.pointsInterval(change)}>
                    {say.points(change.value)}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </Figure>
  );
}
