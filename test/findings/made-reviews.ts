import { seededRandom, type Random } from '../../src/shared/random';

/** A part of a made text, and what it says: points for (+) or against (−). Chinese parts are cut at `|`. */
export interface Part {
  readonly text: string;
  readonly says: number;
}

export type Sentiment = 'negative' | 'neutral' | 'positive';

export interface MadeReview {
  readonly id: number;
  readonly posted: string;
  readonly product: string;
  readonly country: string;
  readonly language: 'en' | 'zh';
  readonly stars: number;
  readonly sentiment: Sentiment;
  readonly parts: readonly Part[];
}

export const PRODUCTS = ['Grinder G3', 'Kettle K2', 'Scale S1', 'Toaster T1'] as const;
/** From this month on one product is worse: what an overview must find. */
export const DROP = { product: 'Grinder G3', from: '2023-10-01' } as const;
/** What is said of it from then on: phrases that an overview must find. */
export const PLANTED = ['stopped working', 'burnt smell', 'refused a refund', '用|不了|了', '没|人|理'] as const;

const COUNTRIES = ['Norway', 'Ireland', 'Canada', 'China', 'Singapore'];
const MONTHS = 18;

/** Written as `before [what it says] after`; + and − say which way. */
const ENGLISH: Readonly<Record<Sentiment, readonly string[]>> = {
  positive: [
    'The lid [+closes perfectly].',
    'Delivery was [+quick] and the box was [+well packed].',
    '[+Great value] for the price.',
    'It [+looks beautiful] on the counter.',
    'My daughter [+loves] the colour.',
    'The handle feels [+solid], and the cord is long.',
    '[+Easy to clean] after every breakfast.',
    'Support answered the same day, [+very helpful].',
    'The motor is [+pleasantly quiet].',
    'I would [+buy it again].',
  ],
  neutral: [
    'It came in a brown box.',
    'The manual has forty pages.',
    'I use it on weekdays.',
    'We bought it for the office kitchen.',
    'The cord is one metre long.',
    'It replaced our old one from 2015.',
  ],
  negative: [
    'The lid [-does not close].',
    'Delivery took [-far too long].',
    '[-Too loud] for a small flat.',
    'The handle feels [-cheap].',
    'The price is [-not justified].',
    'The manual is [-useless].',
    'I am [-disappointed] by the colour.',
    'The cord is [-too short].',
  ],
};
const CHINESE: Readonly<Record<Sentiment, readonly string[]>> = {
  positive: [
    '外观[+很|漂亮]。',
    '质量[+很|好]，用|了|半年|没|问题。',
    '物流[+很|快]。',
    '客服[+态度|很|好]。',
    '价格[+非常|实惠]。',
    '声音|很|小，[+我|很|喜欢]。',
  ],
  neutral: ['昨天|收到|的。', '放|在|厨房|里|用。', '包装|是|纸箱。', '说明书|有|四十|页。'],
  negative: [
    '声音[-太|大]。',
    '质量[-很|差]。',
    '物流[-太|慢]。',
    '客服[-态度|很|差]。',
    '盖子[-盖|不|紧]。',
    '价格[-太|贵]。',
  ],
};
const COMPLAINTS = {
  en: [
    'The motor [-stopped working] in week three.',
    'There was a [-burnt smell] from the motor.',
    'The shop [-refused a refund].',
    'The motor [-stopped working] after a month, and the shop [-refused a refund].',
  ],
  zh: ['电机|两|周|就[-用|不了|了]。', '找|客服[-没|人|理]。', '电机|有[-烧焦|的|味道]。'],
} as const;

/** Reviews of four products in two languages over 18 months; one of them drops from one month on. Always the same. */
export function madeReviews(count: number, seed = 20): MadeReview[] {
  const random = seededRandom(seed);
  const from = Date.UTC(2023, 0, 1);
  const days = Math.round((Date.UTC(2023, MONTHS, 1) - from) / 86_400_000);
  return Array.from({ length: count }, (_, at) => {
    const day = Math.floor(((at + random()) / count) * days);
    const posted = new Date(from + day * 86_400_000).toISOString().slice(0, 10);
    const product = pick(PRODUCTS, random);
    const language = random() < 0.3 ? 'zh' : 'en';
    const isBad = product === DROP.product && posted >= DROP.from;
    const sentiment = drawn(isBad ? [0.6, 0.1, 0.3] : [0.18, 0.12, 0.7], random);
    const sentences: string[] = isBad && sentiment === 'negative' ? [pick(COMPLAINTS[language], random)] : [];
    const table = language === 'zh' ? CHINESE : ENGLISH;
    while (sentences.length < 2) sentences.push(pick(table[sentiment], random));
    // A word for the other side now and then, as people write.
    if (sentiment === 'negative' && random() < 0.25) sentences.unshift(pick(table.positive, random));
    return {
      id: at + 1,
      posted,
      product,
      country: language === 'zh' ? pick(['China', 'Singapore'], random) : pick(COUNTRIES, random),
      language,
      stars: starsOf(sentiment, random),
      sentiment,
      parts: sentences.flatMap((sentence, i) => partsOf((i > 0 && language === 'en' ? ' ' : '') + sentence)),
    };
  });
}

export const textOf = ({ parts }: Pick<MadeReview, 'parts'>): string =>
  parts.map(({ text }) => text.replaceAll('|', '')).join('');

/** The reviews as a file that a person would have. */
export function madeCsv(reviews: readonly MadeReview[]): string {
  const cell = (value: string | number) =>
    /[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : value;
  const lines = reviews.map((one) =>
    [one.id, one.posted, one.product, one.country, one.stars, textOf(one)].map(cell).join(','),
  );
  return `id,posted,product,country,stars,review\n${lines.join('\n')}\n`;
}

function partsOf(sentence: string): Part[] {
  return [...sentence.matchAll(/\[([+-])([^\]]*)\]|([^[]+)/g)].map(([, sign, said, plain]) =>
    sign === undefined ? { text: plain, says: 0 } : { text: said, says: sign === '+' ? 1 : -1 },
  );
}

const pick = <T>(from: readonly T[], random: Random): T => from[Math.floor(random() * from.length)];

function drawn([negative, neutral]: readonly number[], random: Random): Sentiment {
  const at = random();
  return at < negative ? 'negative' : at < negative + neutral ? 'neutral' : 'positive';
}

/** Now and then people give other stars than they write. */
function starsOf(sentiment: Sentiment, random: Random): number {
  const meant = random() < 0.05 ? pick(['negative', 'neutral', 'positive'] as const, random) : sentiment;
  return { negative: random() < 0.6 ? 1 : 2, neutral: 3, positive: random() < 0.7 ? 5 : 4 }[meant];
}
