import { expect, test } from 'vitest';
import { chooseArchitecture } from './choose-architecture';

test.each([
  [25_000, 174, 'ngram-mlp', false],
  [1_499 * 20, 20, 'ngram-mlp', false],
  [1_500 * 20, 20, 'sepcnn', true],
  [14_999 * 10, 10, 'sepcnn', true],
  [15_000 * 10, 10, 'sepcnn', false],
] as const)(
  '%i samples of %i words: %s, pre-trained vectors %s',
  (samples, median, architecture, pretrainedVectors) => {
    const choice = chooseArchitecture(samples, median);
    expect(choice).toMatchObject({ architecture, pretrainedVectors, ratio: samples / median });
    expect(choice.reason).toContain(`= ${(samples / median).toFixed(0)}`);
  },
);

test('texts without words do not divide by nothing', () => {
  expect(chooseArchitecture(10, 0).ratio).toBe(10);
});
