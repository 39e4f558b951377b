import { describe, expect, it } from 'vitest';
import type { PageStrings } from '../src/shared/strings/explanation-page';
import { shownExplanation, wordsOf } from '../src/panel/wording/reading';
import { textReport } from '../src/panel/wording/report';
import { attentionFinding, formedFinding, leadSentence, wordFinding } from '../src/panel/wording/sentences';
import {
  attentionTable,
  distanceTable,
  probabilityTable,
  scoreTable,
  stripTable,
  toTsv,
} from '../src/panel/wording/tables';
import { summaryOf } from '../src/panel/wording/summary';
import { phraseValues, wordValues } from '../src/panel/wording/word-values';
import { sample, SAMPLES } from './panel/samples';
import { stringsOf } from './panel/strings-of';
import { viewOf } from './panel/view-of';

const en = stringsOf('en');
const zh = stringsOf('zh-Hans');

const spaces = (text: string) => text.replaceAll('\u00a0', ' ');
const film = () => shownExplanation(viewOf(SAMPLES.film), en);
const kettle = (strings: PageStrings) => shownExplanation(viewOf(SAMPLES.kettle), strings);

describe('what the text reads as without a phrase', () => {
  const view = viewOf(SAMPLES.film);
  const strongest = view.phrases.find(({ rank }) => rank === 1)!;
  const { from, to } = strongest;
  const without = (probability: number, label: string, strings = en) => {
    const reading = shownExplanation(view, strings, [{ from, to, probability, label }]);
    return { reading, values: phraseValues(reading, reading.phrases[0], strings).map(spaces) };
  };

  it('stands among what is known of it', () => {
    expect(without(0.61, 'positive').values).toContain('without it: 81 % → 61 %');
    expect(without(0.38, 'negative').values).toContain('without it: 81 % → 38 %, changes to negative');
    expect(without(0.38, 'negative', zh).values).toContain('去掉它：81% → 38%，变为负面');
    expect(phraseValues(film(), film().phrases[0], en).join()).not.toContain('without');
  });

  it('stands in the summary of a report, if it is the strongest', () => {
    const said = (probability: number, label: string) => spaces(summaryOf(without(probability, label).reading, en));
    expect(said(0.61, 'positive')).toBe(
      ', negative 14 %, neutral 5 %. “wonderful” and “tears” support it most; “drags” and “predictable” contradict it. Without “wonderful”, the probability of positive would be 61 %.',
    );
    expect(said(0.38, 'negative')).toContain(
      'Without “wonderful”, the probability of positive would be 38 %, and the prediction would be negative.',
    );
    expect(said(0.81, 'positive')).toContain(
      'Without “wonderful”, the probability of positive would still be 81 %: something else says the same.',
    );
  });
});

