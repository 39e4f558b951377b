import { expect, test } from 'vitest';
import { directionOf } from './direction';
import { phraseAgreement } from './phrase-agreement';

test('direction: the strongest unit decides, and what people marked is summed by its words', () => {
  const texts = [
    { scores: [2, -1], units: [1], truth: [true, false] },
    { scores: [1, -3], units: [1, -3], truth: [false, true] },
    { scores: [1, -0.5], units: [1, -0.5] },
    { scores: [0], units: [0], truth: [false] },
  ];
  expect(directionOf(texts)).toEqual({ n: 4, signAccuracy: 0.5, marked: { n: 2, against: 0.5 } });
  expect(directionOf([{ scores: [1], units: [1] }])).toEqual({ n: 1, signAccuracy: 1 });
  expect(directionOf([])).toBeUndefined();
});

test('phrases: those that support the prediction at least half as strongly as the strongest one are highlighted', () => {
  const truth = [false, true, true, false, false, false];
  const phrases = [
    { run: [0, 1], score: 0.4 },
    { run: [1, 4], score: 2 },
    { run: [4, 6], score: -1.5 },
  ] as const;
  // Words 1–3 are highlighted, 1–2 are marked: two thirds of either are in both.
  expect(phraseAgreement([{ phrases, truth }])).toEqual({ n: 1, tokenF1: 4 / 5, iouF1: 1, topPhrase: 1 });
  const against = phrases.map(({ run, score }) => ({ run, score: -score }));
  // Nothing that supports is strong enough but the last two words, none of them marked.
  expect(phraseAgreement([{ phrases: against, truth }])).toEqual({ n: 1, tokenF1: 0, iouF1: 0, topPhrase: 1 });
  expect(phraseAgreement([])).toBeUndefined();
});
