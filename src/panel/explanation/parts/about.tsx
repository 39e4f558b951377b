import { Fragment } from 'preact';
import { Figure } from '../../charts/figure';
import { HistoryCurve } from '../../charts/history-curve';
import type { ModelSummary } from '../../../shared/protocol/explainer';
import type { CardFacts } from '../../../shared/protocol/panel';
import type { PageStrings } from '../../../shared/strings/explanation-page';
import { usePage } from '../page-context';
import {
  cardLines,
  historyFinding,
  historyTable,
  measuredSentences,
  cardSentence,
  sizeOf,
  trainedSentences,
} from '../../wording/card';
import { capitalised } from '../../../shared/strings/capitalised';
import { fill } from '../../wording/format';
import { baselineName, methodName, modelTitle } from '../../wording/names';
import type { ShownExplanation } from '../../wording/reading';

interface AboutProps {
  readonly shown: ShownExplanation;
  /** Comes a little later than the explanation. */
  readonly card: CardFacts | undefined;
}

/** `English, 2.1 MB, runs on this computer.` */
export function aboutFinding({ view }: ShownExplanation, strings: PageStrings): string {
  const language = strings.languages[view.explanation.language];
  return view.model
    ? fill(strings.aboutShort, language, sizeOf(view.model.bytes))
    : fill(strings.aboutShorter, language);
}

/** A model card in some lines: what it has read, how often it is right, what it is not for; the record behind a click. */
export function About({ shown, card }: AboutProps) {
  const { strings } = usePage();
  const { explanation, model } = shown.view;
  const time = String(Math.max(1, Math.round(explanation.milliseconds)));
  const method = capitalised(methodName(explanation.method, strings));
  const baseline = baselineName(explanation.baseline, strings);
  const facts: readonly Fact[] = [
    [strings.model, [model ? titleAndName(model, strings) : explanation.model]],
    ...(card ? cardLines(card, strings) : []),
    [strings.notFor, (card?.notFor ?? []).map((sentence) => cardSentence(sentence, strings))],
    [strings.size, [model ? fill(strings.sizeValue, sizeOf(model.bytes), time) : fill(strings.timeValue, time)]],
    [strings.explainedBy, [baseline === undefined ? method : fill(strings.explainedByValue, method, baseline)]],
  ];
  return (
    <>
      <Facts facts={facts} />
      {card && <TrainingRecord card={card} architecture={model?.architecture} />}
    </>
  );
}

/** `BiLSTM with attention (zh-attention-bilstm)`. */
function titleAndName(model: ModelSummary, strings: PageStrings): string {
  const title = modelTitle(model, strings);
  return title === model.name ? title : fill(strings.trainedFilter, title, model.name);
}

type Fact = readonly [term: string, values: readonly string[]];

function Facts({ facts }: { readonly facts: readonly Fact[] }) {
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

/** How the model was made: sources with their filters, all test sets, differences, licences, and the losses. */
function TrainingRecord({ card, architecture }: { readonly card: CardFacts; readonly architecture?: string }) {
  const { strings, layout } = usePage();
  const facts: readonly Fact[] = [
    [strings.architecture, architecture === undefined ? [] : [strings.architectures[architecture] ?? architecture]],
    [strings.trainedOn, trainedSentences(card, strings)],
    [strings.measured, measuredSentences(card, strings)],
    [strings.differs, card.changes.map((sentence) => cardSentence(sentence, strings))],
    [strings.licence, card.licence.map((sentence) => cardSentence(sentence, strings))],
  ];
  return (
    <details class="inner">
      <summary>{strings.record}</summary>
      <Facts facts={facts} />
      {card.history.length > 0 && (
        <div class="history">
          <Figure
            id="history"
            name={strings.history}
            heading={<h3>{strings.history}</h3>}
            note={strings.historyUnit}
            table={() => historyTable(card, strings)}
          >
            <HistoryCurve history={card.history} width={layout.column} finding={historyFinding(card, strings)} />
          </Figure>
        </div>
      )}
      <p class="note">{historyFinding(card, strings)}</p>
    </details>
  );
}
