import { useState } from 'preact/hooks';
import { ExplainedSections, type SectionsProps } from './explained-sections';
import { FirstScreen } from './parts/first-screen';
import type { Phrase } from './parts/use-phrase';
import { Waiting } from './parts/waiting';

interface ExplainedProps extends Omit<SectionsProps, 'onPhrase'> {
  readonly working: boolean;
}

/** One explanation, from its prediction down. Figures that are computed later appear in their places when they come. */
export function Explained({ working, open, onOpen, figures, studies, ...charts }: ExplainedProps) {
  const { shown } = charts;
  const [{ of, phrase }, setChosen] = useState<{ of?: string; phrase?: Phrase }>({});
  const { text } = shown.view.explanation;
  // A selected phrase belongs to one text: in another text, other words stand at its place.
  const choose = (chosen: Phrase | undefined) => setChosen({ of: text, phrase: chosen });
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
        {...{ shown, working, showBars, figures, studies }}
        phrase={of === text ? phrase : undefined}
        onPhrase={choose}
      />
      <Waiting waiting={studies.waiting} />
      <ExplainedSections {...{ open, onOpen, figures, studies }} {...charts} onPhrase={showPhrase} />
    </>
  );
}
