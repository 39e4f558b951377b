import type { Degree } from './degree';
import { degreeOfWord, isNoLabel, plainLabel } from './notations';
import { hintOf, scaleOf, steps, type NameHint, type Scale } from './scales';

/** What a person said that labels mean: as written, trimmed and in lower case, to a degree; '' is no label. */
export type LabelMapping = ReadonlyMap<string, Degree | ''>;

/** How the labels of one column are understood. */
export interface LabelMeaning {
  /** For people: `names`, `1 to 5 stars`; empty if nothing is understood. */
  readonly scale: string;
  /** Whether a value says that there is no label; `-` beside `+` is one. */
  none(written: string): boolean;
  /** The degree a label means, undefined if it is not understood. */
  degree(written: string): Degree | undefined;
}

/** Values of a column that are looked at to learn its scale, at most. */
const MOST_VALUES = 10_000;

/**
 * What the labels of a column mean, by its name and all values that occur in it: one function for every notation. The
 * table of notations stands in docs/files.md.
 */
export function labelMeaning(column: string, values: Iterable<string>, mapping?: LabelMapping): LabelMeaning {
  const all: string[] = [];
  const written = [...values];
  const signs = written.some((value) => value.trim() === '+');
  // Hearts are stars where they are counted; one alone is liked.
  const hearts = written.some((value) => /^(?:❤\uFE0F?\s*){2,5}$/u.test(value.trim()));
  const plainOf = (value: string) => (hearts ? plainLabel(value).replace(/❤\s*/gu, '★') : plainLabel(value));
  const none = (value: string) => isNoLabel(value) && !(signs && isMinus(value));
  for (const value of written) {
    if (!none(value)) all.push(plainOf(value));
    if (all.length >= MOST_VALUES) break;
  }
  const hint = hintOf(column);
  const numbers = all.flatMap((plain) => numberOf(plain) ?? []);
  const scale = signs ? SIGN : scaleOf([...new Set(numbers)], hint);
  const ratingIn = (plain: string) => ratingOf(plain) ?? (hint.rating ? numberWord(plain) : undefined);
  const rated = new Set(all.filter((plain) => numberOf(plain) === undefined && ratingIn(plain)));
  const wordOf = wordReader(all);
  const yesNo = isYesNo(all) && (hint.affirms || hint.reversed);
  const degree = (written: string): Degree | undefined => {
    const said = mapping?.get(written.trim().toLowerCase());
    if (said !== undefined) return said === '' ? undefined : said;
    const plain = plainOf(written);
    if (signs && plain === '+') return 'positive';
    if (signs && isMinus(plain)) return 'negative';
    if (yesNo) return yesOrNo(plain, hint);
    const number = numberOf(plain);
    if (number !== undefined) return scale?.degree(number);
    const stars = ratingIn(plain);
    return stars ? stars.scale.degree(stars.value) : wordOf(plain);
  };
  const names = all.some((plain) => numberOf(plain) === undefined && wordOf(plain) !== undefined);
  const kinds = [
    scale?.name,
    yesNo ? 'yes and no' : undefined,
    rated.size > 0 ? 'stars' : undefined,
    names || signs ? 'names' : undefined,
  ];
  return { scale: kinds.filter((kind) => kind !== undefined).join(', '), none, degree };
}

/** `n` and `p`, also with a sign or a number: beside `a`, `b` and `c` they are letters like all others. */
const isLetter = (plain: string): boolean => /^(?:\W*\d+\W*)?[np]\+?(?:\W*\d+\W*)?$/.test(plain);

/** Reads words of a column; letters only where all its labels are such signs or words. */
function wordReader(all: readonly string[]): (plain: string) => Degree | undefined {
  const lettersSpeak = !all.some(isLetter) || [...new Set(all)].every((plain) => degreeOfWord(plain) !== undefined);
  return (plain) => (!lettersSpeak && isLetter(plain) ? undefined : degreeOfWord(plain));
}

const isMinus = (written: string): boolean => /^[-–—−]$/.test(written.trim());

/** Beside plus and minus nought is neither. */
const SIGN: Scale = {
  name: '',
  degree: (value) => (value > 0 ? 'positive' : value < 0 ? 'negative' : 'neutral'),
};

/** `4`, `4.5`, `4,5`, `-1`, `+1`, `−1`. */
function numberOf(plain: string): number | undefined {
  const found = /^([+\-−]?)(\d{1,9})(?:[.,](\d{1,9}))?$/.exec(plain);
  if (!found) return undefined;
  const [, sign, whole, part = '0'] = found;
  const value = Number(`${whole}.${part}`);
  return sign === '-' || sign === '−' ? -value : value;
}

const HAN_DIGITS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 零: 0 };

