import type { StudyResults } from '../../../shared/protocol/panel';
import { Figure } from '../../charts/figure';
import { ProbabilityBars } from '../../charts/probability-bars';
import { ScoreBars } from '../../charts/score-bars';
import { usePage } from '../page-context';
import { capitalised, fill, fixed } from '../../wording/format';
import { labelName } from '../../wording/names';
import type { PanelModel } from '../../wording/reading';
import { lead } from '../../wording/sentences';
import { probabilityTable, scoreTable } from '../../wording/tables';
import { MarkedText } from './strip';
import { TrustSummary } from './trust-summary';
import type { Phrase } from './use-phrase';
import type { StudiesState } from './waiting';

/** Of *Why positive?* */
const STRONGEST = 6;

interface FirstScreenProps {
  readonly reading: PanelModel;
  readonly figures: StudyResults;
  readonly studies: StudiesState;
  readonly phrase: Phrase | undefined;
  readonly onPhrase: (phrase: Phrase | undefined) => void;
  readonly showBars: () => void;
}

/** What is never folded away: prediction, probabilities, the marked text, the strongest words. */
export function FirstScreen({ reading, showBars, figures, studies, phrase, onPhrase }: FirstScreenProps) {
  const { strings, layout } = usePage();
  const { explanation } = reading.view;
  const flat = reading.words.every(({ step }) => step === 0);
  return (
    <>
      <div class="two verdicts">
        <Verdict reading={reading} />
        <Figure id="probabilities" name={strings.probability} table={() => probabilityTable(reading, strings)} below>
          <ProbabilityBars reading={reading} width={layout.column} />
        </Figure>
      </div>
      <MarkedText {...{ reading, phrase, onPhrase }} />
      {flat ? (
        <section class="why">
          <h2>{strings.flatTitle}</h2>
          <p>{strings.flatBody}</p>
          <div class="acts">
            <button onClick={showBars}>{strings.showBars}</button>
          </div>
        </section>
      ) : (
        <div class="two why">
          <Why reading={reading} />
          <TrustSummary {...{ reading, figures, studies }} />
        </div>
      )}
      {explanation.method === 'attention' && <p class="note">{strings.attendedNote}</p>}
    </>
  );
}

function Verdict({ reading }: { readonly reading: PanelModel }) {
  const { strings } = usePage();
  const { warnings } = reading.view;
  const { label, target, probabilities } = reading.view.explanation;
  const sentence = lead(reading, strings);
  return (
    <div>
      <h1 class="verdict">
        <span class={reading.view.tones[label]}>{capitalised(labelName(label, strings))}</span>{' '}
        <span class="p">{fixed(probabilities[label])}</span>
      </h1>
      {sentence && <p class="lead">{sentence}</p>}
      {target !== label && <p class="lead">{fill(strings.otherTarget, labelName(target, strings))}</p>}
      {warnings.map((warning) => (
        <p key={warning} class="lead m">
          {warning}
        </p>
      ))}
    </div>
  );
}

function Why({ reading }: { readonly reading: PanelModel }) {
  const { strings, layout } = usePage();
  const { target, against, method } = reading.view.explanation;
  const words = reading.ranked.slice(0, STRONGEST);
  const name = labelName(target, strings);
  const why =
    against === undefined ? fill(strings.why, name) : fill(strings.whyRather, name, labelName(against, strings));
  const title = method === 'attention' ? strings.attended : why;
  return (
    <Figure id="why" name={title} heading={<h2>{title}</h2>} table={() => scoreTable(reading, words, strings)}>
      <ScoreBars reading={reading} words={words} width={layout.column} finding={lead(reading, strings) ?? title} />
    </Figure>
  );
}