describe('the sentence under the prediction', () => {
  it('names the two strongest words for and the two strongest against', () => {
    expect(leadSentence(film(), en)).toBe(
      '“wonderful” and “tears” support it most; “drags” and “predictable” contradict it.',
    );
    expect(leadSentence(shownExplanation(viewOf(SAMPLES.film), zh), zh)).toBe(
      '“wonderful”和“tears”起主要作用；“drags”和“predictable”则起相反作用。',
    );
  });

  it('speaks of a single word in the singular, and leaves out the side that is missing', () => {
    const one = sample({
      language: 'en',
      method: 'gradient-x-input',
      words: ['It', 'is', ['awful', 2], '.'],
      probabilities: { negative: 0.9, positive: 0.1 },
    });
    expect(leadSentence(shownExplanation(viewOf(one), en), en)).toBe('“awful” supports it most.');
  });

  it('counts all that support it where the two strongest make less than half of it', () => {
    const praise = ['lovely', 'superb', 'perfect', 'clean', 'charming'].flatMap((word) => [[word, 0.5] as const, ',']);
    const many = sample({
      language: 'en',
      method: 'gradient-x-input',
      words: praise,
      probabilities: { negative: 0.04, positive: 0.96 },
    });
    const said = (strings: typeof en) => leadSentence(shownExplanation(viewOf(many), strings), strings);
    expect(said(en)).toBe('“lovely”, “superb” and 3 more support it most.');
    expect(said(zh)).toBe('“lovely”、“superb”和另外 3 处共同起主要作用。');
  });

  it('does not say that words decide where they are explained for another label', () => {
    const other = {
      ...SAMPLES.film,
      target: 'negative',
      words: SAMPLES.film.words.map((w) => ({ ...w, score: -w.score })),
    };
    expect(leadSentence(shownExplanation(viewOf(other), en), en)).toBe(
      '“drags” and “predictable” support negative; “wonderful” and “tears” contradict it.',
    );
  });

  it('gives no direction for a score without one', () => {
    expect(leadSentence(kettle(en), en)).toBe('“满意” and “不错” moved the state most toward the prediction.');
    expect(leadSentence(kettle(zh), zh)).toBe('“满意”和“不错”最大程度地使隐状态移向预测结果。');
    expect(leadSentence(shownExplanation(viewOf(SAMPLES.five), en), en)).toBe(
      'The model looked most at “wonderful” and “drags”.',
    );
  });

  it('is left out where no word stands out', () => {
    expect(leadSentence(shownExplanation(viewOf(SAMPLES.flat), en), en)).toBeUndefined();
  });
});

describe('the findings of the sections', () => {
  it('count and add up the words on either side', () => {
    expect(spaces(wordFinding(film(), en))).toBe('11 words support positive (+81 points), 5 contradict it (−36).');
    expect(spaces(wordFinding(shownExplanation(viewOf(SAMPLES.film), zh), zh))).toBe(
      '11 个词支持正面（+81 个百分点），5 个词反对（−36）。',
    );
    expect(spaces(wordFinding(kettle(en), en))).toBe(
      '20 words moved the state toward the prediction (140.6 %), 5 away from it (−40.6 %).',
    );
    expect(wordFinding(shownExplanation(viewOf(SAMPLES.one), zh), zh)).toBe(
      '1 个词使隐状态移向预测结果（100.0%），没有词使其远离。',
    );
  });

  it('compare the most attended word with the uniform share', () => {
    const even = 100 / SAMPLES.film.words.length;
    const most = Math.max(...SAMPLES.film.words.map(({ attention }) => attention!)) * 100;
    const times = (most / even).toFixed(1);
    expect(attentionFinding(film(), en)).toBe(
      `“wonderful” gets ${most.toFixed(1)}\u00a0%, ${times} times the uniform share (4.0\u00a0%).`,
    );
    expect(attentionFinding(kettle(en), en)).toBeUndefined();
  });

  it('say where half of the way is done for good', () => {
    const { distance } = SAMPLES.kettle.words[21];
    expect(distance).toBeLessThan(0.5);
    expect(SAMPLES.kettle.words[20].distance).toBeGreaterThan(0.5);
    expect(formedFinding(kettle(zh), zh)).toBe(
      '读到“不错”（第 22 个词，共 26 个）时，隐状态已走完一半距离；“满意”使其移动最多（28.1%）。',
    );
  });

  it('do not follow one way where two directions were read', () => {
    const words = SAMPLES.kettle.words.map((word) => ({ ...word, distance: 0.5 }));
    expect(formedFinding(shownExplanation(viewOf({ ...SAMPLES.kettle, words }), en), en)).toBeUndefined();
  });
});

describe('the values of a word', () => {
  it('are those of the explanation, in the unit of the method', () => {
    const at = SAMPLES.film.words.findIndex(({ text }) => text === 'drags');
    expect(wordValues(film(), at, en).map(spaces)).toEqual([
      '▼ contradicts positive',
      'contribution −18 points (log-odds −0.97)',
      'rank 2 of 25',
      `attention ${(100 * SAMPLES.film.words[at].attention!).toFixed(1)} %`,
    ]);
  });

  it('say that a word is unknown', () => {
    const unknown = { ...SAMPLES.one, words: [{ ...SAMPLES.one.words[0], known: false }] };
    expect(wordValues(shownExplanation(viewOf(unknown), zh), 0, zh)).toContain('词表外');
  });
});

