import { describe, expect, test } from 'vitest';
import { classOfDegree, type Degree } from './degree';
import { labelMeaning } from './label-meaning';
import { parseLabelMapping } from './label-mapping';

/** Signs for degrees, so that a column stands on one line: `--`, `-`, `0`, `+`, `++`, and `?` where nothing is understood. */
const SIGNS: Readonly<Record<string, Degree | undefined>> = {
  '--': 'very negative',
  '-': 'negative',
  '0': 'neutral',
  '+': 'positive',
  '++': 'very positive',
  '?': undefined,
};

const meant = (column: string, values: readonly string[]) => {
  const meaning = labelMeaning(column, values);
  return values.map((value) => Object.keys(SIGNS).find((sign) => SIGNS[sign] === meaning.degree(value)));
};

test.each<[string, string, string]>([
  ['label', 'Positive| NEGATIVE |neutral ', '+|-|0'],
  ['label', 'pos|neg|neu', '+|-|0'],
  ['label', 'P|N|NEU', '+|-|0'],
  ['polarity', 'P+|N+|NEU|P', '++|--|0|+'],
  ['polarity', 'P|N|NONE|mixed', '+|-|?|0'],
  ['label', 'n|p|negative', '-|+|-'],
  ['label', 'class N|class P', '-|+'],
  // Letters among letters are names of classes.
  ['label', 'class A|class B|class N|class P', '?|?|?|?'],
  ['label', 'A|N|P', '?|?|?'],
  ['grade', 'N (1)|O (2)|P (3)', '?|?|?'],
  ['label', 'n|p|negative|other', '?|?|-|?'],
  ['label', '0|1', '-|+'],
  ['label', '0|2|4', '-|0|+'],
  ['target', '0|4', '-|+'],
  ['label', '0|1|2', '-|0|+'],
  ['label', '0|1|2|3|4', '--|-|0|+|++'],
  ['label', '-2|-1|0|1|2', '--|-|0|+|++'],
  ['label', '-1|0|1', '-|0|+'],
  ['label', '−1|+1', '-|+'],
  ['compound', '-0.62|0.01|0.8', '-|0|+'],
  ['label', '1|2', '-|+'],
  ['stars', '1|2', '--|-'],
  ['Sterne', '5|1|3', '++|--|0'],
  ['star_rating', '2|1|3', '-|--|0'],
  ['rating', '1.5|2.5|3.0|3.5|4.5|5.0', '-|-|0|+|+|++'],
  ['bewertung', '4,5|1,0|3,0', '+|--|0'],
  ['Your rating', '5|1', '++|--'],
  ['How would you rate the event?', '5|4|3|2|1', '++|+|0|-|--'],
  ['rating', '1|5|6|10', '--|0|0|++'],
  ['rating (1-10)', '2|3', '--|-'],
  ['rating', '0|5|4', '?|++|+'],
  ['score', '10|50|90', '--|0|++'],
  ['score', '1523|12|88', '?|?|?'],
  ['score', '0|1', '-|+'],
  ['label', '1', '?'],
  ['label', '0|1|2|3', '?|?|?|?'],
  ['label', '5 stars|1 star|3 Stars', '++|--|0'],
  ['rating', '4/5|1/5|3/5', '+|--|0'],
  ['rating', '9/10|5/10|0/10', '++|0|--'],
  ['rating', '5.0 out of 5 stars|2.0 out of 5 stars', '++|-'],
  ['stars', '★★★|★☆☆☆☆|★★★★★|⭐⭐⭐⭐', '0|--|++|+'],
  ['rating', '80%|20 %|50%', '+|-|0'],
  ['vote', '👍|👎', '+|-'],
  ['vote', 'Thumbs up|thumbs_down', '+|-'],
  ['label', 'LABEL_0|LABEL_1', '-|+'],
  ['label', 'LABEL_0|LABEL_1|LABEL_2', '-|0|+'],
  ['label', '__label__positive|__label__negative', '+|-'],
  ['label', '[\'negative\']|["positive"]', '-|+'],
  ['label', 'True|False', '+|-'],
  ['recommended', 'yes|no', '+|-'],
  ['voted_up', 'true|false', '+|-'],
  ['is_negative', 'true|false', '-|+'],
  ['is_negative', '1|0', '-|+'],
  ['verified', 'true|false', '?|?'],
  [
    'satisfaction',
    'Very satisfied|Somewhat satisfied|Neither satisfied nor dissatisfied|Dissatisfied|Very dissatisfied',
    '++|+|0|-|--',
  ],
  ['answer', 'Strongly agree|Agree|Neither agree nor disagree|Disagree|Strongly disagree', '++|+|0|-|--'],
  ['q', '5 - Very satisfied|1 - Very dissatisfied', '++|--'],
  ['quality', 'Excellent|Good|Average|Poor|Very poor', '++|+|0|-|--'],
  ['How likely are you to recommend us?', '10|7|3', '+|0|-'],
  ['评价', '好评|差评|中评', '+|-|0'],
  ['满意度', '非常满意|满意|一般|不满意|非常不满意', '++|+|0|-|--'],
  ['情感', '正面|负面|中性', '+|-|0'],
  ['情感倾向', '正向|負面|积极|消极', '+|-|+|-'],
  ['推荐', '推荐|不推荐', '+|-'],
  ['豆瓣', '力荐|推荐|还行|较差|很差', '++|+|0|-|--'],
  ['是否推荐', '是|否', '+|-'],
  ['星级', '五星|一星|3星', '++|--|0'],
  // Below adverbs.
  ['mood', 'extremely happy|not at all happy|not so good|not bad|a bit unhappy|quite good', '++|-|-|?|-|+'],
  ['ease', 'very easy|somewhat difficult|not easy at all|neither easy nor difficult', '++|-|-|0'],
  ['满意度', '十分满意|基本满意|不太满意|相当不满意|还算满意|不怎么样', '++|+|-|--|+|-'],
  ['评价', '超赞|很棒|较差|还不错|还好|特别差', '++|++|-|+|0|--'],
  ['満足度', '大変満足|やや満足|どちらとも言えない|やや不満|とても悪い', '++|+|0|-|--'],
  ['만족도', '매우 만족|보통|매우 불만족', '++|0|--'],
  ['label', 'позитив|очень плохо|нейтрально|не очень хорошо', '+|--|0|-'],
  ['zufriedenheit', 'sehr gut|eher schlecht|nicht zufrieden|teils/teils', '++|-|-|0'],
  // Halves, skins, bubbles.
  ['rating', '4½|1 1/2|3', '+|-|0'],
  ['stars', '0.5 stars|4.5 stars|0 stars', '--|+|?'],
  ['rating', 'bubble_50|bubble_15|ui_bubble_rating bubble_30', '++|-|0'],
  ['vote', '👍🏽|👎🏿', '+|-'],
  ['rating', '❤️❤️❤️❤️❤️|❤️|❤️❤️❤️', '++|--|0'],
  ['reaction', '❤️|👎', '+|-'],
  ['stars', '🌟🌟🌟🌟|🌟', '+|--'],
  ['rating', 'five out of five|two out of five', '++|-'],
  ['标签', '积极的|消极的|中立的', '+|-|0'],
  ['评价', '满意 Satisfied|不满意 Dissatisfied', '+|-'],
  ['Score (NPS)', '9|7|3', '+|0|-'],
  ['Was this helpful?', 'Yes|No', '+|-'],
  ['Would you buy from us again?', 'Yes|No', '+|-'],
  ['Did you call us?', 'Yes|No', '?|?'],
  // −1 in every row is what test sets have for rows without a label.
  ['label', '-1', '?'],
  ['label', '-1|1', '-|+'],
  ['label', 'joy|anger', '?|?'],
  ['label', 'positive|irrelevant', '+|?'],
])('%s: %s', (column, values, signs) => {
  expect(meant(column, values.split('|'))).toEqual(signs.split('|'));
});

test('what is missing is no label, and hides no scale', () => {
  const meaning = labelMeaning('label', ['0', '1', '', 'N/A', 'nan']);
  expect(['0', '1', '', 'N/A'].map((value) => meaning.degree(value))).toEqual([
    'negative',
    'positive',
    undefined,
    undefined,
  ]);
});

test('degrees fall together where the models do not tell them apart', () => {
  expect(classOfDegree('very negative')).toBe('negative');
  expect(classOfDegree('very negative', ['very negative', 'negative', 'positive'])).toBe('very negative');
  expect(classOfDegree('neutral', ['negative', 'positive'])).toBeUndefined();
});

describe('what a person says', () => {
  test('comes first', () => {
    const meaning = labelMeaning('label', ['1', '2', 'A'], parseLabelMapping('1=positive, a = Very Negative,2='));
    expect(['1', ' a', '2'].map((value) => meaning.degree(value))).toEqual(['positive', 'very negative', undefined]);
  });

  test.each(['1', '=negative', '1=bad'])('%s is wrong usage', (said) => {
    expect(() => parseLabelMapping(said)).toThrow(/VALUE=LABEL/);
  });
});
