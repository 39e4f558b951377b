import type { GivenLabelAgreement } from '../../shared/overview';
import { fill } from '../wording/format';
import { ChartFigure } from './chart-figure';
import { useOverviewPage, type OverviewPageState } from './context';

/** The file's labels against the predictions: a table whose cells ask for their rows, and what follows from it. */
export function ConfusionMatrix({ agreement }: { readonly agreement: GivenLabelAgreement }) {
  const { strings, say, send } = useOverviewPage();
  const { labels, matrix, meaning } = agreement;
  const sums = matrix.map((row) => row.reduce((sum, rows) => sum + rows, 0));
  const said = labels.map((_, i) => matrix.reduce((sum, row) => sum + row[i], 0));
  const ask = (file: string, verdict: string) =>
    send({
      type: 'filter',
      filter: { label: verdict, given: Object.keys(meaning).filter((given) => meaning[given] === file) },
    });
  return (
    <div class="scroll" role="region" aria-label={strings.whereDiffers} tabIndex={0}>
      <table class="matrix">
        <thead>
          <tr>
            <td />
            <th scope="colgroup" colSpan={labels.length} class="m">
              {strings.saliencySays}
            </th>
            <td />
          </tr>
          <tr>
            <th scope="col" class="m first">
              {strings.fileSays}
            </th>
            {labels.map((label) => (
              <th key={label} scope="col">
                {say.label(label)}
              </th>
            ))}
            <th scope="col" class="m">
              {strings.rows}
            </th>
          </tr>
        </thead>
        <tbody>
          {labels.map((file, i) => (
            <tr key={file}>
              <th scope="row" class="first">
                {say.label(file)}
              </th>
              {labels.map((verdict, j) => {
                const share = sums[i] > 0 ? matrix[i][j] / sums[i] : 0;
                return (
                  <td key={verdict}>
                    <button
                      class={i === j ? 'cell b' : 'cell'}
                      style={{ '--tint': `${(28 * share).toFixed(1)}%` }}
                      disabled={matrix[i][j] === 0}
                      aria-description={fill(
                        strings.cell,
                        say.count(matrix[i][j]),
                        say.label(file),
                        say.label(verdict),
                      )}
                      onClick={() => ask(file, verdict)}
                    >
                      <span>{say.count(matrix[i][j])}</span> <span>{say.percent(share)}</span>
                    </button>
                  </td>
                );
              })}
              <td class="num">{say.count(sums[i])}</td>
            </tr>
          ))}
          <tr>
            <th scope="row" class="m first">
              {strings.rows}
            </th>
            {said.map((rows, i) => (
              <td key={labels[i]} class="mid">
                {say.count(rows)}
              </td>
            ))}
            <td class="num b">{say.count(agreement.compared)}</td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}

/** Precision, recall and F1 of each label, and their mean. */
export function AgreementMeasures({ agreement }: { readonly agreement: GivenLabelAgreement }) {
  const { strings, say } = useOverviewPage();
  const { each } = agreement;
  const figure = (value: number | undefined) => (value === undefined ? '–' : say.probability(value));
  const mean = (of: 'precision' | 'recall' | 'f1') => {
    const values = each.flatMap((one) => one[of] ?? []);
    return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : undefined;
  };
  const best = [...each].reverse().find(({ precision, recall }) => precision !== undefined && recall !== undefined);
  const rows = [
    ...[...each]
      .reverse()
      .map((one) => [say.Label(one.label), figure(one.precision), figure(one.recall), figure(one.f1)]),
    [strings.mean, figure(mean('precision')), figure(mean('recall')), figure(mean('f1'))],
  ];
  const table = { head: [strings.class, strings.precision, strings.recall, strings.f1], rows };
  return (
    <section>
      <ChartFigure
        heading={undefined}
        name={strings.class}
        table={() => ({ ...table, numeric: [false, true, true, true] })}
      >
        <table class="measures">
          <thead>
            <tr>
              {table.head.map((name, i) => (
                <th key={name} scope="col" class={i > 0 ? 'num m' : 'm'}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, ...figures], i) => (
              <tr key={name}>
                <th scope="row" class={i < rows.length - 1 ? 'b' : ''}>
                  {name}
                </th>
                {figures.map((value, k) => (
                  <td key={k} class="num">
                    {value}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ChartFigure>
      {best && (
        <p class="note">
          {fill(strings.readMatrix, say.label(best.label), say.percent(best.precision!), say.percent(best.recall!))}
        </p>
      )}
      {agreement.unknown.length > 0 && (
        <p class="note">
          {fill(
            strings.unknownLabels,
            agreement.unknown.map(({ given, rows: n }) => `${given} (${say.count(n)})`).join(strings.comma),
          )}
        </p>
      )}
    </section>
  );
}

/** The label of the file that is least often found. */
export function confusionFinding({ labels, matrix }: GivenLabelAgreement, { strings, say }: OverviewPageState): string {
  const found = labels
    .map((label, i) => ({ label, rows: matrix[i].reduce((sum, rows) => sum + rows, 0), right: matrix[i][i] }))
    .filter(({ rows }) => rows > 0)
    .sort((a, b) => a.right / a.rows - b.right / b.rows)[0];
  if (!found || found.right === found.rows) return strings.noneDiffers;
  return fill(
    strings.whereDiffersFound,
    say.Label(found.label),
    say.count(found.rows - found.right),
    say.count(found.rows),
  );
}
