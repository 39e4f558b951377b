import { describe, expect, it } from 'vitest';
import { askedAgain } from '../src/panel/explanation/parts/asked-again';
import { accuracyCheck } from '../src/panel/wording/accuracy';
import { agreementFinding, agreementTable, comparedFinding, leftOut } from '../src/panel/wording/agreement';
import { historyFinding, historyTable, measuredSentences, trainedSentences } from '../src/panel/wording/card';
import {
  changeParts,
  changesFinding,
  changesNotes,
  suggestedChanges,
  changesTable,
} from '../src/panel/wording/changes';
import { shownExplanation } from '../src/panel/wording/reading';
import { gatesFinding, gatesTable, runningFinding, runningTable, turningOf } from '../src/panel/wording/running';
import { phraseSum, sumsTable } from '../src/panel/wording/sums';
import { checksOf, deletionFinding, deletionTable, trustLevel, trustSentence } from '../src/panel/wording/trust';
import { CARD, figuresOf } from './panel/figures';
import { sample, SAMPLES } from './panel/samples';
import { stringsOf } from './panel/strings-of';
import { viewOf } from './panel/view-of';

const figures = figuresOf(SAMPLES.film);
const { trust, trace, counterfactuals, agreement } = figures;
const spaces = (text: string) => text.replaceAll('\u00a0', ' ');

const en = stringsOf('en');
const zh = stringsOf('zh-Hans');
const film = () => shownExplanation(viewOf(SAMPLES.film), en);

