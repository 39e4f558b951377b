import { RATING_WORDS } from '../columns/name-words';
import { DEGREES, type Degree } from './degree';

/** How numbers of a column are read. */
export interface Scale {
  /** For people: `1 to 5 stars`. */
  readonly name: string;
  readonly degree: (value: number) => Degree | undefined;
}

/** What the name of a column says about its numbers. */
export interface NameHint {
  /** It is called rating, stars, score: its scale has five or ten steps even where only some occur. */
  readonly rating: boolean;
  /** It is called stars. */
  readonly stars: boolean;
  /** It is called sentiment, label and the like, but not what a tool calls numbers from −1 to 1. */
  readonly share: boolean;
  /** 1, yes and true mean what is bad: `is_negative`. */
  readonly reversed: boolean;
  /** 1, yes and true mean what is good: `recommended`, `voted_up`, and columns of labels. */
  readonly affirms: boolean;
  /** How likely to recommend, 0 to 10: 0–6 detractors, 7–8 passives, 9–10 promoters. */
  readonly nps: boolean;
  /** The highest value, where the name says it: `rating (1-10)`. */
  readonly top?: number;
}

const RATING = new RegExp(
  `\\b(ratings?|rated?|stars?|scores?|scored|overall|satisfaction|csat|grade)\\b|${RATING_WORDS}`,
  'u',
);
const REVERSED = /\b(is |label )?(negative|neg|complaint|bad|unhappy|dissatisfied|toxic)\b|负面|差评|是否不/;
const AFFIRMS =
  /\b(labels?|class|target|sentiments?|polarity|recommend(ed|s|ation)?|recommends?|positive|pos|liked?|happy|satisfied|good|voted up|thumbs? ?(up)?|up ?vote)\b|^(?:was|were|is|are|did|do|does) .*\b(?:helpful|useful|easy|solved?|resolved?|answer(?:ed)?|enjoy(?:ed)?|meet|clear|worth)\b|^(?:would|will) you .*\b(?:again|back|return)\b|是否(?:有帮助|有用|解决|满意|喜欢)|(?:会|愿意).{0,4}再|标签|情感|推荐|正面|好评|满意|标注|極性|极性/;
const NPS =
  /\bnps\b|\bhow likely\b.*\brecommend|\blikel(y|ihood) to recommend|推荐意愿|推荐.{0,12}可能|可能.{0,12}推荐|愿意.{0,12}推荐/;

/** `starRating`, `star_rating` → `star rating`. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[_.\-:/[\]]+/g, ' ')
    .trim();

export function hintOf(column: string): NameHint {
  const name = plainName(column);
  const top = /(?:\b[01]\s*(?:-|–|to|~|\s)\s*|out of |von |\/\s*|max\.? )(4|5|7|10|100)\b/.exec(name)?.[1];
  const reversed = REVERSED.test(name) && !/non|not/.test(name);
  return {
    rating: RATING.test(name),
    stars: /\bstars?\b|星/.test(name),
    share: AFFIRMS.test(name) && !/polarity|compound|vader|textblob|极性|極性/.test(name),
    reversed,
    affirms: AFFIRMS.test(name),
    nps: NPS.test(name),
    ...(top !== undefined && { top: Number(top) }),
  };
}

const THREE: readonly Degree[] = ['negative', 'neutral', 'positive'];

/** Steps of a scale from `low` to `high`; what lies outside has no meaning. `middle`: half the width of neutral. */
export function steps(low: number, high: number, name: string): Scale {
  const middle = high - low > 4 && low > 0 ? 0.1 : high >= 100 ? 0.1 : 0.05;
  return {
    name,
    degree: (value) => {
      if (!(value >= low && value <= high)) return undefined;
      const share = (value - low) / (high - low);
      if (Math.abs(share - 0.5) <= middle + 1e-9) return 'neutral';
      if (share < 0.125) return 'very negative';
      if (share > 0.875) return 'very positive';
      return share < 0.5 ? 'negative' : 'positive';
    },
  };
}

const listed = (name: string, pairs: readonly (readonly [number, Degree])[]): Scale => {
  const known = new Map(pairs);
  return { name, degree: (value) => known.get(value) };
};

const STARS = steps(1, 5, '1 to 5 stars');
/** Half a star is the least where halves are given. */
const HALF_STARS: Scale = {
  name: '0.5 to 5 stars',
  degree: (value) => (value >= 0.5 && value < 1 ? 'very negative' : STARS.degree(value)),
};
const TEN = steps(1, 10, '1 to 10');
const ZERO_TEN = steps(0, 10, '0 to 10');
const HUNDRED = steps(0, 100, '0 to 100');
const TENFOLD: Scale = { name: '10 to 50, ten for a star', degree: (value) => STARS.degree(value / 10) };
/** As of the Stanford Sentiment Treebank: five parts of equal width, the middle one neutral. */
const SHARE: Scale = {
  name: '0 to 1',
  degree: (value) => (value < 0 || value > 1 ? undefined : DEGREES[Math.min(4, Math.max(0, Math.ceil(5 * value) - 1))]),
};
const BINARY = listed('0 and 1', [[0, 'negative'], [1, 'positive']]); // prettier-ignore
const REVERSED_BINARY = listed('1 means negative', [[0, 'positive'], [1, 'negative']]); // prettier-ignore
const NPS_SCALE: Scale = {
  name: 'likely to recommend, 0 to 10',
  degree: (value) =>
    value < 0 || value > 10 ? undefined : value <= 6 ? 'negative' : value <= 8 ? 'neutral' : 'positive',
};

