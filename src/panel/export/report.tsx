import type { ReportRequest } from '../../shared/protocol/export';
import type { Page } from '../explanation/page-context';
import type { PageLayout } from '../explanation/layout';
import { shownExplanation } from '../wording/reading';
import { predictionText } from '../wording/sentences';
import { withNarrowCharts } from './both-widths';
import { drawApart, type DrawnExplanation } from './drawn-apart';
import { paletteOf } from './palette';
import { explanationReportHtml } from './report-html';
import { ReportPage } from './report-page';
import { staticCopy } from './static-copy';

/** Pixels: an A4 page of 794 between margins of 14 mm. */
const CONTENT = 688;
const PAPER: PageLayout = { mode: 'middle', content: CONTENT, column: CONTENT };
/** A phone of 376 between margins of 16 px. */
const PHONE_CONTENT = 344;
const PHONE: PageLayout = { mode: 'narrow', content: PHONE_CONTENT, column: PHONE_CONTENT };

/** The explanation as one HTML file, in the language that is asked for, else that of the page. */
export function htmlReport(
  exported: DrawnExplanation,
  page: Page,
  request: ReportRequest,
  pageLanguage: string,
): string {
  const { style, contributed, strings = page.strings, language = pageLanguage } = request;
  const view = language === pageLanguage ? exported.shown.view : inEnglish(exported.shown.view);
  const shown = shownExplanation(view, strings, exported.figures.without);
  const reported = { ...exported, shown };
  const own = { ...page, strings };
  const drawn = (layout: PageLayout): Element =>
    drawApart(<ReportPage {...{ reported, language }} page={own} />, own, layout, staticCopy);
  const font = { '--vscode-font-family': getComputedStyle(document.body).fontFamily };
  return explanationReportHtml({
    language,
    title: `${predictionText(shown, view.explanation.label, strings)} · ${view.place.file}`,
    style,
    light: { ...font, ...paletteOf('light', contributed) },
    dark: paletteOf('dark', contributed),
    body: withNarrowCharts(drawn(PAPER), drawn(PHONE)).innerHTML,
  });
}

/** Notes of the host come in the editor's language; in any other they are as the explanation has them. */
function inEnglish(view: DrawnExplanation['shown']['view']): DrawnExplanation['shown']['view'] {
  return { ...view, warnings: view.explanation.warnings.map(({ message }) => message) };
}
