import { isAttention } from '../../../shared/methods';
import type { StudyResults } from '../../../shared/protocol/panel';
import { Figure } from '../../charts/figure';
import { ProbabilityBars } from '../../charts/probability-bars';
import { ScoreBars } from '../../charts/score-bars';
import { usePage } from '../page-context';
import { fill } from '../../wording/format';
import { labelName } from '../../wording/names';
import type { ShownExplanation } from '../../wording/reading';
import { leadSentence } from '../../wording/sentences';
import { fromTo } from '../../wording/studies';
import { probabilityTable, scoreTable } from '../../wording/tables';
import { noHighlight } from '../../wording/trust';
import { isNothing } from '../../wording/unit';
import { Heading } from './heading';
import { MarkedText } from './strip';
import { TextChoices } from './text-choices';
import { TrustSummary } from './trust-summary';
import type { Phrase } from './use-phrase';
import type { StudiesState } from './waiting';

/** The number of phrases under *Why positive?* */
const STRONGEST = 6;

interface FirstScreenProps {
  readonly shown: ShownExplanation;
  readonly working: boolean;
  readonly figures: StudyResults;
  readonly studies: StudiesState;
  readonly phrase: Phrase | undefined;
  readonly onPhrase: (phrase: Phrase | undefined) => void;
  readonly showBars: () => void;
}

/** What is never folded away: prediction, probabilities, the text with its highlights, why, and how reliable that is. */
export function FirstScreen({ shown, working, showBars, figures, studies, phrase, onPhrase }: FirstScreenProps) {
  const { strings, layout } = usePage();
  const { explanation } = shown.view;
  const flat = shown.highlights.length === 0;
  return (
    <>
      <div class="two predictions">
        <Heading shown={shown} />
        <Figure id="probabilities" name={strings.probability} table={() => probabilityTable(shown, strings)} quiet>
          <ProbabilityBars shown={shown} width={layout.column} />
        </Figure>
      </div>
      <MarkedText {...{ shown, phrase, onPhrase }} />
      <TextChoices {...{ shown, working }} />
      <div class="two why">
        {flat ? (
          <section>
            <h2>{strings.flatTitle}</h2>
            <p>{noHighlight(shown, strings)}</p>
            <div class="acts">
              <button onClick={showBars}>{strings.showBars}</button>
            </div>
          </section>
        ) : (
          <Why {...{ shown, showBars }} />
        )}
        <TrustSummary {...{ shown, figures, studies }} />
      </div>
      {isAttention(explanation.method) && <p class="note">{strings.attendedNote}</p>}
    </>
  );
}

/** The strongest phrases as bars. */
export function Why({ shown, showBars }: Pick<FirstScreenProps, 'shown' | 'showBars'>) {
  const { strings, layout } = usePage();
  const { target, against, method } = shown.view.explanation;
  const strongest = shown.phrases.slice(0, STRONGEST);
  // A bar of nothing says nothing.
  const telling = strongest.filter((phrase) => !isNothing(phrase, shown.unit));
  const items = telling.length > 0 ? telling : strongest;
  const name = labelName(target, strings);
  const why =
    against === undefined ? fill(strings.why, name) : fill(strings.whyRather, name, labelName(against, strings));
  const title = isAttention(method) ? strings.attended : why;
  const highlights = shown.highlights.length;
  return (
    <div>
      <Figure
        id="why"
        name={title}
        heading={<h2>{title}</h2>}
        note={contributionUnit(shown, strings)}
        table={() => scoreTable(shown, items, strings)}
      >
        <ScoreBars
          {...{ shown, items }}
          width={layout.column}
          stacked={layout.mode === 'narrow'}
          finding={leadSentence(shown, strings) ?? title}
        />
      </Figure>
      <button class="link" onClick={showBars} data-page-only>
        {fill(highlights === 1 ? strings.allWordsOne : strings.allWordsMany, highlights, shown.words.length)}
      </button>
    </div>
  );
}

/** `contribution in percentage points; together 44 % → 72 %`; of a saliency what its shares are of. */
function contributionUnit({ view, unit }: ShownExplanation, strings: ReturnType<typeof usePage>['strings']): string {
  const { signed, probabilities, target, against } = view.explanation;
  if (!signed) return unit.title;
  if (view.base === undefined || against !== undefined) return strings.contribution;
  return fill(strings.contributionFrom, fromTo(view.base, probabilities[target], strings));
}
