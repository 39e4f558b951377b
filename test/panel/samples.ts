import type { Explanation } from '../../src/shared/explanation';
import type { Method } from '../../src/shared/methods';
import type { Language } from '../../src/shared/languages';

/** A word and its score; a word that stands alone has none. */
type Scored = readonly [text: string, score: number] | string;

interface SampleParts {
  readonly language: Language;
  readonly method: Method;
  readonly words: readonly Scored[];
  readonly probabilities: Readonly<Record<string, number>>;
  readonly attention?: boolean;
  readonly warnings?: Explanation['warnings'];
}

/** An explanation of our own making: no model stands behind its figures, but they are of the right kind. */
export function sample({
  language,
  method,
  words: scored,
  probabilities,
  attention,
  warnings,
}: SampleParts): Explanation {
  const pairs = scored.map((each): readonly [string, number] => (typeof each === 'string' ? [each, 0] : each));
  const weights = pairs.map(([, score]) => 0.02 + Math.abs(score) ** 1.2);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const signed = method === 'gradient-x-input';
  const total = pairs.reduce((sum, [, score]) => sum + score, 0);
  let text = '';
  let left = 1;
  const words = pairs.map(([word, raw], index) => {
    if (language === 'en' && index > 0 && /^[\w'“]/.test(word)) text += ' ';
    const start = text.length;
    text += word;
    const share = weights[index] / whole;
    const score = method === 'attention' ? share : method === 'state-distance' ? raw / total : raw;
    left -= method === 'state-distance' ? score : share;
    return {
      text: word,
      start,
      end: text.length,
      score,
      known: raw !== 0 || word.length < 3,
      ...((attention ?? method === 'attention') && { attention: share }),
      ...(method === 'state-distance' && { distance: Math.abs(left) }),
    };
  });
  const label = Object.keys(probabilities).reduce((a, b) => (probabilities[b] > probabilities[a] ? b : a));
  return {
    text,
    language,
    model: `${language}-sample`,
    method,
    signed,
    target: label,
    baseline: signed ? 'zero embedding' : 'empty state',
    label,
    probabilities,
    words,
    milliseconds: 41.3,
    warnings: warnings ?? [],
  };
}

const FILM: readonly Scored[] = [
  'The', ['plot', -0.08], 'is', ['predictable', -0.74], 'and', 'the', ['first', -0.05], ['hour', -0.09],
  ['drags', -0.97], ',', ['but', 0.31], 'the', ['two', 0.06], ['leads', 0.14], ['are', 0.08], ['wonderful', 1.72],
  ['and', 0.09], 'the', ['last', 0.05], ['scene', 0.1], ['moved', 0.6], ['me', 0.09], 'to', ['tears', 0.7], '.',
]; // prettier-ignore

const KETTLE: readonly Scored[] = [
  ['水壶', 0.04], ['颜值', 0.1], ['很高', 0.12], ['，', 0.02], ['烧水', 0.06], ['也', 0.03], ['快', 0.09], ['，', 0.01],
  ['就是', -0.07], ['壶盖', 0.02], ['有点', -0.05], ['松', -0.1], ['，', 0.01], ['倒水', 0.03], ['时', 0], ['容易', -0.03],
  ['漏', -0.14], ['，', 0.02], ['客服', 0.05], ['态度', 0.07], ['倒是', 0.05], ['不错', 0.17], ['，', 0.02], ['总体', 0.08],
  ['满意', 0.27], ['。', 0.09],
]; // prettier-ignore

const COFFEE =
  'The coffee shop by the station opened again last week , and I went in on my way home . The new owner smiled , ' +
  'took her time , and made the best flat white I have had in years . The chairs are still hard and the music is a ' +
  'little loud , yet nobody seemed to mind . I read two chapters of a book that I had nearly given up on .';

/** 300 words. */
const LONG: readonly Scored[] = Array.from({ length: 300 }, (_, index): Scored => {
  const words = COFFEE.split(' ');
  const wave = Math.sin(index * 12.9898) * 43758.5453;
  const noise = wave - Math.floor(wave) - 0.42;
  return [words[index % words.length], Number((noise ** 3 * 6).toFixed(3))];
});

export const SAMPLES = {
  film: sample({
    language: 'en',
    method: 'gradient-x-input',
    words: FILM,
    probabilities: { negative: 0.14, neutral: 0.05, positive: 0.81 },
    attention: true,
  }),
  kettle: sample({
    language: 'zh',
    method: 'state-distance',
    words: KETTLE,
    probabilities: { negative: 0.22, positive: 0.78 },
  }),
  five: sample({
    language: 'en',
    method: 'attention',
    words: FILM,
    probabilities: {
      'very negative': 0.02,
      negative: 0.09,
      neutral: 0.13,
      positive: 0.51,
      'very positive': 0.25,
    },
    warnings: [{ code: 'unknown-words', percent: 38, message: '38 % of the words are unknown to this model.' }],
  }),
  long: sample({
    language: 'en',
    method: 'gradient-x-input',
    words: LONG,
    probabilities: { negative: 0.62, positive: 0.38 },
    attention: true,
  }),
  longDistance: sample({
    language: 'en',
    method: 'state-distance',
    words: LONG.map((each): Scored => [each[0], Math.abs(Number(each[1])) + 0.01]),
    probabilities: { negative: 0.62, positive: 0.38 },
  }),
  one: sample({
    language: 'zh',
    method: 'state-distance',
    words: [['棒', 1]],
    probabilities: { negative: 0.03, positive: 0.97 },
  }),
  neutral: sample({
    language: 'en',
    method: 'gradient-x-input',
    words: [
      ['It', 0.02], ['arrived', 0.21], ['on', 0.04], ['Tuesday', 0.33], ['and', -0.02], ['it', 0.01], ['works', -0.29], '.',
      ['See', 0.05], ['https://example.org/a-rather-long-address/with-parts/and-a-query?of=some&length=to-wrap', 0.12],
    ], // prettier-ignore
    probabilities: { negative: 0.21, neutral: 0.45, positive: 0.34 },
  }),
  flat: sample({
    language: 'en',
    method: 'gradient-x-input',
    words: [['A', 0.004], ['note', 0.012], ['about', -0.01], ['the', 0.003], ['meeting', 0.02], '.'],
    probabilities: { negative: 0.18, neutral: 0.52, positive: 0.3 },
  }),
} satisfies Record<string, Explanation>;

export type SampleName = keyof typeof SAMPLES;
