import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import type { ForwardPass } from '../../model/inference/forward';
import { seededRandom } from '../../shared/random';
import { saliencyFeatures, saliencyHeadOf, saliencyScores } from '../../model/inference/rationale-head';
import { startTestBackend } from '../../model/testing/backend';
import { fitSaliencyHead, type TextWithRationale } from './fit-saliency-head';

beforeAll(startTestBackend);

/** One unit forward and one backward; every important word raises the forward state by 1. */
function passOf(matters: readonly boolean[], noise: () => number): ForwardPass {
  let level = 0;
  const forward = matters.map((one) => (level += (one ? 1 : 0) + 0.1 * noise()));
  const backward = matters.map(() => noise());
  return {
    logits: Float32Array.of(0),
    recurrent: [
      { layer: 0, direction: 'forward', units: 3 },
      { layer: 1, direction: 'forward', units: 1 },
      { layer: 1, direction: 'backward', units: 1 },
    ],
    states: (layer, direction) => {
      expect(layer).toBe(1);
      return Float32Array.from(direction === 'forward' ? forward : backward);
    },
  };
}

const options = { hidden: 8, epochs: 12, batchWords: 200, learningRate: 0.05, weightDecay: 0, seed: 1 };

function texts(count: number, from: number): { text: TextWithRationale; pass: ForwardPass; matters: boolean[] }[] {
  return Array.from({ length: count }, (_, i) => {
    const random = seededRandom(from + i);
    const matters = Array.from({ length: 4 + (i % 9) }, () => random() < 0.25);
    const pass = passOf(matters, () => random() - 0.5);
    // In the second source people underlined half of the important words.
    const marks = Float64Array.from(matters, (one) => (one && (i % 2 === 0 || random() < 0.5) ? 1 : 0));
    return { text: { features: () => saliencyFeatures(pass, matters.length), marks, source: i % 2 }, pass, matters };
  });
}

test('learns which words move the states, finds them in other texts, gives the same result twice, and leaves no tensor behind', () => {
  const before = memory().numTensors;
  const losses: number[] = [];
  const train = texts(300, 1).map(({ text }) => text);
  const weights = fitSaliencyHead(train, 4, 2, options, (_, loss) => losses.push(loss));
  expect(memory().numTensors).toBe(before);
  expect(losses.at(-1)).toBeLessThan(losses[0] / 2);
  expect(fitSaliencyHead(train, 4, 2, options)).toEqual(weights);

  const head = saliencyHeadOf(weights)!;
  const scored = texts(100, 5_000).flatMap(({ pass, matters }) => {
    const scores = saliencyScores(head, pass, new Float32Array(matters.length).fill(1));
    return matters.map((matter, word) => ({ matter, score: scores[word] }));
  });
  const lowest = Math.min(...scored.filter(({ matter }) => matter).map(({ score }) => score));
  const wrong = scored.filter(({ matter, score }) => !matter && score >= lowest).length;
  expect(wrong / scored.length).toBeLessThan(0.02);
});

test('skipped words get exactly 0, and a model without the weights has no head', () => {
  const weights = fitSaliencyHead(
    texts(20, 1).map(({ text }) => text),
    4,
    2,
    { ...options, epochs: 1 },
  );
  const scores = saliencyScores(
    saliencyHeadOf(weights)!,
    passOf([true, false, true], () => 0),
    Float32Array.of(1, 0, 1),
  );
  expect(scores[1]).toBe(0);
  expect(scores[0]).toBeGreaterThan(0);
  expect(scores[0]).toBeLessThan(1);
  expect(saliencyHeadOf(new Map([...weights].slice(1)))).toBeUndefined();
});

test('the features are the states and their change at each word, in the direction of reading', () => {
  const pass: ForwardPass = {
    logits: Float32Array.of(0),
    recurrent: [
      { layer: 0, direction: 'forward', units: 2 },
      { layer: 0, direction: 'backward', units: 1 },
    ],
    states: (_, direction) => Float32Array.from(direction === 'forward' ? [1, 2, 4, 8] : [5, 7]),
  };
  expect([...saliencyFeatures(pass, 2)]).toEqual([1, 2, 1, 2, 5, -2, 4, 8, 3, 6, 7, 7]);
});

test('for a layer of one direction, also the change of the states at the next word, and the last states', () => {
  const passIn = (direction: 'forward' | 'backward'): ForwardPass => ({
    logits: Float32Array.of(0),
    recurrent: [{ layer: 0, direction, units: 2 }],
    states: () => Float32Array.of(1, 2, 4, 8, 5, 6),
  });
  const rows = [
    [1, 2, 1, 2, 3, 6, 5, 6],
    [4, 8, 3, 6, 1, -2, 5, 6],
    [5, 6, 1, -2, 0, 0, 5, 6],
  ];
  expect([...saliencyFeatures(passIn('forward'), 3)]).toEqual(rows.flat());
  const backward = [
    [1, 2, -3, -6, 0, 0, 1, 2],
    [4, 8, -1, 2, -3, -6, 1, 2],
    [5, 6, 5, 6, -1, 2, 1, 2],
  ];
  expect([...saliencyFeatures(passIn('backward'), 3)]).toEqual(backward.flat());
});
