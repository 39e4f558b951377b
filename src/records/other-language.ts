import { isLanguage, LANGUAGE_CODES, LANGUAGES, type Language } from '../shared/languages';

/** Scripts of languages that no model reads, and the language that a text in each of them is said to be in. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Cyrillic}/gu, 'ru'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Devanagari}/gu, 'hi'],
];

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Small words that are frequent in one language and no words of English; for English those that are its own. */
const ENGLISH = words(
  "the and is are was were it this that i you he she we they my your not but with for have has had would will of to at in on as be very so too just don't it's i'm what when they'd there their been out up",
);
const OTHERS: Readonly<Record<string, ReadonlySet<string>>> = {
  de: words(
    'der die das und ist nicht ich ein eine einen mit für auf dem den des sehr aber auch wir sie es zu von war bei nur noch wie kein keine wurde habe hat sind nach dass oder leider schon',
  ),
  fr: words(
    'le la les et est pas je un une des du de très mais pour avec dans sur nous vous ce cette qui que il elle sont était à été plus bien tout au aux ne mon ma trop',
  ),
  es: words(
    'el la los las y es no un una muy pero para con por que en de lo del al me se mi su está fue como más bien todo este esta sin cuando también hay',
  ),
  it: words(
    'il la lo gli le e è non un una molto ma per con che di del della in sono ho mi si questo questa più anche stato come tutto nel ottimo',
  ),
  pt: words(
    'o a os as e é não um uma muito mas para com que de do da em no na eu meu minha foi este esta mais bem também está são',
  ),
  nl: words(
    'de het een en is niet ik van met voor op maar ook zeer heel dat dit zijn was er aan bij nog geen goed naar wel we',
  ),
  pl: words('nie jest to się na i w z bardzo ale do że jak tak po dla jestem był była są już tylko'),
  tr: words('ve bir bu çok için ama de da değil ile gibi daha ne o ben en kadar var yok'),
};

/** Texts of fewer letters are too short to tell. */
const LETTERS = 6;

/** The language of a text that is surely in none that models read; undefined if it is in one, or cannot be told. */
export function otherLanguage(text: string): string | undefined {
  const sample = text.slice(0, 1_000);
  if (!/[^\0-\x7f]/.test(sample)) return byWords(sample);
  const letters = (sample.match(/\p{L}/gu) ?? []).length;
  if (letters < LETTERS) return undefined;
  for (const [script, language] of SCRIPTS) {
    if (isLanguage(language)) continue;
    const found = (sample.match(script) ?? []).length;
    // Japanese has many Han characters between its kana.
    if (found / letters > (language === 'ja' ? 0.2 : 0.5)) return language;
  }
  return byWords(sample);
}

/** The language of a text: one that no model reads, else that which it has most of; undefined without words. */
export function languageOf(text: string): string | undefined {
  const other = otherLanguage(text);
  if (other !== undefined) return other;
  const sample = text.slice(0, 1_000);
  const counts = new Map<Language, number>();
  for (const [piece] of sample.matchAll(PIECE)) {
    const language = LANGUAGE_CODES.find((code) => LANGUAGES[code].script.test(piece));
    if (language !== undefined) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const most = Math.max(...counts.values());
  return LANGUAGE_CODES.findLast((code) => counts.get(code) === most);
}

/** A character of Chinese, or letters of another script in a row. */
const PIECE = /\p{Script=Han}|(?:(?!\p{Script=Han})\p{L})+/gu;

function byWords(sample: string): string | undefined {
  const tokens = sample.toLowerCase().match(/[\p{Script=Latin}'’]+/gu) ?? [];
  if (tokens.length < 4) return undefined;
  const count = (list: ReadonlySet<string>) => tokens.reduce((sum, token) => sum + Number(list.has(token)), 0);
  const english = count(ENGLISH);
  let best: { language: string; found: number } | undefined;
  for (const [language, list] of Object.entries(OTHERS)) {
    if (isLanguage(language)) continue;
    const found = count(list);
    if (found > (best?.found ?? 0)) best = { language, found };
  }
  // One word again and again is no language: “a” is one of Portuguese, too.
  const kinds = new Set(tokens.filter((token) => best && OTHERS[best.language].has(token))).size;
  if (!best || best.found < 3 || kinds < 2 || best.found <= 1.5 * english || best.found < tokens.length / 6)
    return undefined;
  return best.language;
}
