import * as vscode from 'vscode';

/** What an explanation can be taken away as. */
export const EXPORT_FORMATS = ['report', 'svg', 'png', 'csv', 'json', 'markdown'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** The formats that are saved as a file. */
export type FileFormat = Exclude<ExportFormat, 'markdown'>;

/** How a file of each ends. */
export const EXPORT_ENDINGS: Readonly<Record<FileFormat, string>> = {
  report: 'html',
  svg: 'svg',
  png: 'png',
  csv: 'csv',
  json: 'json',
};

export function isFormat(value: unknown): value is ExportFormat {
  return EXPORT_FORMATS.some((format) => format === value);
}

interface Wording {
  readonly name: string;
  readonly description: string;
}

/** As a list of formats shows it. */
export function formatWording(format: ExportFormat): Wording {
  switch (format) {
    case 'report':
      return {
        name: vscode.l10n.t('Report (HTML)'),
        description: vscode.l10n.t('everything, in one file that any browser shows'),
      };
    case 'svg':
      return {
        name: vscode.l10n.t('Charts (SVG)'),
        description: vscode.l10n.t('sharp at every size; text stays text'),
      };
    case 'png':
      return {
        name: vscode.l10n.t('Charts (PNG)'),
        description: vscode.l10n.t('a picture with twice the resolution of the screen'),
      };
    case 'csv':
      return { name: vscode.l10n.t('Words (CSV)'), description: vscode.l10n.t('a row a word, for spreadsheets') };
    case 'json':
      return {
        name: vscode.l10n.t('Explanation (JSON)'),
        description: vscode.l10n.t('everything, to the last digit, for programs'),
      };
    case 'markdown':
      return { name: vscode.l10n.t('Markdown'), description: vscode.l10n.t('copied, for notes and issues') };
  }
}
