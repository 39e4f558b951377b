import { Option, type Command } from 'commander';
import { LANGUAGE_CODES, type Language } from '../../shared/languages';

/** What is made of all rows together. */
export const REPORTS = ['report', 'xlsx', 'markdown'] as const;
export type ReportFormat = (typeof REPORTS)[number];

export const isReport = (format: string): format is ReportFormat => (REPORTS as readonly string[]).includes(format);

export interface ReportArguments {
  readonly reportLanguage: Language;
  readonly allTexts?: true;
}

export function addReportOptions(command: Command): Command {
  return command
    .addOption(new Option('--report-language <language>', 'language of a report').choices(LANGUAGE_CODES).default('en'))
    .option('--all-texts', 'append all texts to a report (up to 20,000)');
}
