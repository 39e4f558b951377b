import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXPLANATION_SENTENCES, type PageStrings } from '../../src/shared/strings/explanation-page';
import { OVERVIEW_SENTENCES, type OverviewStrings } from '../../src/shared/strings/overview-page';
import { READING_SENTENCES, type ReadingStrings } from '../../src/shared/strings/reading-page';
import { TRAINING_SENTENCES, type TrainingStrings } from '../../src/shared/strings/training-page';
import { translated, type TranslatedSentence } from '../../src/shared/strings/translated';

export type DisplayLanguage = 'en' | 'zh-Hans';

const CHINESE = join(import.meta.dirname, '..', '..', 'l10n', 'bundle.l10n.zh-cn.json');

/** The page's strings as the host makes them in that language. */
export const stringsOf = (language: DisplayLanguage): PageStrings =>
  translated(EXPLANATION_SENTENCES, translation(language));

/** As `stringsOf`, for the overview. */
export const overviewStringsOf = (language: DisplayLanguage): OverviewStrings =>
  translated(OVERVIEW_SENTENCES, translation(language));

/** Stands in for the editor's own look-up of texts. */
function translation(language: DisplayLanguage): (sentence: TranslatedSentence) => string {
  const bundle: Record<string, string> =
    language === 'en' ? {} : (JSON.parse(readFileSync(CHINESE, 'utf8')) as Record<string, string>);
  const keyOf = (sentence: TranslatedSentence) =>
    typeof sentence === 'string' ? sentence : `${sentence.message}/${sentence.comment.join('')}`;
  return (sentence) => bundle[keyOf(sentence)] ?? (typeof sentence === 'string' ? sentence : sentence.message);
}

/** As `stringsOf`, for the page of a training. */
export const trainingStringsOf = (language: DisplayLanguage): TrainingStrings =>
  translated(TRAINING_SENTENCES, translation(language));

/** As `stringsOf`, for the page of a file's reading. */
export const readingStringsOf = (language: DisplayLanguage): ReadingStrings =>
  translated(READING_SENTENCES, translation(language));