const WORDS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const NUMBER_WORD = new RegExp(`\\b(?:${WORDS.join('|')})\\b`, 'g');
/** `4/5`, `4 out of 5 stars`, `4,0 von 5 Sternen`, `4.0 颗星，最多 5 颗星`, `5つ星のうち4.0`. */
const OUT_OF =
  /^(?:rated\s+)?(?:(?<value>\d+(?:[.,]\d+)?)\s*(?:\/|out of|of|von|sur|de|su|van|颗星[,，]最多)\s*(?<top>\d+)(?:\s*(?:stars?|points?|sternen?|étoiles?|estrellas?|estrelas?|stelle|sterren|颗星|星))?|(?<before>\d+)つ星のうち(?<after>\d+(?:\.\d+)?))$/;

/** Numbers that name their own scale: `5 stars`, `4/5`, `4 out of 5 stars`, ★★★☆☆, `80 %`, 五星. */
function ratingOf(plain: string): { readonly value: number; readonly scale: Scale } | undefined {
  const of = OUT_OF.exec(plain.replace(NUMBER_WORD, (word) => String(WORDS.indexOf(word) + 1)));
  if (of) {
    const { value: said = '', top: highest = '', before = '', after = '' } = of.groups ?? {};
    const top = Number(highest || before);
    const value = Number((said || after).replace(',', '.'));
    return top > 1 ? { value, scale: steps(top > 5 || value < 1 ? 0 : 1, top, `of ${top}`) } : undefined;
  }
  const stars =
    /^(?:rated\s+)?(\d+(?:[.,]\d+)?)\s*(?:stars?|sterne?|estrellas?|[eé]toiles?|stelle|颗星|星|星级|★|⭐)(?:\s*(?:rating|review|好评|中评|差评))?$/.exec(
      plain,
    );
  if (stars) {
    const value = Number(stars[1].replace(',', '.'));
    // Half a star is the least that some give; none at all is no rating.
    return { value: value >= 0.5 ? Math.max(1, value) : value, scale: steps(1, 5, 'stars') };
  }
  const word = /^(one|two|three|four|five)(?: (?:and a )?(half))? stars?$/.exec(plain);
  if (word) return { value: WORDS.indexOf(word[1]) + 1 + (word[2] ? 0.5 : 0), scale: steps(1, 5, 'stars') };
  const han = /^([一二两三四五])(?:颗)?星(半)?$/.exec(plain);
  if (han) return { value: HAN_DIGITS[han[1]] + (han[2] ? 0.5 : 0), scale: steps(1, 5, 'stars') };
  const drawn = /^([★⭐🌟]+)(1⁄2)?([☆✩]*)$/u.exec(plain.replace(/\s/g, ''));
  if (drawn) {
    const [filled, empty] = [[...drawn[1]].length, [...drawn[3]].length];
    return { value: filled + (drawn[2] ? 0.5 : 0), scale: steps(1, Math.max(5, filled + empty), 'stars') };
  }
  const both = /^[★⭐]+[☆✩]*\s*[(（]?(\d(?:[.,]\d+)?)[)）]?$/u.exec(plain);
  if (both) return { value: Number(both[1].replace(',', '.')), scale: steps(1, 5, 'stars') };
  const percent = /^(\d{1,3}(?:[.,]\d+)?)\s*%$/.exec(plain);
  if (percent) return { value: Number(percent[1].replace(',', '.')), scale: steps(0, 100, 'percent') };
  const douban =
    /^(?:(?:allstar|(?:sml (?:rank stars? )?)?str|(?:ui )?(?:bubble rating )?bubble )(?<of>[1-5])(?<half>[05])(?: star)?|stars? ?(?<plain>[1-5]))$/.exec(
      plain,
    )?.groups;
  return douban ? { value: Number(douban.of ?? douban.plain) + Number(douban.half ?? 0) / 10, scale: steps(1, 5, 'stars') } : undefined; // prettier-ignore
}

/** \`FIVE\`, as Google's business profiles write it. */
function numberWord(plain: string): { readonly value: number; readonly scale: Scale } | undefined {
  const at = WORDS.indexOf(plain);
  return at < 0 || at > 4 ? undefined : { value: at + 1, scale: steps(1, 5, 'stars') };
}

const YES = new Set(['true', 'yes', 'y', 't', '是', 'ja', 'oui', 'sí']);
const NO = new Set(['false', 'no', 'n', 'f', '否', 'nein', 'non']);

/** Only yes and no: `n` beside `p` is negative, not no. */
const isYesNo = (all: readonly string[]): boolean =>
  all.length > 0 && all.every((plain) => YES.has(plain) || NO.has(plain)) && all.some((plain) => plain !== 'n');

function yesOrNo(plain: string, { reversed }: NameHint): Degree | undefined {
  if (YES.has(plain)) return reversed ? 'negative' : 'positive';
  if (NO.has(plain)) return reversed ? 'positive' : 'negative';
  return undefined;
}
