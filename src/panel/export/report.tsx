import type { ReportRequest } from '../../shared/protocol/export';
import type { Page } from '../explanation/page-context';
import { fill } from '../wording/format';
import type { PanelModel } from '../wording/reading';
import { labelName } from '../wording/names';
import { predictionOf } from '../wording/sentences';
import { drawnApart, type Reported } from './drawn-apart';
import { paletteOf } from './palette';
import { reportHtml } from './report-html';
import { sourceLine } from './source-line';
import { staticCopy } from './still';

/** Pixels: two columns, and still whole on a small laptop. */
const WIDTH = 1000;

/** Sections that a report always has: the sentences, and in its closed appendix the methods and the model. */
const ALWAYS: readonly string[] = ['words', 'checks', 'about'];

/** The explanation as one HTML file, with the tables behind the charts. */
export function htmlReport(
  reported: Reported,
  page: Page,
  { style, contributed }: ReportRequest,
  language: string,
): string {
  const { strings } = page;
  const { reading } = reported;
  const { label } = reading.view.explanation;
  const font = { '--vscode-font-family': getComputedStyle(document.body).fontFamily };
  const made = fill(strings.reportMade, new Date().toLocaleString(language));
  const apart = {
    width: WIDTH,
    before: <Head {...{ reading, page, language }} />,
    after: <footer class="m sm">{made}</footer>,
  };
  const all = { ...reported, open: [...reported.open, ...ALWAYS] };
  return reportHtml({
    language,
    title: `${predictionOf(reading, label, strings)} · ${reading.view.place.file}`,
    style,
    light: { ...font, ...paletteOf('light', contributed) },
    dark: paletteOf('dark', contributed),
    body: drawnApart(all, page, apart, (room) => staticCopy(room).innerHTML),
  });
}

interface HeadProps {
  readonly reading: PanelModel;
  readonly page: Page;
  readonly language: string;
}

/** What the report shows, of what, when and how; the legend of the highlights. */
function Head({ reading, page: { strings }, language }: HeadProps) {
  const { place, stale, time, explanation } = reading.view;
  const count = reading.words.length;
  const words = count === 1 ? strings.wordsOne : fill(strings.wordsMany, count.toLocaleString('en-US'));
  const today = new Date().toLocaleDateString(language, { dateStyle: 'long' });
  const source = [fill(strings.place, place.file, place.line), words, sourceLine(reading, strings), today];
  return (
    <>
      <h1 class="headline">{fill(strings.reportTitle, labelName(explanation.label, strings))}</h1>
      <p class="m sm">{source.join(' · ')}</p>
      {explanation.signed && <p class="m sm">{strings.reportLegend}</p>}
      {stale && <p class="note">{fill(strings.staleBody, time)}</p>}
    </>
  );
}
