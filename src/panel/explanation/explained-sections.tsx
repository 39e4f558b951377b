import type { StudyResults } from '../../shared/protocol/panel';
import { comparedFinding } from '../wording/agreement';
import { changesFinding } from '../wording/changes';
import { runningFinding } from '../wording/running';
import { formedFinding, wordFinding } from '../wording/sentences';
import { usePage } from './page-context';
import { About, aboutFinding } from './parts/about';
import { ChangesList } from './parts/changes-list';
import { Checks } from './parts/checks';
import { HowFormed } from './parts/formed';
import { Section } from './parts/section';
import { SentenceSums } from './parts/sentence-sums';
import type { Phrase } from './parts/use-phrase';
import { AskForFigures, type StudiesState } from './parts/waiting';
import { AttentionChart, hasAttentionChart, WordCharts, type WordChartsProps } from './parts/word-charts';

/** The host looks for changes of longer texts only when it is asked to. */
const SEARCHED = 150;

export interface SectionsProps extends WordChartsProps {
  /** Sections that stand open. */
  readonly open: readonly string[];
  readonly onOpen: (id: string, open: boolean) => void;
  readonly figures: StudyResults;
  readonly studies: StudiesState;
  readonly onPhrase: (phrase: Phrase) => void;
}

/** What folds below the first screen: all words, how the prediction formed, what would change it, methods, the model. */
export function ExplainedSections({ open, onOpen, figures, studies, onPhrase, ...charts }: SectionsProps) {
  const { strings, layout, printed } = usePage();
  const { shown } = charts;
  const { agreement, trace, counterfactuals, card } = figures;
  const section = (id: string) => ({ id, open: open.includes(id), onOpen });
  return (
    <>
      <Section {...section('words')} title={strings.wordByWord} finding={wordFinding(shown, strings)}>
        {() => (
          <>
            <WordCharts {...charts} />
            {layout.mode === 'narrow' && hasAttentionChart(shown) && <AttentionChart {...charts} />}
            {shown.view.sentences.length > 1 && (
              <SentenceSums {...{ shown, onPhrase }} {...(printed && { few: Infinity })} />
            )}
            <p class="note" data-page-only>
              {strings.sumsHint}
            </p>
          </>
        )}
      </Section>
      <Section
        {...section('formed')}
        title={strings.formed}
        finding={trace ? runningFinding(shown, trace, strings) : formedFinding(shown, strings)}
      >
        {() => <HowFormed {...{ shown, trace, studies }} />}
      </Section>
      <Section
        {...section('changes')}
        title={strings.changes}
        finding={counterfactuals && changesFinding(shown, counterfactuals, strings)}
      >
        {() =>
          counterfactuals ? (
            <ChangesList shown={shown} found={counterfactuals} />
          ) : (
            <AskForFigures
              study="counterfactuals"
              label={strings.askChanges}
              why={shown.words.length > SEARCHED ? strings.changesLong : undefined}
              {...studies}
            />
          )
        }
      </Section>
      <Section
        {...section('checks')}
        title={strings.methodsCompared}
        finding={agreement && agreement.methods.length > 1 ? comparedFinding(shown, agreement, strings) : undefined}
      >
        {() => <Checks {...{ shown, figures, studies }} />}
      </Section>
      <Section {...section('about')} title={strings.about} finding={aboutFinding(shown, strings)}>
        {() => <About shown={shown} card={card} />}
      </Section>
    </>
  );
}
