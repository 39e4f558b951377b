import type { Page } from '../explanation/page-context';
import { PageProvider, usePage } from '../explanation/page-context';
import { ExplainedSections } from '../explanation/explained-sections';
import { Why } from '../explanation/parts/first-screen';
import { Prediction } from '../explanation/parts/heading';
import { SentenceSums } from '../explanation/parts/sentence-sums';
import { MarkedText } from '../explanation/parts/strip';
import { TrustSummary } from '../explanation/parts/trust-summary';
import { ProbabilityBars } from '../charts/probability-bars';
import { Figure } from '../charts/figure';
import { fill } from '../wording/format';
import { labelName } from '../wording/names';
import type { ShownExplanation } from '../wording/reading';
import { summaryOf } from '../wording/summary';
import { probabilityTable } from '../wording/tables';
import { checksOf, noHighlight } from '../wording/trust';
import { UNASKED, type DrawnExplanation } from './drawn-apart';
import { sourceLine } from './source-line';

/** Sections of the appendix. */
const APPENDIX: readonly string[] = ['words', 'formed', 'changes', 'checks', 'about'];
/** Sentences of a long text that are named; all of them stand in the appendix. */
const SENTENCES = 8;

const nothing = (): undefined => undefined;

interface ReportProps {
  readonly reported: DrawnExplanation;
  readonly page: Page;
  readonly language: string;
}

/**
 * The report of one text, as one sends it: title, date, a plain summary, the highlighted text with its legend, what counts
 * most, sentence by sentence, how reliable it is; all that is technical in one closed appendix.
 */
export function ReportPage({ reported, page, language }: ReportProps) {
  const { strings } = page;
  const { shown, figures } = reported;
  const { explanation, sentences } = shown.view;
  const flat = shown.highlights.length === 0;
  return (
    <article class="report">
      <Head {...{ shown, language }} />
      <Summary shown={shown} />
      <MarkedText shown={shown} phrase={undefined} onPhrase={nothing} />
      {explanation.signed && !flat && <p class="m sm">{strings.reportLegend}</p>}
      <section class="part">
        {flat ? (
          <>
            <h2>{strings.flatTitle}</h2>
            <p>{noHighlight(shown, strings)}</p>
          </>
        ) : (
          <Why shown={shown} showBars={nothing} />
        )}
      </section>
      {sentences.length > 1 && (
        <section class="part">
          <SentenceSums shown={shown} onPhrase={nothing} few={SENTENCES} />
          {sentences.length > SENTENCES && (
            <p class="m sm">{fill(strings.reportSentences, SENTENCES, sentences.length)}</p>
          )}
        </section>
      )}
      {checksOf(shown, figures, strings).length > 0 && (
        <section class="part">
          <TrustSummary {...{ shown, figures }} studies={UNASKED.studies} />
        </section>
      )}
      <details class="behind appendix">
        <summary>{strings.reportAppendix}</summary>
        <PageProvider value={{ ...usePage(), printed: 'tables' }}>
          <Figure id="probabilities" name={strings.probability} table={() => probabilityTable(shown, strings)}>
            <ProbabilityBars shown={shown} width={usePage().layout.column} />
          </Figure>
          <ExplainedSections
            {...reported}
            {...UNASKED}
            open={APPENDIX}
            onOpen={nothing}
            onOrder={nothing}
            onShowAll={nothing}
            onPhrase={nothing}
          />
        </PageProvider>
      </details>
      <footer class="m sm">{strings.reportMade}</footer>
    </article>
  );
}

/** The head of the report: the text, the model, the date, and whether the text has changed since. */
function Head({ shown, language }: { readonly shown: ShownExplanation; readonly language: string }) {
  const { strings } = usePage();
  const { place, stale, time, explanation } = shown.view;
  const count = shown.words.length;
  const words = count === 1 ? strings.wordsOne : fill(strings.wordsMany, count.toLocaleString('en-US'));
  const today = new Date().toLocaleDateString(language, { dateStyle: 'long' });
  return (
    <header>
      <h1>{fill(strings.reportTitle, labelName(explanation.label, strings))}</h1>
      <p class="m sm">
        {[fill(strings.place, place.file, place.line), words, sourceLine(shown, strings), today].join(' · ')}
      </p>
      {stale && <p class="note">{fill(strings.staleBody, time)}</p>}
    </header>
  );
}

/** The summary in one paragraph. */
function Summary({ shown }: { readonly shown: ShownExplanation }) {
  const { strings } = usePage();
  const { label } = shown.view.explanation;
  return (
    <p class="summary">
      <Prediction shown={shown} label={label} first />
      {summaryOf(shown, strings)}
    </p>
  );
}
