import { Fragment } from 'preact';
import { usePage } from '../page-context';
import { capitalised, fill, fixed } from '../wording/format';
import { baselineName, methodName } from '../wording/names';
import type { Reading } from '../wording/reading';

/** What is known of the model: name, size, measured figures. */
export function About({ reading }: { readonly reading: Reading }) {
  const { strings } = usePage();
  const { explanation, model } = reading.view;
  const time = String(Math.max(1, Math.round(explanation.milliseconds)));
  const method = capitalised(methodName(explanation.method, strings));
  const baseline = baselineName(explanation.baseline, strings);
  const facts: readonly (readonly [string, readonly string[]])[] = [
    [strings.model, [explanation.model]],
    [strings.architecture, model ? [model.architecture] : []],
    [
      strings.size,
      [model ? fill(strings.sizeValue, (model.bytes / 1e6).toFixed(1), time) : fill(strings.timeValue, time)],
    ],
    [
      strings.measured,
      (model?.measured ?? []).map(({ accuracy, macroF1, n, data }) =>
        fill(strings.measuredValue, fixed(accuracy, 3), fixed(macroF1, 3), n.toLocaleString('en-US'), data),
      ),
    ],
    [strings.explainedBy, [baseline === undefined ? method : fill(strings.explainedByValue, method, baseline)]],
  ];
  return (
    <dl class="card">
      {facts
        .filter(([, values]) => values.length > 0)
        .map(([term, values]) => (
          <Fragment key={term}>
            <dt>{term}</dt>
            <dd>
              {values.map((value) => (
                <div key={value}>{value}</div>
              ))}
            </dd>
          </Fragment>
        ))}
    </dl>
  );
}
