import { Fragment } from 'preact';
import { Figure } from '../../charts/figure';
import { HistoryCurve } from '../../charts/history-curve';
import type { CardFacts } from '../../../shared/protocol/panel';
import type { PageStrings } from '../../../shared/strings/explanation-page';
import { usePage } from '../page-context';
import { historyFinding, historyTable, measuredOn, trainedOn } from '../../wording/card';
import { capitalised, fill } from '../../wording/format';
import { baselineName, methodName } from '../../wording/names';
import type { PanelModel } from '../../wording/reading';

interface AboutProps {
  readonly reading: PanelModel;
  /** Comes a little later than the explanation. */
  readonly card: CardFacts | undefined;
}

/** The finding of the section: what the model was mostly trained on, where that is known. */
export function aboutFinding(card: CardFacts | undefined, strings: PageStrings): string {
  const [first, ...others] = card?.trainedOn ?? [];
  if (!first) return strings.aboutFinding;
  const most = others.reduce((best, each) => (each.rows > best.rows ? each : best), first);
  return `${strings.aboutFinding}${/。$/.test(strings.aboutFinding) ? '' : ' '}${fill(strings.aboutMostly, most.name)}`;
}

/** What is known of the model: name, size, training, measured figures, what it is not for. */
export function About({ reading, card }: AboutProps) {
  const { strings, layout } = usePage();
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
    [strings.trainedOn, card ? trainedOn(card, strings) : []],
    [strings.measured, measuredOn({ measured: card?.measured ?? [...(model?.measured ?? [])] }, strings)],
    [strings.differs, card?.changes ?? []],
    [strings.notFor, card?.notFor ?? []],
    [strings.licence, card?.licence ?? []],
    [strings.explainedBy, [baseline === undefined ? method : fill(strings.explainedByValue, method, baseline)]],
  ];
  return (
    <>
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
      {card && card.history.length > 0 && (
        <div class="history">
          <Figure
            id="history"
            name={strings.history}
            heading={
              <h3>
                {strings.history} <span class="u">{strings.historyUnit}</span>
              </h3>
            }
            table={() => historyTable(card, strings)}
          >
            <HistoryCurve history={card.history} width={layout.column} finding={historyFinding(card, strings)} />
          </Figure>
        </div>
      )}
      {card && <p class="note">{historyFinding(card, strings)}</p>}
    </>
  );
}
