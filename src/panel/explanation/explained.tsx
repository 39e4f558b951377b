import { useState } from 'preact/hooks';
import type { StudyResults } from '../../shared/protocol/panel';
import { About, aboutFinding } from './parts/about';
import { ChangesList } from './parts/changes-list';
import { Checks } from './parts/checks';
import { FirstScreen } from './parts/first-screen';
import { Formed } from './parts/formed';
import { Section } from './parts/section';
import { SentenceSums } from './parts/sentence-sums';
import type { Phrase } from './parts/use-phrase';
import { Ask, Waiting, type StudiesState } from './parts/waiting';
import { AttentionChart, hasAttentionChart, WordCharts, type WordChartsProps } from './parts/word-charts';
import { usePage } from './page-context';
import { comparedFinding } from '../wording/agreement';
import { changesFinding } from '../wording/changes';
import { runningFinding } from '../wording/running';
import { formedFinding, wordFinding } from '../wording/sentences';

/** The host looks for changes of longer texts only when it is asked to. */
const SEARCHED = 150;

interface ExplainedProps extends WordChartsProps {
  readonly working: boolean;
  /** Sections that stand open. */
  readonly open: readonly string[];
  readonly onOpen: (id: string, open: boolean) => void;
  readonly figures: StudyResults;
  readonly studies: StudiesState;
}

/** One explanation, from its prediction down. What is worked out beside it takes its place when it comes. */
export function Explained({ working, open, onOpen, figures, studies, ...charts }: ExplainedProps) {
  const { strings, layout } = usePage();
  const { reading } = charts;
  const { agreement, trace, counterfactuals, card } = figures;
  const [{ of, phrase }, setChosen] = useState<{ of?: string; phrase?: Phrase }>({});
  const { text } = reading.view.explanation;
  // A phrase is one of a text: in another, other words stand at its place.
  const choose = (chosen: Phrase | undefined) => setChosen({ of: text, phrase: chosen });
  const section = (id: string) => ({ id, open: open.includes(id), onOpen });
  const showBars = () => {
    onOpen('words', true);
    document.getElementById('section-words')?.scrollIntoView();
  };
  const showPhrase = (chosen: Phrase) => {
    choose(chosen);
    document.querySelector(`.strip [data-at="${chosen.from}"]`)?.scrollIntoView({ block: 'center' });
  };
  return (
    <>
      <FirstScreen
        {...{ reading, working, showBars, figures, studies }}
        phrase={of === text ? phrase : undefined}
        onPhrase={choose}
      />
      <Waiting waiting={studies.waiting} />
      <Section {...section('words')} title={strings.wordByWord} finding={wordFinding(reading, strings)}>
        {() => (
          <>
            <WordCharts {...charts} />
            {layout.mode === 'narrow' && hasAttentionChart(reading) && <AttentionChart {...charts} />}
            {reading.view.sentences.length > 1 && <SentenceSums reading={reading} onPhrase={showPhrase} />}
            <p class="note" data-page-only>
              {strings.sumsHint}
            </p>
          </>
        )}
      </Section>
      <Section
        {...section('formed')}
        title={strings.formed}
        finding={trace ? runningFinding(reading, trace, strings) : formedFinding(reading, strings)}
      >
        {() => <Formed {...{ reading, trace, studies }} />}
      </Section>
      <Section
        {...section('changes')}
        title={strings.changes}
        finding={counterfactuals && changesFinding(reading, counterfactuals, strings)}
      >
        {() =>
          counterfactuals ? (
            <ChangesList reading={reading} found={counterfactuals} />
          ) : (
            <Ask
              study="counterfactuals"
              label={strings.askChanges}
              why={reading.words.length > SEARCHED ? strings.changesLong : undefined}
              {...studies}
            />
          )
        }
      </Section>
      <Section
        {...section('checks')}
        title={strings.methodsCompared}
        finding={agreement && agreement.methods.length > 1 ? comparedFinding(reading, agreement, strings) : undefined}
      >
        {() => <Checks {...{ reading, figures, studies }} />}
      </Section>
      <Section {...section('about')} title={strings.about} finding={aboutFinding(reading, strings)}>
        {() => <About reading={reading} card={card} />}
      </Section>
    </>
  );
}
