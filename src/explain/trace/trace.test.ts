import { beforeAll, describe, expect, test } from 'vitest';
import { loadWholeModel, networkOf } from '../../model/network/load-whole-model';
import type { Model } from '../../model/model';
import { startTestBackend } from '../../model/testing/backend';
import { TINY_EN, TINY_ZH, tinyModel, type TinyModel } from '../../model/testing/tiny-models';
import { segmentSpaced } from '../../text/spaced';
import { explainText } from '../explain';
import type { LayerTrace } from '../../shared/studies';
import { embed, lstmCells, type Row, type Weights } from '../testing/float64';
import { noStep } from '../testing/linear-explanation';
import { tracePrediction } from './trace';

beforeAll(startTestBackend);

async function loaded(tiny: TinyModel): Promise<Model> {
  const files = await tinyModel(tiny);
  return loadWholeModel(tiny.name, (file) => Promise.resolve(files.get(file)!));
}

const TEXT = 'The plot is zebra thin, but I loved every minute of it.';
const ZH = '这个手机质量很好';

const english = (model: Model, text = TEXT) =>
  explainText(model, { text, language: 'en', words: segmentSpaced(text) }, {});
const chinese = (model: Model, words: readonly string[]) => {
  const starts = words.map((_, i) => words.slice(0, i).join('').length);
  const cut = words.map((text, i) => ({ text, start: starts[i], end: starts[i] + text.length }));
  return explainText(model, { text: words.join(''), language: 'zh', words: cut }, {});
};
const CUT = ['这个', '手机', '质量', '很', '好'];

describe('the running prediction', () => {
  test('is what each beginning reads as, by itself: re-read', async () => {
    const model = await loaded(TINY_EN);
    const { prefixes } = await tracePrediction(model, english(model), noStep);
    const words = segmentSpaced(TEXT);
    expect(prefixes.map(({ words }) => words)).toEqual(words.map((_, i) => i + 1));
    for (const { words: count, probabilities } of prefixes) {
      expect(english(model, TEXT.slice(0, words[count - 1].end)).probabilities).toEqual(probabilities);
    }
  });

  test('is what each beginning reads as, by itself: of one pass', async () => {
    const model = await loaded(TINY_ZH);
    const trace = await tracePrediction(model, chinese(model, CUT), noStep);
    expect(CUT.join('')).toBe(ZH);
    trace.prefixes.forEach(({ words, probabilities }) => {
      const alone = chinese(model, CUT.slice(0, words)).probabilities;
      for (const label of model.labels) expect(probabilities[label]).toBeCloseTo(alone[label], 4);
    });
    expect(trace.prefixes.at(-1)!.probabilities).toEqual(chinese(model, CUT).probabilities);
  });

  test('of a long text has evenly spread points, and ends with the whole text', async () => {
    const model = await loaded(TINY_EN);
    const long = 'really good thin plot , '.repeat(400);
    const { prefixes } = await tracePrediction(model, english(model, long), noStep);
    expect(prefixes.length).toBeGreaterThanOrEqual(50);
    expect(prefixes.length).toBeLessThanOrEqual(160);
    const gaps = prefixes.map(({ words }, i) => words - (prefixes[i - 1]?.words ?? 0));
    expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(1);
    expect(prefixes.at(-1)!.words).toBe(2_000);
  });

  test('of one word is its own', async () => {
    const model = await loaded(TINY_EN);
    const explanation = english(model, 'good');
    const { prefixes, layers } = await tracePrediction(model, explanation, noStep);
    expect(prefixes).toEqual([{ words: 1, probabilities: explanation.probabilities }]);
    expect(layers).toHaveLength(4);
  });
});

describe('gates and cells', () => {
  const mean = (row: Row) => row.reduce((sum, value) => sum + value, 0) / row.length;
  const norm = (row: Row) => Math.hypot(...row);
  const close = (found: readonly number[], expected: readonly number[]) => {
    expect(found).toHaveLength(expected.length);
    expected.forEach((value, i) => expect(found[i]).toBeCloseTo(value, 4));
  };
  function compared(found: LayerTrace, expected: ReturnType<typeof lstmCells>) {
    close(
      found.input,
      expected.map(({ input }) => mean(input)),
    );
    close(
      found.forget,
      expected.map(({ forget }) => mean(forget)),
    );
    close(
      found.output,
      expected.map(({ output }) => mean(output)),
    );
    close(
      found.cellNorm,
      expected.map(({ cell }) => norm(cell)),
    );
    close(
      found.stateNorm,
      expected.map(({ state }) => norm(state)),
    );
  }

  test('of both directions of two layers are those of the formulas in float64', async () => {
    const model = await loaded(TINY_EN);
    const explanation = english(model);
    const weights: Weights = (name) => networkOf(model).weights.get(name)!.dataSync();
    const { layers } = await tracePrediction(model, explanation, noStep);
    expect(layers.map(({ layer, direction, units }) => [layer, direction, units])).toEqual([
      [0, 'forward', 8],
      [0, 'backward', 8],
      [1, 'forward', 8],
      [1, 'backward', 8],
    ]);
    const x = embed(model.encode(explanation.words).ids, weights, 6);
    const lower = [lstmCells(x, weights, 'bilstm_1/forward'), lstmCells(x, weights, 'bilstm_1/backward', true)];
    const joined = x.map((_, i) => lower.flatMap((cells) => cells[i].state));
    const upper = [
      lstmCells(joined, weights, 'bilstm_2/forward'),
      lstmCells(joined, weights, 'bilstm_2/backward', true),
    ];
    [...lower, ...upper].forEach((expected, i) => compared(layers[i], expected));
  });

  test('a skipped word changes nothing', async () => {
    const model = await loaded(TINY_ZH);
    const { layers } = await tracePrediction(model, chinese(model, ['猫', '很', '狗', '好']), noStep);
    const [{ forget, cellNorm, stateNorm }] = layers;
    expect([forget[0], cellNorm[0], stateNorm[0]]).toEqual([0, 0, 0]);
    expect([forget[2], cellNorm[2], stateNorm[2]]).toEqual([forget[1], cellNorm[1], stateNorm[1]]);
    expect(cellNorm[3]).not.toBe(cellNorm[2]);
  });
});
