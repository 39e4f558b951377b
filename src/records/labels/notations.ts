import type { Degree } from './degree';

/** Words for each degree, in lower case and without signs. A new word is one more entry here. */
const WORDS: Readonly<Record<Degree, readonly string[]>> = {
  'very negative': [
    ...['very negative', 'strongly negative', 'extremely negative', 'highly negative', 'most negative', 'n+', 'vneg'],
    ...['very bad', 'very poor', 'terrible', 'awful', 'horrible', 'worst', 'hate', 'hated it', 'very unhappy'],
    ...[
      'very dissatisfied',
      'very unsatisfied',
      'extremely dissatisfied',
      'completely dissatisfied',
      'highly dissatisfied',
    ],
    ...['strongly disagree', 'completely disagree', 'totally disagree', 'very unlikely', 'strongly not recommended'],
    ...['sehr negativ', 'sehr schlecht', 'sehr unzufrieden', 'très négatif', 'muy negativo', 'muy malo'],
    ...[
      '非常负面',
      '非常消极',
      '很差',
      '非常差',
      '极差',
      '太差',
      '非常不满意',
      '很不满意',
      '非常不满',
      '极不满意',
      '十分不满意',
    ],
    ...['非常不同意', '强烈不推荐', '非常不推荐', '非常負面', '非常不滿意', '很不好', '非常不好'],
  ],
  negative: [
    ...[
      'negative',
      'neg',
      'negativ',
      'negativo',
      'negativa',
      'négatif',
      'n',
      'bad',
      'poor',
      'con',
      'unfavorable',
      'unfavourable',
    ],
    ...[
      'dissatisfied',
      'unsatisfied',
      'not satisfied',
      'unsatisfactory',
      'somewhat dissatisfied',
      'rather dissatisfied',
    ],
    ...[
      'slightly dissatisfied',
      'unhappy',
      'disagree',
      'somewhat disagree',
      'dislike',
      'disliked',
      'unlikely',
      'disappointed',
    ],
    ...[
      'not recommended',
      'not recommend',
      'would not recommend',
      'do not recommend',
      "don't recommend",
      'somewhat negative',
    ],
    ...[
      'slightly negative',
      'weakly negative',
      'rather negative',
      'mostly negative',
      'weak negative',
      'strong negative',
    ],
    ...[
      'thumbs down',
      'thumb down',
      'thumbsdown',
      'down',
      'downvote',
      'detractor',
      'detractors',
      'rotten',
      'critical',
      'minus',
    ],
    ...[':(', ': (', '=(', ':['],
    ...['schlecht', 'unzufrieden', 'malo', 'mauvais', '👎', '😞', '🙁', '☹', '😡', '😠', '😢', '😕', '😔', '❌'],
    ...[
      '负面',
      '消极',
      '差评',
      '负',
      '负向',
      '负性',
      '负类',
      '负面评价',
      '負面',
      '負向',
      '負評',
      '差評',
      '贬',
      '贬义',
      '差',
      '较差',
      '比较差',
    ],
    ...[
      '不满意',
      '不满',
      '不太满意',
      '比较不满意',
      '较不满意',
      '不滿意',
      '不滿',
      '不好',
      '不喜欢',
      '不推荐',
      '不推薦',
      '不同意',
      '踩',
      '消極',
    ],
  ],
  neutral: [
    ...[
      'neutral',
      'neu',
      'neut',
      'neutre',
      'neutro',
      'mixed',
      'ok',
      'okay',
      'average',
      'fair',
      'so so',
      'meh',
      'middling',
    ],
    ...[
      'medium',
      'moderate',
      'passive',
      'passives',
      'undecided',
      'indifferent',
      'neither',
      'no sentiment',
      'objective',
    ],
    ...[
      'neither agree nor disagree',
      'neither satisfied nor dissatisfied',
      'neither good nor bad',
      'neither likely nor unlikely',
    ],
    ...[':|', ': |'],
    ...['neither positive nor negative', '😐', '😶', '🤷', 'teils teils', 'durchschnittlich'],
    ...[
      '中性',
      '中立',
      '中评',
      '中',
      '中評',
      '一般',
      '一般般',
      '普通',
      '还行',
      '还可以',
      '尚可',
      '无所谓',
      '中等',
      '中性评价',
      '無所謂',
      '還行',
    ],
  ],
  positive: [
    ...['positive', 'pos', 'positiv', 'positivo', 'positiva', 'positif', 'p', 'good', 'pro', 'favorable', 'favourable'],
    ...[
      'satisfied',
      'somewhat satisfied',
      'rather satisfied',
      'mostly satisfied',
      'slightly satisfied',
      'satisfactory',
    ],
    ...['happy', 'agree', 'somewhat agree', 'like', 'liked', 'likely', 'fresh', 'pleased', 'plus'],
    ...['recommended', 'recommend', 'would recommend', 'somewhat positive', 'slightly positive', 'weakly positive'],
    ...['rather positive', 'mostly positive', 'weak positive', 'strong positive'],
    ...['thumbs up', 'thumb up', 'thumbsup', 'up', 'upvote', 'promoter', 'promoters'],
    ...[':)', ': )', ':d', '=)', ':]'],
    ...['gut', 'zufrieden', 'bueno', 'bon', '👍', '🙂', '😊', '😃', '😀', '😄', '😍', '❤', '✅'],
    ...[
      '正面',
      '积极',
      '好评',
      '正',
      '正向',
      '正性',
      '正类',
      '正面评价',
      '正評',
      '好評',
      '褒',
      '褒义',
      '好',
      '较好',
      '比较好',
      '不错',
    ],
    ...[
      '满意',
      '比较满意',
      '较满意',
      '滿意',
      '喜欢',
      '喜歡',
      '推荐',
      '推薦',
      '值得推荐',
      '同意',
      '赞',
      '顶',
      '積極',
      '較好',
    ],
  ],
  'very positive': [
    ...['very positive', 'strongly positive', 'extremely positive', 'highly positive', 'most positive', 'p+', 'vpos'],
    ...[
      'very good',
      'excellent',
      'outstanding',
      'great',
      'amazing',
      'best',
      'perfect',
      'love',
      'loved it',
      'very happy',
    ],
    ...['very satisfied', 'extremely satisfied', 'completely satisfied', 'highly satisfied', 'fully satisfied'],
    ...[
      'strongly agree',
      'completely agree',
      'totally agree',
      'very likely',
      'strongly recommended',
      'highly recommended',
    ],
    ...['sehr positiv', 'sehr gut', 'sehr zufrieden', 'très positif', 'muy positivo', 'muy bueno'],
    ...[
      '非常正面',
      '非常积极',
      '很好',
      '非常好',
      '极好',
      '太好了',
      '非常满意',
      '很满意',
      '十分满意',
      '极满意',
      '非常滿意',
      '很滿意',
    ],
    ...['非常同意', '强烈推荐', '非常推荐', '力荐', '力推', '優秀', '优秀'],
  ],
};

