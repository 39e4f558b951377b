import type { Method } from '../../../shared/methods';
import { usePage } from '../page-context';
import { askedAgain } from './asked-again';
import { capitalised, fill } from '../../wording/format';
import { labelName, methodName } from '../../wording/names';
import type { PanelModel } from '../../wording/reading';
import { textReport } from '../../wording/report';
import { bestFirst } from '../../wording/tables';

/** Where the text stands, and what can be done with its explanation. */
export function Meta({ reading, working }: { readonly reading: PanelModel; readonly working: boolean }) {
  const { strings, send, layout } = usePage();
  const { place, model, explanation } = reading.view;
  const count = reading.words.length;
  const words = count === 1 ? strings.wordsOne : fill(strings.wordsMany, count.toLocaleString('en-US'));
  const methods = [...new Set([...(model?.methods ?? []), explanation.method])];
  return (
    <div class="meta sm">
      <span class="m">
        {fill(strings.place, place.file, place.line)} · {words}
      </span>
      <span class="acts">
        <select
          aria-label={strings.method}
          value={explanation.method}
          disabled={working || methods.length < 2}
          onChange={(event) => send(askedAgain(explanation, { method: event.currentTarget.value as Method }))}
        >
          {methods.map((method) => (
            <option key={method} value={method} selected={method === explanation.method}>
              {capitalised(methodName(method, strings))}
            </option>
          ))}
        </select>
        <Labels {...{ reading, working }} />
        <button disabled={working} onClick={() => send(askedAgain(explanation, {}))}>
          {strings.explainAgain}
        </button>
        {layout.mode !== 'narrow' && <TakeAway reading={reading} />}
      </span>
    </div>
  );
}

/** For which label, and rather than which. */
function Labels({ reading, working }: { readonly reading: PanelModel; readonly working: boolean }) {
  const { strings, send } = usePage();
  const { explanation } = reading.view;
  const { target, against } = explanation;
  const labels = bestFirst(explanation.probabilities).map(([label]) => label);
  return (
    <>
      <select
        aria-label={strings.targetChoice}
        value={target}
        disabled={working}
        onChange={(event) => send(askedAgain(explanation, { target: event.currentTarget.value }))}
      >
        {labels.map((label) => (
          <option key={label} value={label} selected={label === target}>
            {fill(strings.forLabel, labelName(label, strings))}
          </option>
        ))}
      </select>
      {labels.length > 2 && (
        <select
          aria-label={strings.againstChoice}
          value={against ?? ''}
          disabled={working}
          onChange={(event) => send(askedAgain(explanation, { against: event.currentTarget.value || undefined }))}
        >
          <option value="" selected={against === undefined}>
            {strings.ratherThanNone}
          </option>
          {labels
            .filter((label) => label !== target)
            .map((label) => (
              <option key={label} value={label} selected={label === against}>
                {fill(strings.ratherThan, labelName(label, strings))}
              </option>
            ))}
        </select>
      )}
    </>
  );
}

/** Stands at the end of a narrow page, where the first lines have no room for it. */
export function TakeAway({ reading }: { readonly reading: PanelModel }) {
  const { strings, send } = usePage();
  return (
    <>
      <button onClick={() => send({ type: 'copy', text: textReport(reading, strings) })}>{strings.copyReport}</button>
      <button onClick={() => send({ type: 'export' })}>{strings.export}</button>
    </>
  );
}
