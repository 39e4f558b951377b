import type { Language } from '../shared/languages';
import type { Word } from '../text/word';

/** A text cut into words; at least one. */
export interface CutText {
  readonly text: string;
  readonly language: Language;
  readonly words: readonly Word[];
}
