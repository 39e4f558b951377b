import * as vscode from 'vscode';
import type { ReportRequest } from '../../shared/protocol/export';
import { EXPLANATION_SENTENCES } from '../../shared/strings/explanation-page';
import { translated, type TranslatedSentence } from '../../shared/strings/translated';
import { pageLanguage } from '../panel/page-frame';

/** What a report is written in, each by its own name, as a list shows it. */
const WRITTEN_IN = { en: 'English', 'zh-Hans': '中文' } as const;
export type ReportLanguage = keyof typeof WRITTEN_IN;

const LANGUAGES = Object.keys(WRITTEN_IN) as readonly ReportLanguage[];

export const isReportLanguage = (value: unknown): value is ReportLanguage =>
  LANGUAGES.some((language) => language === value);

/** Asks for the language of the report, that of the editor first; undefined: the person cancelled. */
export async function chosenLanguage(): Promise<ReportLanguage | undefined> {
  const own = LANGUAGES.filter((language) => language === pageLanguage());
  const items = [...own, ...LANGUAGES.filter((language) => !own.includes(language))].map((language) => ({
    label: WRITTEN_IN[language],
    language,
  }));
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Language of the Report') }))?.language;
}

/** The page's sentences in that language; nothing where the page has them so already. */
export async function inLanguage(
  language: ReportLanguage,
  extensionUri: vscode.Uri,
): Promise<Pick<ReportRequest, 'language' | 'strings'>> {
  if (language === pageLanguage()) return {};
  const bundle = language === 'en' ? {} : await chineseBundle(extensionUri);
  const inBundle = (sentence: TranslatedSentence): string =>
    typeof sentence === 'string'
      ? (bundle[sentence] ?? sentence)
      : (bundle[`${sentence.message}/${sentence.comment.join('')}`] ?? sentence.message);
  return { language, strings: translated(EXPLANATION_SENTENCES, inBundle) };
}

async function chineseBundle(extensionUri: vscode.Uri): Promise<Readonly<Record<string, string>>> {
  const file = vscode.Uri.joinPath(extensionUri, 'l10n', 'bundle.l10n.zh-cn.json');
  return JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(file))) as Record<string, string>;
}
