import type { Degree } from './degree';
import { ADVERBS, WORDS } from './words';

const BY_WORD = new Map<string, Degree>(
  (Object.keys(WORDS) as Degree[]).flatMap((degree) => WORDS[degree].map((word) => [word, degree] as const)),
);

/** Values that mean that there is no label. */
const NO_LABEL =
  /^(|[(（](?:跳过|空)[)）]|na|n\/a|nan|null|none|nil|undefined|unknown|unlabell?ed|no label|not rated|unrated|missing|#n\/a|\?+|[-–—]+|无|未知|未标注|暂无|空)$/;

/** An answer that says that none was given, alone or after its code (`9 = refused`). */
const NO_ANSWER =
  /^(refused|refusal|not applicable|not asked|(?:i )?don'?t know|do not know|dk|(?:i )?can'?t (?:tell|say)|not sure|unsure|no answer|no response|not answered|not stated|prefer not to (say|answer)|skipped|offered|unoffered|not offered|未评价|未评分|未打分|未填写|未回答|不适用|拒答|拒绝回答|不知道|说不清|keine angabe|k\.? ?a\.?|weiß nicht|ne sait pas|sans réponse|no sabe|no contesta|ns\/nc)$/;

/**
 * A label without what changes nothing: case, blanks, width of letters, brackets of a list of one, quotes, and the
 * prefixes that tools put in front (`__label__positive`, `LABEL_0`, `Sentiment.POSITIVE`).
 */
export function plainLabel(written: string): string {
  let plain = written
    .replace(/(?<=\d)(?:\s*½|\s+1[/⁄]2(?=\D|$))/, '.5')
    .normalize('NFKC')
    .replace(/\uFE0F|[\u{1F3FB}-\u{1F3FF}]/gu, '')
    .replace(/(?<=\p{L})’(?=\p{L})/gu, "'")
    .trim()
    .toLowerCase();
  for (let before = ''; before !== plain;) {
    before = plain;
    plain = plain
      .replace(/^[[({]\s*(.*?)\s*,?\s*[\])}]$/s, '$1')
      .replace(/^(?:["']?(?:choices|rating|label|value)["']?|(["'])[\w -]{1,40}\1)\s*:\s*(?=["'[\d])/, '')
      .replace(/^(['"“”‘’`])(.*)\1$/s, '$2')
      .replace(/^“(.*)”$/s, '$1')
      .trim();
  }
  plain = plain.replace(
    /^(?:__label__|(?:label|class|sentiment|polarity|rating)\s*[_:=.#-]\s*|(?:label|class)\s+)(?=\S)/,
    '',
  );
  plain = plain.replace(
    /\s+(?:sentiment|review|reviews|feedback|tweet|class|label|opinion|experience|emotion|mood|tone)$/,
    '',
  );
  // 积极情绪 is 积极, “very happy 😀” very happy.
  plain = plain.replace(/(?<=\p{Script=Han}{2})(?:的|情绪|情感|情緒|倾向|傾向|评论|態度|态度)$/u, '');
  plain = plain.replace(/(?<=\p{L})\s*\p{Extended_Pictographic}+$/u, '');
  plain = plain.replace(/^([\d.,]+)\s*(?:分|点|점|points?|pts?)$/, '$1');
  return /^[-+]?[\d.,]+$/.test(plain) || /^[-–—]+$/.test(plain)
    ? plain
    : plain
        .replace(/[_\s-]+/g, ' ')
        .replace(/[.!。！]+$/, '')
        .trim();
}

export const isNoLabel = (written: string): boolean => {
  const plain = written.normalize('NFKC').trim().toLowerCase();
  return NO_LABEL.test(plain) || NO_ANSWER.test(plain.replace(/^[([]?-?\d+[)\]]?\s*[-–:=.、]?\s*/, ''));
};

/** A word as it is listed, or below an adverb: `extremely happy`, `not at all helpful`, 非常满意, 不太推荐, とても良い. */
function degreeAlone(plain: string): Degree | undefined {
  const listed = BY_WORD.get(plain);
  if (listed) return listed;
  const adverb = ADVERBS.find(({ before }) => before.test(plain));
  const word = adverb && plain.replace(adverb.before, '').replace(/ at all$/, '');
  const degree = word === undefined || /^\w?$/.test(word) ? undefined : BY_WORD.get(word);
  if (degree === undefined || degree === 'neutral') return degree && adverb!.means === 'not' ? undefined : degree;
  const side = degree.replace('very ', '') as 'negative' | 'positive';
  if (adverb!.means === 'somewhat') return side;
  // What is not bad need not be good.
  if (adverb!.means === 'not') return side === 'positive' ? 'negative' : undefined;
  return `very ${side}`;
}

/** The degree that a word names, alone or after a number (`5 - very satisfied`, `positive (1)`). */
export function degreeOfWord(plain: string): Degree | undefined {
  const alone = degreeAlone(plain);
  if (alone) return alone;
  const withNumber =
    /^(?:\d+\s*[-–:=.)、]\s*|\d+\s+|[([]\d+[)\]]\s*)(\D+)$/.exec(plain)?.[1] ??
    /^(\D+?)\s*(?:[(（[]\s*[-+]?\d+(?:[.,]\d+)?\s*%?\s*[)）\]]|[:=,]?\s*(?:0?[.,]\d+|1[.,]0+|\d{1,3}(?:[.,]\d+)?\s*%))$/.exec(
      plain,
    )?.[1];
  const named = withNumber === undefined ? undefined : degreeAlone(withNumber.trim());
  if (named) return named;
  // In two languages, or beside a number: `positive (正面)`, `负面/negative`, `1 (negative)`.
  const between = /\s*[()（）/|]\s*|(?<=\p{Script=Han})\s*(?=[a-z])|(?<=[a-z])\s*(?=\p{Script=Han})/u;
  const parts = plain.split(between).filter((part) => part !== '' && !/^\d+$/.test(part));
  const degrees = new Set(plain.length < 40 && between.test(plain) ? parts.map(degreeAlone) : []);
  return degrees.size === 1 ? [...degrees][0] : undefined;
}
