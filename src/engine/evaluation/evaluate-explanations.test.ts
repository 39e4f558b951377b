import { beforeAll, describe, expect, test } from 'vitest';
import type { LoadedModel } from '../../explain/explain';
import { linearSubject } from '../../explain/testing/linear-subject';
import { noStep } from '../../explain/testing/linear-explanation';
import { startTestBackend } from '../../model/testing/backend';
import { TINY_EN, tinyModel } from '../../model/testing/tiny-models';
import { segmentSpaced } from '../../text/spaced';
import { networkPart } from '../../model/network/part';
import { evaluateExplanations, evaluateModelExplanations } from './evaluate-explanations';

beforeAll(startTestBackend);

const cutOf = (text: string) => Promise.resolve({ text, language: 'en' as const, words: segmentSpaced(text) });

/** A linear model that attends to its words as they weigh: a method whose scores are known beforehand. */
function attentive(weights: Readonly<Record<string, number>>): LoadedModel {
  const linear = linearSubject(weights);
  const values = Object.values(weights);
  return Object.create(linear, {
    architecture: { value: { ...linear.architecture, attends: true } },
    forward: {
      value: (...[ids, mask]: Parameters<LoadedModel['forward']>) => ({
        ...linear.forward(ids, mask),
        attention: Float32Array.from(ids, (id) => (values[id - 1] ?? 0) / 10),
      }),
    },
  }) as LoadedModel;
}

const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));

describe('of a model that one can reckon by hand', () => {
  const subject = attentive({ great: 3, film: 0.1 });
  const rows = [
    { text: 'great film', fields: { spans: [[0, 5]] } },
    { text: 'film great', fields: { spans: [[0, 4]] } },
    { text: 'zebra', fields: {} },
  ];

  test('faithfulness, and agreement with what was marked', async () => {
    const found = await evaluateExplanations(subject, rows, cutOf, { methods: ['attention'] }, noStep);
    expect(found).toMatchObject({ n: 2, rows: 3, withoutWords: 1 });
    const [figures] = found.methods;
    expect(figures).toMatchObject({ method: 'attention', n: 2, refused: 0 });
    expect(figures.comprehensiveness).toBeCloseTo(sigmoid(3.1) - sigmoid(0.1), 5);
    expect(figures.sufficiency).toBeCloseTo(sigmoid(3.1) - sigmoid(3), 5);
    expect(figures.timesRandom.comprehensiveness).toBeCloseTo(
      figures.comprehensiveness / figures.random.comprehensiveness,
      9,
    );
    // The top word is marked in one of the two; there the ranking is perfect, in the other the marked word comes last.
    expect(figures.rationales).toMatchObject({ n: 2, topWord: 0.5, averagePrecision: 0.75, tokenF1: 0.5 });
  });

  test('a method that it does not offer is refused by name', async () => {
    const asked = evaluateExplanations(subject, rows, cutOf, { methods: ['state-distance'] }, noStep);
    await expect(asked).rejects.toMatchObject({ code: 'method-not-offered' });
  });
});

test('of a model on disk: every method that it offers, a seeded choice of rows, pairs by what was edited', async () => {
  const files = await tinyModel(TINY_EN);
  const read = (file: string) => Promise.resolve(files.get(file)!);
  const rows = Array.from({ length: 12 }, (_, pair) => [
    { text: `The plot is good and I loved it ${pair}.`, fields: { pair } },
    { text: `The plot is bad and I loved it ${pair}.`, fields: { pair } },
  ]).flat();
  const measured = () =>
    evaluateModelExplanations('en-tiny', read, networkPart, () => Promise.reject(new Error('no jieba')), rows, {
      limit: 8,
    });
  const [one, two] = [await measured(), await measured()];
  expect(one).toMatchObject({ n: 8, rows: 24, withoutWords: 0 });
  expect(one.methods.map(({ method }) => method)).toContain('attention');
  const untimed = ({ methods }: typeof one) => methods.map((figures) => ({ ...figures, milliseconds: 0 }));
  expect(untimed(one)).toEqual(untimed(two));
  for (const { n, rationales } of one.methods) {
    expect([n, rationales!.n]).toEqual([8, 8]);
    // One word in ten was edited.
    expect(rationales!.random.topWord).toBeCloseTo(0.1, 9);
  }
});