describe('how reliable it is', () => {
  const said = (changes: Partial<typeof trust.reading>, strings = en) =>
    spaces(trustSentence(film(), { ...trust, reading: { ...trust.reading, ...changes } }, strings));

  it('counts the highlights that one sees, and compares with random words', () => {
    const highlighted = { from: 0.97, to: 0.31, randomTo: 0.93 };
    expect(film().highlights.filter(({ direction }) => direction === 'for')).toHaveLength(3);
    expect(film().highlights).toHaveLength(5);
    expect(said(highlighted)).toBe(
      'Without the 3 highlighted phrases that support it: 97 % → 31 %. Without as many random words: 97 % → 93 %.',
    );
    expect(said(highlighted, zh)).toBe('去掉支持它的 3 个高亮短语：97% → 31%。随机去掉同样多的词：97% → 93%。');
    expect(said({ words: [] })).toBe('No phrase moves it by more than 3 points, so nothing is highlighted.');
    expect(trustSentence(film(), { ...trust, words: 0 }, en)).toBe(
      'The model uses no word of this text: nothing can be checked.',
    );
    const one = shownExplanation(viewOf(SAMPLES.one), en);
    expect(spaces(trustSentence(one, { ...trust, reading: { ...trust.reading, ...highlighted } }, en))).toMatch(
      /^Without the highlighted phrase: 97 % → 31 %\./,
    );
  });

  it('says of another class that all highlights contradict it, not that there are none', () => {
    const text = sample({
      language: 'en',
      method: 'gradient-x-input',
      words: ['so', ['bad', -2], '.'],
      probabilities: { negative: 0.9, positive: 0.1 },
    });
    const shown = shownExplanation(viewOf({ ...text, target: 'positive' }), en);
    expect(shown.highlights.map(({ direction }) => direction)).toEqual(['against']);
    const none = { ...trust, target: 'positive', reading: { ...trust.reading, words: [] } };
    const [check] = checksOf(shown, { trust: none }, en);
    expect(check).toEqual({
      good: false,
      title: 'No phrase that stands out supports positive',
      detail: 'All that is highlighted contradicts it.',
    });
    expect(checksOf(shown, { trust: none }, zh)[0].title).toBe('没有突出的短语支持正面');
  });

  it('has a level only when every check was made, by how many of them hold', () => {
    const right = { ...CARD, measured: [{ data: 'Film reviews, held-out set', n: 90, accuracy: 0.91, macroF1: 0.9 }] };
    const whole = { ...figures, card: { ...right, measured: [{ ...right.measured[0], data: 'Treebank, held out' }] } };
    const level = (changes: object) => trustLevel(film(), { ...whole, ...changes }, en);
    expect(level({})).toBe('Reliable');
    expect(level({ agreement: undefined })).toBeUndefined();
    expect(level({ trust: undefined })).toBeUndefined();
    const weak = { ...trust, reading: { ...trust.reading, to: 0.7, randomTo: 0.72 } };
    expect(level({ trust: weak })).toBe('Mostly reliable');
    const first = agreement.methods.map((each, index) => ({ ...each, top: [index] }));
    expect(level({ trust: weak, agreement: { ...agreement, methods: first } })).toBe('Not reliable');
    const alone = shownExplanation(viewOf(SAMPLES.kettle), en);
    expect(trustLevel(alone, { trust }, en)).toBe('Reliable');
  });

  it('says which checks hold', () => {
    expect(checksOf(film(), figures, en).map(({ good, title }) => [good, title])).toEqual([
      [true, 'The highlighted phrases drive the prediction'],
      [true, 'Other methods agree'],
      [false, 'The model can be wrong'],
    ]);
    expect(checksOf(film(), { agreement }, en)[0].detail).toBe('6 of 7 methods rank “wonderful” first.');
    expect(checksOf(film(), {}, en)).toEqual([]);
  });

  it('quotes the accuracy on the nearest kind of text, or from where to where', () => {
    const measured = [
      { data: 'Everyday sentences, held-out set', n: 844, accuracy: 0.759, macroF1: 0.7 },
      { data: 'Contrast pairs, held-out set', n: 328, accuracy: 0.2, macroF1: 0.6 },
      { data: 'Large Movie Review Dataset, test half', n: 15048, accuracy: 0.912, macroF1: 0.9 },
      { data: 'Stanford Sentiment Treebank, dev sentences', n: 1101, accuracy: 0.648, macroF1: 0.6 },
    ];
    const detail = (text: string, data = measured) => {
      const model = film();
      const view = { ...model.view, explanation: { ...model.view.explanation, text } };
      return spaces(accuracyCheck({ ...model, view }, { ...CARD, measured: data }, en)?.detail ?? 'none');
    };
    expect(detail('The plot is thin, but the actors carry the film.')).toBe(
      'On sentences about films its accuracy is 65 % (1,101 held-out texts).',
    );
    expect(detail('We had to wait again.')).toBe('On everyday sentences its accuracy is 76 % (844 held-out texts).');
    expect(detail('The room at the hotel was clean.')).toBe(
      'Its accuracy is 65–91 % by kind of text; it was measured on none like this one.',
    );
    expect(detail('The room at the hotel was clean.', measured.slice(0, 1))).toBe(
      'Its accuracy is 76 % on everyday sentences; it was not measured on texts like this one.',
    );
    expect(detail('We had to wait again.', [])).toBe('none');
  });

  it('has the whole curve as a table; random words only where they were measured', () => {
    const { rows } = deletionTable(trust, en);
    expect(rows).toHaveLength(26);
    expect(rows[0]).toEqual(['0', '81.0', '81.0', '81.0', '81.0']);
    expect(rows[1].slice(2)).toEqual(['', '', '']);
    const [mean, low, high] = rows[12].slice(2).map(Number);
    expect(low).toBeLessThan(mean);
    expect(high).toBeGreaterThan(mean);
  });

  it('says in words how far random orders are apart', () => {
    expect(spaces(deletionFinding(trust, en))).toBe(
      'Without 4 words positive has 16 %, without as many random ones 72 % (in 8 of 10 random orders: 66 % to 78 %).',
    );
    expect(spaces(deletionFinding(trust, zh))).toMatch(/十种随机顺序中有八种在 66% 到 78% 之间/);
  });
});

describe('the prediction word by word', () => {
  const prefixes = (...p: number[]) => ({
    ...trace,
    prefixes: p.map((positive, at) => ({ words: at + 1, probabilities: { negative: 1 - positive, positive } })),
  });

  it('turns at the word after which the prediction leads for good', () => {
    expect(turningOf(prefixes(0.6, 0.3, 0.2, 0.7, 0.9), 'positive')).toEqual({ turn: 3, low: 2 });
    expect(turningOf(prefixes(0.6, 0.7), 'positive')).toEqual({});
    expect(turningOf(prefixes(0.2, 0.3, 0.6), 'positive')).toEqual({ turn: 2, low: 0 });
  });

  it('is told in a sentence or two', () => {
    const words = { ...film(), words: film().words.slice(0, 5) };
    expect(spaces(runningFinding(words, prefixes(0.6, 0.3, 0.2, 0.7, 0.9), en))).toBe(
      'Positive is least likely after “is” (20 %). “predictable” turns it positive, and it stays so.',
    );
    expect(runningFinding(words, prefixes(0.6, 0.7), zh)).toBe('从第一个词起就预测为正面。');
  });

  it('has a row a word in its tables, with a column a label and a gate', () => {
    expect(runningTable(film(), trace, en).rows.at(-1)).toEqual(['25', '.', '81.0', '5.0', '14.0']);
    const [layer] = trace.layers;
    expect(gatesTable(film(), layer, en).rows[1]).toEqual([
      '2',
      'plot',
      ...[layer.input, layer.forget, layer.output].map((row) => row[1].toFixed(3)),
      layer.cellNorm[1].toFixed(2),
    ]);
    const said = SAMPLES.film.words.filter(({ text, known }) => known && /\w/.test(text));
    const input = (word: (typeof said)[number]) => layer.input[SAMPLES.film.words.indexOf(word)];
    const most = said.reduce((best, word) => (input(word) > input(best) ? word : best));
    expect(gatesFinding(film(), layer, en)).toContain(`“${most.text}”`);
  });
});

