import { About } from './parts/about';
import { FirstScreen } from './parts/first-screen';
import { Formed } from './parts/formed';
import { TakeAway } from './parts/meta';
import { Section } from './parts/section';
import { AttentionChart, hasAttentionChart, WordCharts, WordTools, type WordChartsProps } from './parts/word-charts';
import { usePage } from './page-context';
import { attentionFinding, formedFinding, wordFinding } from './wording/sentences';

interface ExplainedProps extends WordChartsProps {
  /** Sections that stand open. */
  readonly open: readonly string[];
  readonly onOpen: (id: string, open: boolean) => void;
}

/**
 * One explanation, from its verdict down. What later explanations also carry (trust, checks, counterfactuals) finds
 * its place beside *Why* and between the sections; what an explanation does not carry takes none.
 */
export function Explained({ open, onOpen, ...charts }: ExplainedProps) {
  const { strings, layout } = usePage();
  const { reading } = charts;
  const section = (id: string) => ({ id, open: open.includes(id), onOpen });
  const showBars = () => {
    onOpen('words', true);
    document.getElementById('section-words')?.scrollIntoView();
  };
  return (
    <>
      <FirstScreen reading={reading} showBars={showBars} />
      <Section {...section('words')} title={strings.wordByWord} finding={wordFinding(reading, strings)}>
        {() => <WordCharts {...charts} />}
      </Section>
      {layout.mode === 'narrow' && hasAttentionChart(reading) && (
        <Section {...section('attention')} title={strings.attended} finding={attentionFinding(reading, strings)}>
          {() => (
            <>
              <WordTools {...charts} />
              <AttentionChart {...charts} />
            </>
          )}
        </Section>
      )}
      {reading.hasDistance && (
        <Section {...section('formed')} title={strings.formed} finding={formedFinding(reading, strings)}>
          {() => <Formed reading={reading} />}
        </Section>
      )}
      <Section {...section('about')} title={strings.about} finding={strings.aboutFinding}>
        {() => <About reading={reading} />}
      </Section>
      {layout.mode === 'narrow' && (
        <div class="foot acts" data-page-only>
          <TakeAway reading={reading} />
        </div>
      )}
    </>
  );
}
