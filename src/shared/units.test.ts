import { describe, expect, test } from 'vitest';
import { unitsOf } from './units';

type Scored = readonly (readonly [text: string, score: number, known?: boolean])[];

/** What each unit highlights; words are beside each other with one space, or none in Chinese. */
function shown(scored: Scored, phrases?: readonly (readonly [from: number, to: number])[], gap = ' '): string[] {
  let at = 0;
  const words = scored.map(([text, score, known = true]) => {
    const start = at;
    at += text.length + gap.length;
    return { text, start, end: start + text.length, score, known };
  });
  const spans = phrases?.map(([from, to]) => ({
    start: words[from].start,
    end: words[to - 1].end,
    score: words.slice(from, to).reduce((sum, { score }) => sum + score, 0),
  }));
  return unitsOf({ words, phrases: spans, signed: true })
    .filter(({ telling }) => telling)
    .map(({ first, last }) =>
      words
        .slice(first, last)
        .map(({ text }) => text)
        .join(gap),
    );
}

describe('a unit', () => {
  test('is a phrase without the words at its ends that carry nothing', () => {
    expect(shown([['The', 0], ['kettle', 0], ['is', 0], ['disappointing', 2.2], [',', 0.01], ['awful', 1.7]], [[0, 5], [5, 6]])).toEqual(['disappointing', 'awful']); // prettier-ignore
    expect(shown([['but', 0.08], ['loved', 2], ['every', 0.3], ['minute', 0.2], ['of', 0], ['it', 0.05]], [[0, 6]])).toEqual(['loved every minute']); // prettier-ignore
  });

  test('does not begin or end with a word of grammar alone, unless that scores much', () => {
    expect(shown([['but', 0.2], ['I', 0.2], ['loved', 2], ['it', 0.2]], [[0, 4]])).toEqual(['loved']); // prettier-ignore
    expect(shown([['it', 0.9], ['was', 0.1], ['awful', 1]], [[0, 3]])).toEqual(['it was awful']); // prettier-ignore
  });

  test('is named by what it says, though a word of grammar scores more', () => {
    expect(shown([['I', -0.1], ['am', -0.6], ['so', -0.03], ['glad', -0.05], ['I', 0], ['paid', 0]], [[0, 6]])).toEqual(['I am so glad']); // prettier-ignore
    expect(
      shown(
        [
          ['moved', 0.02],
          ['me', 0.03],
          ['to', 0],
        ],
        [[0, 3]],
      ),
    ).toEqual(['moved me']);
  });

  test('never goes from one clause into the next', () => {
    expect(shown([['empty', 1], ['.', 0], ['Parking', 0.9], ['costs', 0.8]], [[0, 4]])).toEqual(['empty', 'Parking costs']); // prettier-ignore
    expect(
      shown(
        [
          ['没睡', 1],
          ['好', 1],
          ['，', 0],
          ['没', 0.2],
          ['人理', 1],
        ],
        [[0, 5]],
        '',
      ),
    ).toEqual(['没睡好', '没人理']);
  });

  test('keeps a negator with what it negates, though it or that scores little', () => {
    expect(
      shown(
        [
          ['not', 0.02],
          ['good', 2],
        ],
        [[0, 2]],
      ),
    ).toEqual(['not good']);
    expect(
      shown(
        [
          ['不', 2],
          ['推荐', 0.01],
        ],
        [[0, 2]],
        '',
      ),
    ).toEqual(['不推荐']);
    // The negator ends one phrase, and what it negates begins the next.
    expect(shown([['叫', 0.5], ['没', 1], ['人理', 1]], [[0, 2], [2, 3]], '')).toEqual(['叫', '没人理']); // prettier-ignore
    // By single words, too.
    expect(
      shown([
        ["don't", -1],
        ['recommend', 0.2],
        ['it', 0],
      ]),
    ).toEqual(["don't recommend", 'it']);
    expect(
      shown([
        ['No', 1],
        [',', 0],
        ['good', 1],
      ]),
    ).toEqual(['No', 'good']);
  });

  test('is no sign, no number, and no word out of vocabulary; emoticons and emoji are words', () => {
    expect(shown([['!!', 2], ['42', 2], ['zesty', 2, false], [':)', 2], ['👍', 2], ['fine', 2]])).toEqual([':)', '👍', 'fine']); // prettier-ignore
  });

  test('is at most eight words long, or twelve characters of Chinese', () => {
    const long: Scored = Array.from({ length: 20 }, (_, at) => ['word', at === 9 || at === 10 ? 3 : 0.2]);
    expect(shown(long, [[0, 20]])).toEqual(['word word']);
    const chinese: Scored = Array.from({ length: 8 }, (_, at) => ['很好', at === 3 ? 3 : 0.3]);
    expect(shown(chinese, [[0, 8]], '')).toEqual(['很好']);
  });
});

test.each([
  [[['功能', -0.01], ['用', 0.02], ['不了', 1.9]], [[0, 3]], ['用不了']],
  [[['账号', 0], ['登录', 0], ['不了', 3.2]], [[0, 3]], ['登录不了']],
  [[['污渍', 0.1], ['洗', -0.2], ['不', 1.4], ['干净', 0.8]], [[0, 1], [1, 2], [2, 4]], ['污渍', '洗不干净']],
  [[['手机', 0.05], ['修', 0], ['不好', 1.6]], [[0, 3]], ['修不好']],
  [[['开', 0], ['不了', 2.9], ['机', -0.3]], undefined, ['开不了', '机']],
  [[['我', 0.1], ['不', 1], ['喜欢', 1]], [[0, 3]], ['不喜欢']],
  [[['味道', 0.05], ['不好', 1.6]], [[0, 2]], ['不好']],
  [[['打不开', 2.6], ['，', 0], ['不了', 1]], undefined, ['打不开', '不了']],
] as const)('what cannot be done is one highlight with its verb: %j', (scored, phrases, expected) => {
  expect(shown(scored, phrases, '')).toEqual(expected);
}); // prettier-ignore