describe('what would change the prediction', () => {
  it('suggests what a person would write, tells the fewest words to remove, and says what was proven', () => {
    expect(suggestedChanges(counterfactuals).map(({ to }) => to)).toEqual(['forgettable']);
    expect(spaces(changesFinding(film(), counterfactuals, en))).toBe(
      '“wonderful” → “forgettable” makes it negative (79 %).',
    );
    const removal = { ...counterfactuals, replacements: { found: [], tried: 3 } };
    expect(spaces(changesFinding(film(), removal, en))).toBe(
      'Without “wonderful” and “tears” it becomes negative (62 %).',
    );
    const without = 'Without “wonderful” and “tears” it becomes negative (62 %).';
    expect(suggestedChanges(removal)).toEqual([]);
    expect(changesNotes(film(), counterfactuals, en).map(spaces)).toEqual([
      `${without} Minimal: every choice of fewer words was tried (351 in all).`,
    ]);
    const beam = { ...counterfactuals, removals: { ...counterfactuals.removals, proven: false } };
    expect(changesNotes(film(), beam, en).map(spaces)).toEqual([
      `${without} Perhaps not minimal: not every choice of words was tried (351 were).`,
    ]);
    const [row] = changesTable(film(), counterfactuals, en).rows;
    expect(row.map(spaces)).toEqual(['“wonderful” → “forgettable”', 'Negative 79 %', '81 % → 21 %']);
  });

  it('names edits that touch as one, without the marks around them', () => {
    const explanation = sample({
      language: 'zh',
      method: 'gradient-x-input',
      words: [['味道', 0], ['也', 0.1], ['不错', 0.9], ['，', 0], ['孩子', 0], ['喜欢', 0.2], ['，', 0], ['不', -0.1], ['推荐', 0.2]],
      probabilities: { negative: 0.3, positive: 0.7 },
    }); // prettier-ignore
    const reading = shownExplanation(viewOf(explanation), zh);
    const edits = [
      { start: 2, end: 3, newText: '却' },
      { start: 3, end: 5, newText: '很差' },
      { start: 5, end: 6, newText: '，但' },
      { start: 11, end: 14, newText: '推荐' },
    ];
    const found = {
      ...{ words: [1, 2, 3, 7, 8], edits, label: 'negative', probabilities: { negative: 0.66, positive: 0.34 } },
      ...{ from: '也 … 不错 … ， … 不推荐', to: '却 … 很差 … ，但 … 推荐' },
    };
    const several = { ...counterfactuals, label: 'positive', replacements: { found: [found], tried: 9 } };
    expect(changesFinding(reading, several, zh)).toBe('“也不错 … 不推荐” → “却很差，但 … 推荐”，预测变为负面（66%）。');
    expect(changeParts(explanation.text, edits).slice(1, 3)).toEqual([
      { kind: 'gone', text: '也不错，' },
      { kind: 'new', text: '却很差，但' },
    ]);
  });

  it('shows the text around a change, and what goes and comes', () => {
    const text = 'The plot is predictable and the first hour drags, but the two leads are wonderful.';
    const [start, end] = [text.indexOf('wonderful'), text.indexOf('wonderful') + 9];
    expect(changeParts(text, [{ start, end, newText: 'dull' }])).toEqual([
      { kind: 'same', text: '… but the two leads are ' },
      { kind: 'gone', text: 'wonderful' },
      { kind: 'new', text: ' dull' },
      { kind: 'same', text: '.' },
    ]);
    const is = text.indexOf('is predictable');
    expect(changeParts(text, [{ start: is, end: is + 2, newText: 'is not' }]).slice(1, 3)).toEqual([
      { kind: 'same', text: 'is' },
      { kind: 'new', text: ' not' },
    ]);
    expect(changeParts('很好', [{ start: 0, end: 0, newText: '不' }])).toEqual([
      { kind: 'new', text: '不' },
      { kind: 'same', text: '很好' },
    ]);
  });

  it('says that nothing was found', () => {
    const none = { found: [], tried: 40 };
    const nothing = { ...counterfactuals, removals: { ...none, proven: false }, replacements: none };
    expect(changesFinding(film(), nothing, en)).toBe('No change was found that makes it anything but positive.');
    expect(changesNotes(film(), nothing, en)).toEqual([
      'No removal that changes the prediction was found; 40 were tried, not all.',
      'No other wording that makes sense changes the prediction; 40 were tried.',
    ]);
    const untried = { ...nothing, replacements: { found: [], tried: 0 } };
    expect(changesNotes(film(), untried, en)[1]).toBe('No other wording that makes sense was found to try.');
  });
});

