import { describe, expect, it } from 'vitest';
import { askedAgain } from '../src/panel/explanation/parts/asked-again';
import { agreementFinding, agreementTable, leftOut } from '../src/panel/wording/agreement';
import { historyFinding, historyTable, measuredOn, trainedOn } from '../src/panel/wording/card';
import { changesFinding, changesNotes, changesOf, changesTable } from '../src/panel/wording/changes';
import { panelModel } from '../src/panel/wording/reading';
import { gatesFinding, gatesTable, runningFinding, runningTable, turningOf } from '../src/panel/wording/running';
import { inPercent } from '../src/panel/wording/studies';
import { phraseSum, sumsTable } from '../src/panel/wording/sums';
import { checksOf, deletionFinding, deletionTable, trustLevel, trustSentence } from '../src/panel/wording/trust';
import { CARD, figuresOf } from './panel/figures';
import { SAMPLES } from './panel/samples';
import { stringsOf } from './panel/strings-of';
import { viewOf } from './panel/view-of';

const figures = figuresOf(SAMPLES.film);
const { trust, trace, counterfactuals, agreement } = figures;
const spaces = (text: string) => text.replaceAll('\u00a0', ' ');

const en = stringsOf('en');
const zh = stringsOf('zh-Hans');
const film = () => panelModel(viewOf(SAMPLES.film), en);

describe('how far to trust it', () => {
  const said = (changes: Partial<typeof trust.reading>, strings = en) =>
    spaces(trustSentence({ ...trust, reading: { ...trust.reading, ...changes } }, strings));

  it('is one plain sentence, whichever way the probability goes', () => {
    expect(said({ from: 0.97, to: 0.31, randomTo: 0.93 })).toBe(
      'Removing the 4 highlighted words drops positive from 97 % to 31 %; 4 random words: to 93 %.',
    );
    expect(said({ from: 0.97, to: 0.31, randomTo: 0.93 }, zh)).toBe(
      '去掉这 4 个高亮的词后，正面从 97% 降到 31%；去掉随机 4 个词：到 93%。',
    );
    expect(said({ words: [3], from: 0.4, to: 0.5, randomTo: 0.41 })).toBe(
      'Removing the highlighted word raises positive from 40 % to 50 %; a random word: to 41 %.',
    );
    expect(said({ from: 0.4, to: 0.4, randomTo: 0.41, all: false })).toBe(
      'Removing the 4 strongest highlighted words leaves positive at 40 %; 4 random words: at 41 %.',
    );
    expect(said({ words: [] })).toBe('No word stands out, so there is none to remove.');
    expect(trustSentence({ ...trust, words: 0 }, en)).toBe(
      'The model uses no word of this text: nothing can be checked.',
    );
  });

  it('never rounds to certainty', () => {
    expect([0.9971, 0.004, 1, 0, 0.5].map((p) => spaces(inPercent(p, en)))).toEqual([
      '99.7 %',
      '0.4 %',
      '100 %',
      '0 %',
      '50 %',
    ]);
  });

  it('has a level only when every check was made, by how many of them hold', () => {
    const level = (changes: object) => trustLevel(film(), { ...figures, ...changes }, en);
    expect(level({})).toBe('Well supported');
    expect(level({ agreement: undefined })).toBeUndefined();
    expect(level({ trust: undefined })).toBeUndefined();
    const weak = { ...trust, reading: { ...trust.reading, to: 0.7, randomTo: 0.72 } };
    expect(level({ trust: weak })).toBe('Partly supported');
    const first = agreement.methods.map((each, index) => ({ ...each, top: [index] }));
    expect(level({ trust: weak, agreement: { ...agreement, methods: first } })).toBe('Poorly supported');
    const alone = { ...film(), view: viewOf(SAMPLES.kettle) };
    expect(trustLevel(alone, { trust }, en)).toBe('Well supported');
  });

  it('says which checks hold', () => {
    expect(checksOf(film(), figures, en).map(({ good, title }) => [good, title])).toEqual([
      [true, 'The highlighted words drive the prediction'],
      [true, 'The strongest words are enough by themselves'],
      [true, 'The methods agree'],
    ]);
    expect(checksOf(film(), { agreement }, en)[0].detail).toBe('6 of 7 methods put “wonderful” first');
    expect(checksOf(film(), {}, en)).toEqual([]);
  });

  it('has the whole curve as a table; random words only where they were measured', () => {
    const { rows } = deletionTable(trust, en);
    expect(rows).toHaveLength(26);
    expect(rows[0]).toEqual(['0', '0.8100', '0.8100', '0.8100', '0.8100']);
    expect(rows[1].slice(2)).toEqual(['', '', '']);
    const [mean, low, high] = rows[12].slice(2).map(Number);
    expect(low).toBeLessThan(mean);
    expect(high).toBeGreaterThan(mean);
  });

  it('says in words how far random orders are apart', () => {
    expect(spaces(deletionFinding(trust, en))).toBe(
      'Without 4 words P(positive) is 0.16, without as many random ones 0.72 (in 8 of 10 random orders: 0.66 to 0.78).',
    );
    expect(spaces(deletionFinding(trust, zh))).toMatch(/十种随机顺序中有八种在 0\.66 到 0\.78 之间/);
  });
});

