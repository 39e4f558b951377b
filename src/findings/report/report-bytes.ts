import { reportFigures, type ReportOptions } from './report-figures';
import { reportHtml } from './report-html';
import { reportMarkdown } from './report-markdown';
import { workbook } from './workbook';

/** The formats in which results are shared: a report, a workbook, or a summary to paste. */
export type ReportFormat = 'html' | 'xlsx' | 'markdown';

/** The bytes of a file of that format. */
export async function reportBytes(format: ReportFormat, options: ReportOptions): Promise<Uint8Array> {
  const figures = reportFigures(options);
  if (format === 'xlsx') return workbook(options, figures);
  return new TextEncoder().encode(format === 'html' ? reportHtml(options, figures) : reportMarkdown(options, figures));
}