it('the phrase on which methods differ most is none that nearly all of them put first', () => {
  const names = ['gradient-x-input', 'integrated-gradients', 'occlusion', 'attention'] as const;
  const tops = [
    [14, 7, 3],
    [14, 3, 7],
    [14, 7, 20],
    [7, 3, 20],
  ];
  const methods = names.map((method, at) => ({ ...agreement.methods[0], method, top: tops[at] }));
  const said = comparedFinding(film(), { ...agreement, methods }, en);
  expect(said).toMatch(/^Mean rank correlation .*; they differ most on “\w+”\.$/);
  expect(said).not.toContain(film().words[14].text);
});

it('the methods’ agreement names the best and the worst pair, and who was not asked', () => {
  expect(agreementFinding(agreement, en)).toBe(
    'Gradient × input and integrated gradients agree most (0.92), gradient × input and attention × norm least (−0.13).',
  );
  expect(leftOut(agreement, en)).toBe('Not asked: Shapley values (the text is too long for it).');
  const { rows } = agreementTable(agreement, SAMPLES.film.words, en);
  expect(rows).toHaveLength(7 + 21);
  expect(rows[1]).toEqual(['Gradient × input', 'Integrated gradients', '0.92', '100', '']);
});

it('the card is told in full, with its training', () => {
  expect(trainedSentences(CARD, en)).toEqual([
    'Reviews of films, written for this test: 96,000 rows (without those held out)',
    'Short judgements: 4,000 rows',
    '100,000 texts of up to 200 words in all',
  ]);
  expect(measuredSentences(CARD, en)[1]).toBe(
    'accuracy 0.910, macro-F1 0.910 on 312 rows of pairs held out; both of a pair right 0.850 (156 pairs)',
  );
  expect(spaces(historyFinding(CARD, en))).toBe('Validation accuracy 85 % after 5 epochs; best in epoch 4 (86 %).');
  expect(historyFinding({ ...CARD, history: [] }, en)).toBe('Its card keeps no training history.');
  expect(historyTable(CARD, en).rows[3]).toEqual(['4', '0.3100', '0.3850', '0.8500', '0.8600', '0.001']);
});

describe('sums', () => {
  it('of a phrase say what supports and contradicts it', () => {
    expect(spaces(phraseSum(film(), { from: 8, to: 11 }, en))).toBe(
      '“drags, but” (3 words): −12 points; supporting +6, contradicting −18.',
    );
    expect(spaces(phraseSum(film(), { from: 8, to: 9 }, en))).toBe('“drags”: −18 points');
    expect(phraseSum(shownExplanation(viewOf(SAMPLES.kettle), zh), { from: 24, to: 26 }, zh)).toBe(
      '“满意。”（2 个词）：37.5%',
    );
  });

  it('of sentences add up to that of all words', () => {
    const neutral = shownExplanation(viewOf(SAMPLES.neutral), en);
    const { rows } = sumsTable(neutral, en);
    const all = neutral.words.reduce((sum, { points = 0 }) => sum + points, 0);
    const total = rows.reduce((sum, row) => sum + Number(row[2].replace('−', '-')), 0);
    expect(Math.abs(total - all)).toBeLessThanOrEqual(rows.length / 2);
  });
});

it('asking again keeps the labels that were asked for, and drops what cannot be', () => {
  const { film: positive } = SAMPLES;
  expect(askedAgain(positive, {})).toEqual({});
  expect(askedAgain({ ...positive, target: 'neutral' }, {})).toEqual({ target: 'neutral' });
  const rather = { ...positive, against: 'neutral' };
  expect(askedAgain(rather, {})).toEqual({ target: 'positive', against: 'neutral' });
  expect(askedAgain(rather, { against: undefined })).toEqual({ target: 'positive' });
  expect(askedAgain(rather, { method: 'state-distance' })).toEqual({
    target: 'positive',
    method: 'state-distance',
  });
});
