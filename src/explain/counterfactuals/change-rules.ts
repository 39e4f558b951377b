import type { Language } from '../../shared/languages';
import type { Word } from '../../text/word';
import type { Change } from './change';
import { chineseChanges } from './chinese-changes';
import { englishChanges } from './english-changes';
import { chineseJoints, englishJoints, type Joint } from './joints';

/** The rules by which a person would change a text of one language. */
export interface ChangeRules {
  readonly changes: (text: string, words: readonly Word[]) => readonly Change[];
  /** The conjunctions and commas that join the clauses of a text. */
  readonly joints: (text: string) => readonly Joint[];
  /** Whether a negator expresses an opinion wherever it stands; if not, only where it reverses a conclusion. */
  readonly everyNegatorJudges: boolean;
}

/** Changes for the languages that have rules; texts in others get none. */
export const CHANGE_RULES: Readonly<Partial<Record<Language, ChangeRules>>> = {
  zh: { changes: chineseChanges, joints: chineseJoints, everyNegatorJudges: true },
  en: { changes: englishChanges, joints: englishJoints, everyNegatorJudges: false },
};
