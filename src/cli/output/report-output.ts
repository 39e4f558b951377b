import type { Data } from '../../findings/data';
import { reportBytes } from '../../findings/report/report-bytes';
import { today } from '../../findings/store/days';
import { wordingIn } from '../../findings/wording/wording-in';
import type { Filter } from '../../shared/findings/filter';
import type { RunRecord } from '../../shared/findings/run-record';
import { SaliencyError } from '../../shared/saliency-error';
import { installedVersion } from '../input/resources';
import type { ReportArguments, ReportFormat } from '../options/report-options';

export interface ReportContent {
  readonly data: Data;
  readonly source: string;
  readonly filter?: Filter;
  readonly run?: RunRecord;
}

/** A report, workbook or summary on standard output. @throws SaliencyError `usage`: a workbook for a terminal */
export async function writeReport(
  format: ReportFormat,
  { data, source, filter = [], run }: ReportContent,
  { reportLanguage, allTexts }: ReportArguments,
): Promise<void> {
  checkTerminal(format);
  const bytes = await reportBytes(format === 'report' ? 'html' : format, {
    data,
    filter,
    source,
    ...(run && { run }),
    wording: wordingIn(reportLanguage),
    version: await installedVersion(),
    day: today(),
    appendix: allTexts === true,
  });
  await writeOut(bytes);
}

/** @throws SaliencyError `usage` */
export function checkTerminal(format: string): void {
  if (format === 'xlsx' && process.stdout.isTTY)
    throw new SaliencyError('A workbook is not for a terminal: write it to a file, as with > results.xlsx.', 'usage');
}

/** Whole, with a slow reader too; a reader that closed the pipe wants no more. */
function writeOut(content: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(content, (error) => {
      if (!error || (error as NodeJS.ErrnoException).code === 'EPIPE') resolve();
      else reject(error);
    });
  });
}
