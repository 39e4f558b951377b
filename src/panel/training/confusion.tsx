import { Scrolled } from '../charts/scrolled';
import type { TrainingOutcome } from '../../shared/protocol/training-page';
import { fill } from '../wording/format';
import { useTrainingPage, type TrainingPageState } from './context';

/** With more labels than this the matrix is wider than most pages. */
const MANY = 8;

type Matrix = readonly (readonly number[])[];

/** Held-out rows by label and prediction, before and after. */
export function Confusion({ result }: { readonly result: TrainingOutcome }) {
  const page = useTrainingPage();
  const { strings } = page;
  const { result: words } = strings;
  const { before, after } = result.confusion;
  return (
    <section class="sec">
      <h2>{words.confusion}</h2>
      <p>{findingOf(result, page)}</p>
      <div class="pair">
        {before && <OneMatrix name={words.beforeTable} labels={result.labels} matrix={before} />}
        <OneMatrix name={words.afterTable} labels={result.labels} matrix={after} />
      </div>
    </section>
  );
}

interface OneMatrixProps {
  readonly name: string;
  readonly labels: readonly string[];
  readonly matrix: Matrix;
}

function OneMatrix({ name, labels, matrix }: OneMatrixProps) {
  const { strings, say } = useTrainingPage();
  const { result: words } = strings;
  const sums = matrix.map((row) => row.reduce((sum, rows) => sum + rows, 0));
  const all = sums.reduce((sum, rows) => sum + rows, 0);
  const right = matrix.reduce((sum, row, i) => sum + row[i], 0);
  return (
    <section aria-label={name}>
      <p class="b">
        {name} <span class="u">{fill(words.right, say.count(right), say.count(all))}</span>
      </p>
      <Scrolled name={`${words.confusion}: ${name}`}>
        <table class={labels.length > MANY ? 'matrix small many' : labels.length > 5 ? 'matrix small' : 'matrix'}>
          <thead>
            <tr>
              <td />
              <th scope="colgroup" colSpan={labels.length} class="m left">
                {words.prediction}
              </th>
            </tr>
            <tr>
              <td />
              {labels.map((label) => (
                <th key={label} scope="col" class="b">
                  {say.label(label)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {matrix.map((row, i) => (
              <tr key={labels[i]}>
                <th scope="row" class="b first" title={say.label(labels[i])}>
                  {say.label(labels[i])}
                </th>
                {row.map((rows, j) => (
                  <td
                    key={labels[j]}
                    class={['tint', i === j && 'b', rows === 0 && labels.length > MANY && 'm']
                      .filter(Boolean)
                      .join(' ')}
                    style={{ '--tint': `${(4 + (24 * rows) / Math.max(1, sums[i])).toFixed(1)}%` }}
                  >
                    {say.count(rows)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </section>
  );
}

/** The confusion that fell most; where there is no before, the largest one. */
function findingOf(
  { labels, confusion }: TrainingOutcome,
  { strings: { result: words }, say }: TrainingPageState,
): string {
  const { before, after } = confusion;
  const pairs = labels.flatMap((_, i) => labels.map((__, j) => [i, j] as const)).filter(([i, j]) => i !== j);
  if (before) {
    const fell = ([i, j]: readonly [number, number]) => before[i][j] - after[i][j];
    const best = pairs.reduce<readonly [number, number] | undefined>(
      (a, b) => (a && fell(a) >= fell(b) ? a : b),
      undefined,
    );
    if (best && fell(best) > 0) {
      const [i, j] = best;
      return fill(
        words.confusionFell,
        say.label(labels[i]),
        say.label(labels[j]),
        say.count(before[i][j]),
        say.count(after[i][j]),
      );
    }
  }
  const most = pairs.reduce<readonly [number, number] | undefined>(
    (a, b) => (a && after[a[0]][a[1]] >= after[b[0]][b[1]] ? a : b),
    undefined,
  );
  if (!most || after[most[0]][most[1]] === 0) return words.confusionNone;
  return fill(
    words.confusionMost,
    say.label(labels[most[0]]),
    say.label(labels[most[1]]),
    say.count(after[most[0]][most[1]]),
  );
}
