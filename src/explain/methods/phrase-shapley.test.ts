import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { ARCHITECTURES } from '../../model/architectures/registry';
import { startTestBackend } from '../../model/testing/backend';
import { segmentSpaced } from '../../text/spaced';
import { explainText, type LoadedModel } from '../explain';
import { linearSubject } from '../testing/linear-subject';
import { attributed, lively, VOCABULARY } from '../testing/lively';
import { onlyWords, targetLogits } from './evaluate-many';
import { phraseShapley } from './phrase-shapley';
import { targetOf } from './target';

beforeAll(startTestBackend);

const explain = (subject: LoadedModel, text: string, target = 'positive') =>
  explainText(subject, { text, language: 'en', words: segmentSpaced(text) }, { method: 'phrase-shapley', target });
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** It reads texts one by one, without a network. */
const quick = (subject: LoadedModel) => Object.create(subject, { runsWithoutTfjs: { value: true } }) as LoadedModel;

describe('of a model that adds up its words', () => {
  const subject = quick(linearSubject({ good: 2, film: 0.5, but: 0, slow: -1, and: 0, ',': 0.25, '.': 0 }, 1));

  test('phrases and words are worth what they weigh, and sum to the whole less the empty text', () => {
    const { words, phrases, completeness } = explain(subject, 'good film, but slow.');
    expect(sum(words.map(({ score }) => score))).toBeCloseTo(1.75, 6);
    expect(completeness).toBeCloseTo(0, 6);
    expect(sum(phrases!.map(({ score }) => score))).toBeCloseTo(1.75, 6);
    // Of “but slow.” nothing else has a say; a full stop that changes nothing is no part of it.
    expect(phrases!.at(-1)).toEqual({ start: 11, end: 19, score: -1 });
    expect(words.at(-1)!.score).toBe(0);
  });

  test('the other label turns every sign', () => {
    const [one, other] = ['positive', 'negative'].map((label) => explain(subject, 'good film, but slow.', label));
    expect(other.words.map(({ score }) => score)).toEqual(one.words.map(({ score }) => (score === 0 ? 0 : -score)));
  });

  test('a word that the model skips scores exactly 0, a text without any word too', () => {
    expect(explain(subject, 'good zebra').words[1].score).toBe(0);
    expect(explain(subject, 'zebra').words[0].score).toBe(0);
  });
});

/** Positive as soon as one of the words is there that say so. */
function satisfied(words: readonly string[]): LoadedModel {
  const linear = linearSubject(Object.fromEntries(words.map((word) => [word, 1])));
  const forward: LoadedModel['forward'] = (ids, mask) => {
    const pass = linear.forward(ids, mask);
    return { ...pass, logits: Float32Array.of(pass.logits[0] > 0 ? 3 : 0) };
  };
  return quick(Object.create(linear, { forward: { value: forward } }) as LoadedModel);
}

test('words that say the same share the credit, where leaving one out would find nothing', () => {
  const text = 'The film was terrific, the cast was superb, and the end was glorious.';
  const { phrases, words } = explain(satisfied(['terrific', 'superb', 'glorious']), text);
  expect(phrases!.map(({ score }) => score).filter((score) => score !== 0)).toEqual([1, 1, 1]);
  const found = words.filter(({ score }) => score !== 0).map((word) => [word.text, word.score]);
  expect(found).toEqual(['terrific', 'superb', 'glorious'].map((word) => [word, 1]));
});

test.each(ARCHITECTURES.map(({ name }) => name))('%s: complete for each length, every word in one phrase', (name) => {
  const reader = lively(name);
  for (const count of [1, 2, 7, 40, 120]) {
    const ids = Array.from({ length: count }, (_, i) => (i * 7) % VOCABULARY);
    const { scores, phrases, completeness } = attributed(phraseShapley, reader, ids, 1, 0);
    const text = { ids: Int32Array.from(ids), mask: Float32Array.from(ids, (id) => Math.min(id, 1)) };
    const [whole, empty] = targetLogits(reader, [text, onlyWords(text, [])], targetOf(reader.outputs, 1, 0));
    // Six digits are what a score has, and float32 logits too.
    const tolerance = 1e-4 + 2e-6 * Math.max(...scores.map(Math.abs));
    expect(Math.abs(sum([...scores]) - (whole - empty))).toBeLessThan(tolerance);
    expect(Math.abs(completeness!)).toBeLessThan(tolerance);
    expect(phrases!.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i))).toEqual([
      ...ids.keys(),
    ]);
    for (const { from, to, score } of phrases!) {
      expect(sum([...scores.subarray(from, to)])).toBeCloseTo(score, 6);
      // No word of a phrase has the other sign.
      for (const word of scores.subarray(from, to)) expect(word * score).toBeGreaterThanOrEqual(0);
    }
    ids.forEach((id, word) => id === 0 && expect(scores[word]).toBe(0));
  }
  reader.network.dispose();
});

test('the same text gives the same figures, whatever was read before', () => {
  const reader = lively('attention-bilstm');
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: VOCABULARY - 1 }), { minLength: 1, maxLength: 50 }), (ids) => {
      const once = attributed(phraseShapley, reader, ids, 2);
      attributed(phraseShapley, reader, [3, 1, 4], 0);
      expect(attributed(phraseShapley, reader, ids, 2)).toEqual(once);
    }),
    { numRuns: 5 },
  );
  reader.network.dispose();
});