/** Codes of SPSS and its like for an answer that is missing, in columns whose other values are few and small. */
const MISSING: ReadonlySet<number> = new Set([77, 88, 97, 98, 99, 777, 888, 997, 998, 999, 9999]);

function withoutMissing(all: readonly number[]): readonly number[] {
  const isCode = (value: number) => MISSING.has(Math.abs(value)) || value === -9 || value === -8;
  const others = all.filter((value) => !isCode(value));
  const small = others.length > 1 && others.every((value) => value >= 0 && value <= 10);
  return small ? others : all;
}

/** The scale of a column's numbers, by its name and all that stands in it; undefined if it cannot be told. */
export function scaleOf(all: readonly number[], hint: NameHint): Scale | undefined {
  const values = withoutMissing(all);
  if (values.length === 0) return undefined;
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const within = (...all: readonly number[]) => values.every((value) => all.includes(value));
  const whole = values.every(Number.isInteger);
  if (least < 0) return signed(values, least, most);
  if (hint.nps && most <= 10) return NPS_SCALE;
  if (hint.top !== undefined && most <= hint.top && most > 1) {
    if (hint.top === 100) return HUNDRED;
    return steps(least === 0 ? 0 : 1, hint.top, `${least === 0 ? 0 : 1} to ${hint.top}`);
  }
  if (within(0, 1) && values.includes(0)) return hint.reversed ? REVERSED_BINARY : BINARY;
  if (hint.reversed && within(1)) return REVERSED_BINARY;
  // Ten for each star, as in the pages of some shops.
  if (hint.stars && most > 10 && most <= 50 && values.every((value) => value % 5 === 0)) return TENFOLD;
  if (!whole && most <= 1 && hint.share && least > 0) return SHARE;
  if (hint.rating) return rating(values, most, hint.stars);
  if (!whole) return undefined;
  if (within(0) || within(1)) return undefined;
  if (within(1, 2)) return listed('1 and 2', [[1, 'negative'], [2, 'positive']]); // prettier-ignore
  if (within(0, 1, 2)) return listed('0 to 2', THREE.map((degree, i) => [i, degree] as const)); // prettier-ignore
  if (within(0, 4)) return listed('0 and 4', [[0, 'negative'], [4, 'positive']]); // prettier-ignore
  if (within(0, 2, 4)) return listed('0, 2 and 4', THREE.map((degree, i) => [2 * i, degree] as const)); // prettier-ignore
  if (within(1, 2, 3)) return listed('1 to 3', THREE.map((degree, i) => [i + 1, degree] as const)); // prettier-ignore
  if (least === 0 && most === 4) return zeroToFour();
  if (least >= 1 && most <= 5) return steps(1, 5, '1 to 5');
  if (least >= 1 && most <= 10) return TEN;
  if (least === 0 && most > 5 && most <= 10) return ZERO_TEN;
  return undefined;
}

const zeroToFour = (): Scale => listed('0 to 4', DEGREES.map((degree, i) => [i, degree] as const)); // prettier-ignore

/** Numbers with a sign: the sign is what they say. */
function signed(values: readonly number[], least: number, most: number): Scale | undefined {
  const whole = values.every(Number.isInteger);
  const bound = Math.max(-least, most);
  // −1 alone is the label of rows that have none, as in the test sets of GLUE; a sign says something beside others.
  if (most < 0 && values.every((value) => value === least)) return undefined;
  if (whole && bound === 2) return listed('−2 to 2', DEGREES.map((degree, i) => [i - 2, degree] as const)); // prettier-ignore
  if (whole && bound <= 10) {
    const side = (value: number): Degree => (value < 0 ? 'negative' : value > 0 ? 'positive' : 'neutral');
    return { name: `−${bound} to ${bound}`, degree: (value) => (Math.abs(value) <= 10 ? side(value) : undefined) };
  }
  // VADER's compound score and TextBlob's polarity: what lies within 0.05 of zero is neutral (Hutto & Gilbert 2014).
  if (bound > 1) return undefined;
  return {
    name: '−1 to 1',
    degree: (value) =>
      Math.abs(value) > 1 ? undefined : value <= -0.05 ? 'negative' : value >= 0.05 ? 'positive' : 'neutral',
  };
}

/** A column called rating or stars keeps its five or ten steps, whichever of them occur; 0 among stars is no rating. */
function rating(values: readonly number[], most: number, stars: boolean): Scale | undefined {
  const zero = values.includes(0);
  if (
    most <= 4 &&
    zero &&
    !stars &&
    values.every(Number.isInteger) &&
    values.includes(4) &&
    !values.some((value) => value > 4)
  )
    return zeroToFour();
  if (most <= 5) return most === 0 ? undefined : values.includes(0.5) ? HALF_STARS : STARS;
  if (most <= 10) return zero ? ZERO_TEN : TEN;
  // Below the middle of a hundred nothing says that it is one: votes and points are called scores, too.
  return most > 50 && most <= 100 ? HUNDRED : undefined;
}