describe('the tables', () => {
  it('list the labels from good to bad', () => {
    expect(probabilityTable(shownExplanation(viewOf(SAMPLES.five), en), en).rows.map(([label]) => label)).toEqual([
      'Very positive',
      'Positive',
      'Neutral',
      'Negative',
      'Very negative',
    ]);
  });

  it('have a column of sides only where there are sides', () => {
    expect(stripTable(film(), en).rows[3]).toEqual(['4', 'predictable', '−14', '−0.74', '2', 'contradicts']);
    expect(stripTable(kettle(en), en).rows[24]).toEqual(['25', '满意', '28.1', '4']);
  });

  it('have points that add up to what the text is worth, and log-odds beside them', () => {
    const { rows } = scoreTable(film(), film().phrases, en);
    expect(rows[0]).toEqual(['1', 'wonderful', '+36', '+1.72']);
    const number = (text: string) => Number(text.replace('−', '-'));
    const odds = rows.reduce((sum, row) => sum + number(row[3]), 0);
    expect(odds).toBeCloseTo(
      SAMPLES.film.words.reduce((sum, { score }) => sum + score, 0),
      1,
    );
  });

  it('have weights that add up to 100 %', () => {
    const weights = attentionTable(film(), film().words, en).rows.map((row) => Number(row[2]));
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(100, 0);
  });

  it('start the way at the empty text', () => {
    const { rows } = distanceTable(kettle(en), en);
    expect(rows[0]).toEqual(['0', 'empty text', '100.00']);
    expect(rows[26][2]).toBe('0.00');
  });

  it('copy as TSV, one line a row, whatever stands in a word', () => {
    const table = { head: ['a', 'b'], numeric: [false, false], rows: [['x\ty', 'line\r\nbreak']] };
    expect(toTsv(table)).toBe('a\tb\nx y\tline break\n');
  });
});

it('the report says prediction, sentence, probabilities, text and phrases', () => {
  const text = spaces(textReport(film(), en));
  expect(text).toMatch(/^Positive 81 %\n“wonderful” and “tears” support it most/);
  expect(text).toContain('Positive 81 %, Neutral 5 %, Negative 14 %');
  expect(text).toContain(SAMPLES.film.text);
  expect(text).toContain('1\twonderful\t+36\t+1.72');
  const { view } = film();
  const named = { ...view, model: { ...view.model!, name: 'en-lstm', language: 'en', architecture: 'lstm' } } as const;
  expect(textReport({ ...film(), view: named }, en)).toContain('Model: LSTM. ');
});

describe('what is highlighted', () => {
  it('is a phrase with its words, named without what carries nothing', () => {
    const { highlights } = film();
    expect(highlights.map(({ text }) => text)).toEqual(['predictable', 'drags', 'wonderful', 'moved', 'tears']);
    expect(wordsOf({ from: 3, to: 6 })).toBe('3 4 5');
  });

  it('never has a sign, a number alone or a word out of vocabulary among what is ranked', () => {
    const names = film().phrases.map(({ text }) => text);
    expect(names).not.toContain(',');
    expect(names).not.toContain('.');
    expect(new Set(film().phrases.map(({ rank }) => rank)).size).toBe(names.length);
  });

  it('is named by no finding where it is a sign', () => {
    const comma = SAMPLES.film.words.findIndex(({ text }) => text === ',');
    const words = SAMPLES.film.words.map((word, at) => ({ ...word, attention: at === comma ? 0.5 : 0.02 }));
    expect(attentionFinding(shownExplanation(viewOf({ ...SAMPLES.film, words }), en), en)).not.toContain('“,”');
  });
});
