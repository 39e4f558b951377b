import { Option, type Command } from 'commander';
import { WRITTEN_LANGUAGES, type WrittenLanguage } from '../../shared/findings/written-language';

/** The formats that are made of all rows together. */
export const REPORTS = ['report', 'xlsx', 'markdown'] as const;
export type ReportFormat = (typeof REPORTS)[number];

export const isReport = (format: string): format is ReportFormat => (REPORTS as readonly string[]).includes(format);

export interface ReportArguments {
  readonly reportLanguage: WrittenLanguage;
  readonly allTexts?: true;
}

export function addReportOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--report-language <language>', 'language of a report').choices(WRITTEN_LANGUAGES).default('en'),
    )
    .option('--all-texts', 'append all texts to a report (up to 20,000)');
}
