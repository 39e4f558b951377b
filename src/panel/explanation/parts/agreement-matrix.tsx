import { Figure } from '../../charts/figure';
import { Scrolled } from '../../charts/scrolled';
import type { StudyResults } from '../../../shared/protocol/panel';
import { usePage } from '../page-context';
import { agreementFinding, agreementTable, leftOut, pairOf } from '../../wording/agreement';
import { capitalised } from '../../../shared/strings/capitalised';
import { fixed } from '../../wording/format';
import { methodName } from '../../wording/names';
import type { ShownExplanation } from '../../wording/reading';

type Agreement = NonNullable<StudyResults['agreement']>;

/** Pixels of the columns beside the figures, and of one figure. */
const NAMES = 170;
const CELL = 36;

/** How dark a τ is drawn: text on it stays readable. */
const tint = (tau: number) => `${Math.round(Math.max(0, Math.min(0.28, 0.28 * tau)) * 100)}%`;

/** Methods × methods: how their rankings go together, each pair once, and the first word of each method. */
export function AgreementMatrix({
  shown,
  agreement,
}: {
  readonly shown: ShownExplanation;
  readonly agreement: Agreement;
}) {
  const { strings, layout } = usePage();
  const { methods } = agreement;
  // Each pair stands in the row of the later one.
  const columns = methods.slice(0, -1);
  const { words } = shown.view.explanation;
  const left = leftOut(agreement, strings);
  const heading = <h3>{strings.agreement}</h3>;
  if (methods.length < 2) {
    return (
      <>
        {heading}
        <p>{strings.agreementAlone}</p>
        {left && <p class="note">{left}</p>}
      </>
    );
  }
  const counts = methods.map((method) => methods.filter((other) => other.top[0] === method.top[0]).length);
  const most = Math.max(...counts);
  // Where names and figures would not stand side by side, the names are listed above and the columns are numbered alone.
  const narrow = layout.mode === 'narrow' || NAMES + CELL * columns.length > layout.column;
  return (
    <>
      <Figure
        id="agreement"
        name={strings.agreement}
        heading={heading}
        table={() => agreementTable(agreement, words, strings)}
      >
        <p class="m sm">{strings.agreementUnit}</p>
        {narrow && (
          <ol class="names">
            {methods.map(({ method, top: [first] }) => (
              <li key={method}>
                {capitalised(methodName(method, strings))} <span data-word={first}>{words[first].text}</span>
              </li>
            ))}
          </ol>
        )}
        <Scrolled name={strings.agreement}>
          <table class={narrow ? 'matrix tight' : 'matrix'}>
            <thead>
              <tr>
                <th scope="col" colSpan={narrow ? 1 : 2}>
                  {narrow ? <span class="unseen">{strings.method}</span> : strings.method}
                </th>
                {columns.map((method, index) => (
                  <th key={method.method} scope="col" class="num">
                    {index + 1}
                  </th>
                ))}
                {!narrow && <th scope="col">{strings.firstPlace}</th>}
              </tr>
            </thead>
            <tbody>
              {methods.map(({ method, top: [first] }, row) => (
                <tr key={method}>
                  {narrow ? (
                    <th scope="row" class="m" aria-label={capitalised(methodName(method, strings))}>
                      {row + 1}
                    </th>
                  ) : (
                    <>
                      <td class="m">{row + 1}</td>
                      <th scope="row">{capitalised(methodName(method, strings))}</th>
                    </>
                  )}
                  {columns.map((other, column) => {
                    const pair = column < row && pairOf(agreement, method, other.method);
                    if (!pair) return <td key={other.method} class="same" />;
                    return (
                      <td key={other.method} class="num tau" style={{ '--tint': tint(pair.tau ?? 0) }}>
                        {pair.tau === undefined ? '–' : fixed(pair.tau)}
                      </td>
                    );
                  })}
                  {!narrow && (
                    <td class={counts[row] < most ? 'b' : ''}>
                      <span data-word={first}>{words[first].text}</span>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolled>
      </Figure>
      <p class="note">{agreementFinding(agreement, strings)}</p>
      {left && <p class="note">{left}</p>}
    </>
  );
}
