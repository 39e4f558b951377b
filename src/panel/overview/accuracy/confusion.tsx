import { Scrolled } from '../../charts/scrolled';
import type { AccuracyFigure } from '../../../shared/findings/figures';
import type { Filter } from '../../../shared/findings/filter';
import { fill } from '../../wording/format';
import type { MeasuredAgainst } from '../state/overview-state';
import { useOverviewPage } from '../context';
import { hasCondition, withAll } from '../filters/change-filter';
import { Figure } from '../parts/figure';
import { cellFilter } from './wording';

interface ConfusionProps {
  readonly figure: AccuracyFigure;
  readonly against: MeasuredAgainst;
}

/** Labels against predictions; a press on a cell filters. */
export function Confusion({ figure, against }: ConfusionProps) {
  const { strings, say, overview } = useOverviewPage();
  const { accuracy: words } = strings;
  const { labels, matrix, compared } = figure;
  const sums = matrix.map((row) => row.reduce((sum, rows) => sum + rows, 0));
  const said = labels.map((_, i) => matrix.reduce((sum, row) => sum + row[i], 0));
  const name = { file: words.label, reviews: words.labelReviews, both: words.labelBoth }[against];
  const table = () => ({
    head: [name, ...labels.map((label) => say.label(label)), words.rows],
    numeric: [false, ...labels.map(() => true), true],
    rows: [
      ...labels.map((label, i) => [say.label(label), ...matrix[i].map(say.count), say.count(sums[i])]),
      [words.rows, ...said.map(say.count), say.count(compared)],
    ],
  });
  const filterOf = (label: string, prediction: string): Filter => cellFilter(overview, against, label, prediction);
  return (
    <Figure id="confusion" name={words.confusion} note={words.confusionNote} table={table}>
      <Scrolled name={words.confusion}>
        <table class="matrix">
          <thead>
            <tr>
              <td />
              <th scope="colgroup" colSpan={labels.length} class="m">
                {words.prediction}
              </th>
              <td />
            </tr>
            <tr>
              <th scope="col" class="m first">
                {name}
              </th>
              {labels.map((label) => (
                <th key={label} scope="col" class="b">
                  {say.label(label)}
                </th>
              ))}
              <th scope="col" class="m num">
                {words.rows}
              </th>
            </tr>
          </thead>
          <tbody>
            {labels.map((label, i) => (
              <tr key={label}>
                <th scope="row" class="first b">
                  {say.label(label)}
                </th>
                {labels.map((prediction, j) => {
                  const share = sums[i] > 0 ? matrix[i][j] / sums[i] : 0;
                  const filter = filterOf(label, prediction);
                  const isOn = filter.length > 0 && filter.every((each) => hasCondition(overview.filter, each));
                  return (
                    <td key={prediction}>
                      <button
                        class={`cell${i === j ? ' right' : ''}${isOn ? ' on' : ''}`}
                        style={{ '--tint': `${Math.max(4, 28 * share).toFixed(1)}%` }}
                        disabled={matrix[i][j] === 0 || filter.length === 0}
                        aria-pressed={isOn}
                        aria-description={fill(
                          words.cell,
                          say.count(matrix[i][j]),
                          say.label(label),
                          say.label(prediction),
                        )}
                        onClick={() =>
                          overview.setFilter(
                            isOn
                              ? overview.filter.filter((each) => !hasCondition(filter, each))
                              : withAll(overview.filter, filter),
                          )
                        }
                      >
                        <span class="rows">{say.count(matrix[i][j])}</span> <span>{say.percent(share)}</span>
                      </button>
                    </td>
                  );
                })}
                <td class="num">{say.count(sums[i])}</td>
              </tr>
            ))}
            <tr>
              <th scope="row" class="m first">
                {words.rows}
              </th>
              {said.map((rows, i) => (
                <td key={labels[i]} class="mid">
                  {say.count(rows)}
                </td>
              ))}
              <td class="num b">{say.count(compared)}</td>
            </tr>
          </tbody>
        </table>
      </Scrolled>
    </Figure>
  );
}
