import type { OverviewView } from '../../shared/protocol/overview';
import { fill } from '../wording/format';
import { useOverviewPage, type OverviewPageState } from './context';

/** Which results, what can be done with them, what they come to. */
export function OverviewHead({ view }: { readonly view: OverviewView }) {
  const page = useOverviewPage();
  const { strings, say, send } = page;
  const { overview, name, decisions, known, partial } = view;
  const { agreement, errors, strangeLabels } = overview;
  const facts = [name, ...overview.models, ...overview.methods];
  return (
    <>
      <div class="meta sm">
        <span class="m">{facts.join(' · ')}</span>
        <span class="acts">
          {decisions.length > 0 && (
            <button onClick={() => send({ type: 'exportTraining' })}>
              {fill(strings.exportTraining, say.count(decisions.length))}
            </button>
          )}
          {known && <button onClick={() => send({ type: 'runAgain' })}>{strings.runAgain}</button>}
          {known && !partial && (
            <button class="primary" onClick={() => send({ type: 'saveCopy' })}>
              {strings.saveCopy}
            </button>
          )}
        </span>
      </div>
      <h1 class="verdict">{headline(view, page)}</h1>
      <p class="lead">
        {agreement &&
          fill(
            strings.agrees,
            say.count(right(agreement.matrix)),
            say.percent(agreement.accuracy, 1),
            say.probability(agreement.macroF1),
            say.count(agreement.compared - right(agreement.matrix)),
          )}
        {!agreement &&
          (strangeLabels ? fill(strings.strangeLabels, strangeLabels.join(strings.comma)) : strings.noLabels)}
        {!agreement && known && !partial && (
          <>
            {' '}
            <button class="link" onClick={() => send({ type: 'chooseLabels' })}>
              {strings.chooseLabels}
            </button>
          </>
        )}
      </p>
      {errors > 0 && <p>{errors === 1 ? strings.errorsOne : fill(strings.errorsMany, say.count(errors))}</p>}
      {partial && <p class="b">{strings.partial}</p>}
    </>
  );
}

const right = (matrix: readonly (readonly number[])[]): number => matrix.reduce((sum, row, i) => sum + row[i], 0);

/** `1,240 rows, 54 % positive`: the label with the most rows. */
function headline({ overview }: OverviewView, { strings, say }: OverviewPageState): string {
  const { rows, errors, labels } = overview;
  const good = rows - errors;
  const most = labels.reduce<(typeof labels)[number] | undefined>((a, b) => (a && a.rows >= b.rows ? a : b), undefined);
  if (!most || good === 0) return fill(strings.headNone, say.count(rows));
  const share = say.percent(most.rows / good);
  const label = say.label(most.label);
  return rows === 1 ? fill(strings.headOne, share, label) : fill(strings.headMany, say.count(rows), share, label);
}
