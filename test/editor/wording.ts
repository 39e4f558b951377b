import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../scripts/root.mjs';

/** The editor's display languages that the extension speaks. */
export type DisplayLanguage = 'en' | 'zh-cn';

/** What the extension's commands and texts are called in a display language. */
export interface Wording {
  /** As the palette shows it: `explain` → `Saliency: Explain Sentiment`. */
  command(id: string): string;
  /** The translation of an English text of the extension's code. */
  text(english: string): string;
}

const json = (file: string) => JSON.parse(readFileSync(join(ROOT, file), 'utf8')) as Record<string, string>;

export const wordingOf = (language: DisplayLanguage): Wording => {
  const manifest = json(language === 'en' ? 'package.nls.json' : `package.nls.${language}.json`);
  const texts = language === 'en' ? {} : json(`l10n/bundle.l10n.${language}.json`);
  return {
    command: (id) => `${manifest.category}: ${manifest[`command.${id}`]}`,
    text: (english) => texts[english] ?? english,
  };
};

const PROBABILITY = '(?:[01]\\.\\d\\d|\\d{1,3}[\\s\\u00a0]?%)';

/** A label with its probability: `positive 98 %`; the panel may still say `positive 0.98`. */
export const predictionIn = ({ text }: Wording): RegExp =>
  new RegExp(`(${['negative', 'neutral', 'positive'].map(text).join('|')}) ${PROBABILITY}`, 'i');

/** The short form behind a line: `pos 98 %`. */
export const shortPredictionIn = ({ text }: Wording): RegExp =>
  new RegExp(`(${['neg', 'neu', 'pos'].map(text).join('|')}) ${PROBABILITY}`);