const BY_WORD = new Map<string, Degree>(
  (Object.keys(WORDS) as Degree[]).flatMap((degree) => WORDS[degree].map((word) => [word, degree] as const)),
);

/** Values that mean that there is no label. */
const NO_LABEL =
  /^(|na|n\/a|nan|null|none|nil|undefined|unknown|unlabell?ed|no label|not rated|unrated|missing|#n\/a|\?+|[-–—]+|无|未知|未标注|暂无|空)$/;

/**
 * A label without what changes nothing: case, blanks, width of letters, brackets of a list of one, quotes, and the
 * prefixes that tools put in front (`__label__positive`, `LABEL_0`, `Sentiment.POSITIVE`).
 */
export function plainLabel(written: string): string {
  let plain = written.normalize('NFKC').replaceAll('\uFE0F', '').trim().toLowerCase();
  for (let before = ''; before !== plain;) {
    before = plain;
    plain = plain
      .replace(/^[[({]\s*(.*?)\s*,?\s*[\])}]$/s, '$1')
      .replace(/^(['"“”‘’`])(.*)\1$/s, '$2')
      .replace(/^“(.*)”$/s, '$1')
      .replace(/^["']?(?:choices|rating|label|value)["']?\s*:\s*(?=["'[\d])/, '')
      .trim();
  }
  plain = plain.replace(
    /^(?:__label__|(?:label|class|sentiment|polarity|rating)\s*[_:=.#-]\s*|(?:label|class)\s+)(?=\S)/,
    '',
  );
  plain = plain.replace(/\s+(?:sentiment|review|reviews|feedback|tweet|class|label|opinion|experience)$/, '');
  plain = plain.replace(/^([\d.,]+)\s*(?:分|点|점|points?|pts?)$/, '$1');
  return /^[-+]?[\d.,]+$/.test(plain) || /^[-–—]+$/.test(plain)
    ? plain
    : plain
        .replace(/[_\s-]+/g, ' ')
        .replace(/[.!。！]+$/, '')
        .trim();
}

export const isNoLabel = (written: string): boolean => NO_LABEL.test(written.normalize('NFKC').trim().toLowerCase());

/** The degree that a word names, alone or behind a number (`5 - very satisfied`, `positive (1)`). */
export function degreeOfWord(plain: string): Degree | undefined {
  const alone = BY_WORD.get(plain);
  if (alone) return alone;
  const withNumber =
    /^(?:\d+\s*[-–:=.)、]\s*|\d+\s+)(\D+)$/.exec(plain)?.[1] ??
    /^(\D+?)\s*[(（[]\s*[-+]?\d+\s*[)）\]]$/.exec(plain)?.[1];
  const named = withNumber === undefined ? undefined : BY_WORD.get(withNumber.trim());
  if (named) return named;
  // In two languages, or beside a number: `positive (正面)`, `负面/negative`, `1 (negative)`.
  const parts = plain.split(/\s*[()（）/]\s*/).filter((part) => part !== '' && !/^\d+$/.test(part));
  const degrees = new Set(plain.length < 40 && /[()（）/]/.test(plain) ? parts.map((part) => BY_WORD.get(part)) : []);
  return degrees.size === 1 ? [...degrees][0] : undefined;
}