describe('the prediction word by word', () => {
  const prefixes = (...p: number[]) => ({
    ...trace,
    prefixes: p.map((positive, at) => ({ words: at + 1, probabilities: { negative: 1 - positive, positive } })),
  });

  it('turns at the word after which the verdict leads for good', () => {
    expect(turningOf(prefixes(0.6, 0.3, 0.2, 0.7, 0.9), 'positive')).toEqual({ turn: 3, low: 2 });
    expect(turningOf(prefixes(0.6, 0.7), 'positive')).toEqual({});
    expect(turningOf(prefixes(0.2, 0.3, 0.6), 'positive')).toEqual({ turn: 2, low: 0 });
  });

  it('is told in a sentence or two', () => {
    const words = { ...film(), words: film().words.slice(0, 5) };
    expect(runningFinding(words, prefixes(0.6, 0.3, 0.2, 0.7, 0.9), en)).toBe(
      'P(positive) is lowest after “is” (0.20). “predictable” turns it positive, and it stays so.',
    );
    expect(runningFinding(words, prefixes(0.6, 0.7), zh)).toBe('从第一个词起就读作正面。');
  });

  it('has a row a word in its tables, with a column a label and a gate', () => {
    expect(runningTable(film(), trace, en).rows.at(-1)).toEqual(['25', '.', '0.8100', '0.0500', '0.1400']);
    const [layer] = trace.layers;
    expect(gatesTable(film(), layer, en).rows[1]).toEqual([
      '2',
      'plot',
      ...[layer.input, layer.forget, layer.output].map((row) => row[1].toFixed(3)),
      layer.cellNorm[1].toFixed(2),
    ]);
    const most = layer.input.indexOf(Math.max(...layer.input));
    expect(gatesFinding(film(), layer, en)).toContain(`“${SAMPLES.film.words[most].text}”`);
  });
});

describe('what would change the prediction', () => {
  it('puts the fewest words first, and says what was proven', () => {
    expect(changesOf(counterfactuals).map(({ list, words }) => [list, words.length])).toEqual([
      ['replacements', 1],
      ['removals', 2],
    ]);
    expect(changesFinding(film(), counterfactuals, en)).toBe(
      'One word is enough: “wonderful” → “forgettable” makes it negative.',
    );
    expect(changesNotes(counterfactuals, en)).toEqual(['Minimal: every choice of fewer words was tried (351 in all).']);
    const beam = { ...counterfactuals, removals: { ...counterfactuals.removals, proven: false } };
    expect(changesNotes(beam, en)).toEqual(['Perhaps not minimal: not every choice of words was tried (351 were).']);
    const [row] = changesTable(film(), counterfactuals, en).rows;
    expect(row).toEqual(['“wonderful” → “forgettable”', 'Negative 0.79', '0.81', '0.21', '−0.60']);
  });

  it('says that nothing was found', () => {
    const none = { found: [], tried: 40 };
    const nothing = { ...counterfactuals, removals: { ...none, proven: false }, replacements: none };
    expect(changesFinding(film(), nothing, en)).toBe('No change was found that makes it anything but positive.');
    expect(changesNotes(nothing, en)).toEqual([
      'No removal that changes the prediction was found; 40 were tried, not all.',
      'No single replacement changes the prediction; 40 were tried.',
    ]);
  });
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
  expect(trainedOn(CARD, en)).toEqual([
    'Reviews of films, written for this test: 96,000 rows (without those kept apart)',
    'Short judgements: 4,000 rows',
    '100,000 texts of up to 200 words in all',
  ]);
  expect(measuredOn(CARD, en)[1]).toBe(
    'accuracy 0.910, macro-F1 0.910 on 312 rows of pairs held out; both of a pair right 0.850 (156 pairs)',
  );
  expect(spaces(historyFinding(CARD, en))).toBe('Validation accuracy 85 % after 5 epochs; best in epoch 4 (86 %).');
  expect(historyFinding({ ...CARD, history: [] }, en)).toBe('Its card keeps no training history.');
  expect(historyTable(CARD, en).rows[3]).toEqual(['4', '0.3100', '0.3850', '0.8500', '0.8600', '0.001']);
});

describe('sums', () => {
  it('of a phrase say what supports and contradicts it', () => {
    expect(phraseSum(film(), { from: 8, to: 11 }, en)).toBe(
      '“drags, but” (3 words): −0.66; supporting +0.31, contradicting −0.97.',
    );
    expect(phraseSum(film(), { from: 8, to: 9 }, en)).toBe('“drags”: −0.97');
    expect(phraseSum(panelModel(viewOf(SAMPLES.kettle), zh), { from: 24, to: 26 }, zh)).toBe(
      '“满意。”（2 个词）：37.5%',
    );
  });

  it('of sentences add up to that of all words', () => {
    const { rows } = sumsTable(panelModel(viewOf(SAMPLES.neutral), en), en);
    const all = SAMPLES.neutral.words.reduce((sum, { score }) => sum + score, 0);
    const total = rows.reduce((sum, row) => sum + Number(row[2].replace('−', '-')), 0);
    expect(total).toBeCloseTo(all, 1);
  });
});

it('asking again keeps the labels that were asked for, and drops what cannot be', () => {
  const { film: positive } = SAMPLES;
  expect(askedAgain(positive, {})).toEqual({ type: 'explainAgain' });
  expect(askedAgain({ ...positive, target: 'neutral' }, {})).toEqual({ type: 'explainAgain', target: 'neutral' });
  const rather = { ...positive, against: 'neutral' };
  expect(askedAgain(rather, {})).toEqual({ type: 'explainAgain', target: 'positive', against: 'neutral' });
  expect(askedAgain(rather, { against: undefined })).toEqual({ type: 'explainAgain', target: 'positive' });
  expect(askedAgain(rather, { method: 'state-distance' })).toEqual({
    type: 'explainAgain',
    target: 'positive',
    method: 'state-distance',
  });
});
