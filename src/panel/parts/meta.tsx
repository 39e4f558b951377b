import { usePage } from '../page-context';
import { capitalised, fill } from '../wording/format';
import { methodName } from '../wording/names';
import type { Reading } from '../wording/reading';
import { report } from '../wording/report';

/** Where the text stands, and what can be done with its explanation. */
export function Meta({ reading, working }: { readonly reading: Reading; readonly working: boolean }) {
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
          onChange={(event) => send({ type: 'explainAgain', method: event.currentTarget.value })}
        >
          {methods.map((method) => (
            <option key={method} value={method} selected={method === explanation.method}>
              {capitalised(methodName(method, strings))}
            </option>
          ))}
        </select>
        <button disabled={working} onClick={() => send({ type: 'explainAgain' })}>
          {strings.explainAgain}
        </button>
        {layout.mode !== 'narrow' && <TakeAway reading={reading} />}
      </span>
    </div>
  );
}

/** Stands at the end of a narrow page, where the first lines have no room for it. */
export function TakeAway({ reading }: { readonly reading: Reading }) {
  const { strings, send } = usePage();
  return (
    <>
      <button onClick={() => send({ type: 'copy', text: report(reading, strings) })}>{strings.copyReport}</button>
      <button onClick={() => send({ type: 'export' })}>{strings.export}</button>
    </>
  );
}
