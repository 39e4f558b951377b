import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { kernelBytes } from '../../testing/backend';
import { createInt16Encoder, type EncodedText, type Int16Encoder } from './encoder';
import { expected, ofShape, randomText as text, randomWeights, type Shape } from '../../testing/encoder';
import { levelVectors, type EncoderWeights } from './weights';

/** What int16 states and weights may cost. States are multiples of 1.2e-4. */
const STATE_TOLERANCE = 3e-4;
const LOGIT_TOLERANCE = 1e-3;
/** Without gates nothing damps an error from word to word: a random recurrence multiplies it. */
const UNGATED = 40;
const SHARE_TOLERANCE = 2e-4;

let module: WebAssembly.Module;
beforeAll(async () => {
  module = await WebAssembly.compile((await kernelBytes()) as Uint8Array<ArrayBuffer>);
});

const encode = (weights: EncoderWeights, cacheBytes?: number) => createInt16Encoder(module, weights, { cacheBytes });

const farthest = (got: ArrayLike<number>, want: readonly number[]): number => {
  expect(got.length).toBe(want.length);
  return want.reduce((most, value, n) => Math.max(most, Math.abs(value - got[n])), 0);
};

/** Compares all that a text gives with the oracle. */
const compare = (encoder: Int16Encoder, weights: EncoderWeights, ids: Int32Array, mask: readonly number[]): void => {
  const got = encoder.run(ids, mask);
  const times = weights.layers.some(({ cell }) => cell === 'simple-rnn') ? UNGATED : 1;
  const want = expected(weights, ids, mask);
  want.states.forEach((sides, layer) =>
    sides.forEach((side, direction) => {
      const states = got.states(layer, direction ? 'backward' : 'forward');
      expect(farthest(states, side.flat())).toBeLessThan(times * STATE_TOLERANCE);
    }),
  );
  expect(farthest(got.logits, want.logits)).toBeLessThan(times * LOGIT_TOLERANCE);
  if (want.attention) expect(farthest(got.attention ?? [], want.attention)).toBeLessThan(times * SHARE_TOLERANCE);
};

const bytesOf = ({ logits, attention, states }: EncodedText) => [
  [...logits],
  [...(attention ?? [])],
  [...states(0, 'forward')],
];

const RANDOM_SHAPE = fc.record({
  units: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 3 }),
  bidirectional: fc.boolean(),
  cell: fc.constantFrom<Shape['cell'][]>(undefined, undefined, 'simple-rnn'),
  head: fc.constantFrom<Shape['head'][]>('last-states', 'feed-forward', 'additive'),
  seed: fc.integer(),
});

describe('with one word deleted: the bytes of the shortened text', () => {
  const check = (encoder: Int16Encoder, ids: Int32Array, mask: readonly number[], out: readonly number[]) => {
    const found = encoder.without(ids, mask, out);
    const stays = (word: number) => (_: number, at: number) => at !== word;
    const want = out.map((word) => encoder.run(ids.filter(stays(word)), mask.filter(stays(word))).logits);
    expect(found).toEqual(want);
  };

  test('on random shapes, masks and choices of words', () => {
    const words = fc.array(fc.record({ read: fc.constantFrom(0, 1, 1), out: fc.boolean() }), { minLength: 1, maxLength: 30 }); // prettier-ignore
    fc.assert(
      fc.property(RANDOM_SHAPE, words, (one, all) => {
        const mask = all.map(({ read }) => read);
        const out = all.flatMap(({ read, out: is }, word) => (read && is ? [word] : []));
        check(encode(ofShape(one)), text(all.length, 50, one.seed), mask, out);
      }),
      { numRuns: 100, seed: 21 },
    );
  });

  test('of texts longer than a stretch of rows and than the cache has room for', () => {
    const weights = ofShape({ vocabulary: 300, units: [16], head: 'additive' });
    const all = Array.from({ length: 200 }, (_, word) => word);
    check(encode(weights, 1), text(200, 300, 5), new Array<number>(200).fill(1), all);
    const stacked = ofShape({ vocabulary: 300, units: [16, 8], bidirectional: false, head: 'last-states' });
    check(encode(stacked, 1), text(200, 300, 6), new Array<number>(200).fill(1), all);
  });

  test('nothing that was read before is in the way, nor is what is read next', () => {
    const weights = ofShape({});
    const [fresh, used] = [encode(weights), encode(weights)];
    const [ids, mask] = [text(20, 50, 9), new Array<number>(20).fill(1)];
    used.run(text(60, 50, 8));
    const states = used.run(ids).states;
    expect(used.without(ids, mask, [0, 7, 19])).toEqual(fresh.without(ids, mask, [0, 7, 19]));
    expect(() => states(0, 'forward')).toThrow('gone');
    expect(used.run(ids).logits).toEqual(fresh.run(ids).logits);
    expect(used.without(ids, mask, [])).toEqual([]);
  });
});

describe('several texts together: the bytes of each alone', () => {
  const check = (encoder: Int16Encoder, texts: readonly { ids: Int32Array; mask?: number[] }[]) => {
    const want = texts.map(({ ids, mask }) => encoder.run(ids, mask).logits);
    expect(encoder.logitsOf(texts)).toEqual(want);
  };

  test('on random shapes, the texts parts of one text', () => {
    // Of so many stretches of a text, which are there: some texts are the same, some are empty.
    const kept = fc.array(fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 12 });
    const lengths = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(RANDOM_SHAPE, kept, lengths, fc.boolean(), (one, all, words, masked) => {
        // Few words, so that stretches begin alike by chance as well.
        const whole = text(45, 4, one.seed);
        const texts = all.map((there) => {
          const stays = words.flatMap((length, at) => new Array<boolean>(length).fill(there[at]));
          const mask = stays.map(Number);
          return masked
            ? { ids: whole.slice(0, mask.length), mask }
            : { ids: whole.slice(0, mask.length).filter((_, at) => stays[at]) };
        });
        check(encode(ofShape({ ...one, vocabulary: 50 })), texts);
      }),
      { numRuns: 150, seed: 22 },
    );
  });

  test('of texts longer than a stretch of rows, than the cache has room for and than are held at once', () => {
    const weights = ofShape({ vocabulary: 300, units: [16], head: 'feed-forward' });
    const whole = text(700, 300, 5);
    const texts = Array.from({ length: 12 }, (_, at) => ({ ids: whole.filter((__, word) => word % 13 !== at) }));
    check(encode(weights, 1), [...texts, { ids: text(5_000, 300, 6) }, { ids: new Int32Array() }, ...texts]);
  });

  test('nothing that was read before is in the way, nor is what is read next', () => {
    const weights = ofShape({});
    const [fresh, used] = [encode(weights), encode(weights)];
    const texts = [{ ids: text(20, 50, 9) }, { ids: text(20, 50, 9).subarray(3) }];
    const states = used.run(text(60, 50, 8)).states;
    expect(used.logitsOf(texts)).toEqual(fresh.logitsOf(texts));
    expect(() => states(0, 'forward')).toThrow('gone');
    expect(used.run(texts[0].ids).logits).toEqual(fresh.run(texts[0].ids).logits);
    expect(used.logitsOf([])).toEqual([]);
    expect(() => used.logitsOf([{ ids: Int32Array.of(50) }])).toThrow(RangeError);
  });
});

describe('equal to float64', () => {
  test('on random shapes, lengths and masks', () => {
    const shape = fc.record({
      vocabulary: fc.integer({ min: 1, max: 80 }),
      dimension: fc.integer({ min: 1, max: 60 }),
      units: fc.array(fc.integer({ min: 1, max: 70 }), { minLength: 1, maxLength: 3 }),
      bidirectional: fc.boolean(),
      cell: fc.constantFrom<Shape['cell'][]>(undefined, undefined, 'simple-rnn'),
      head: fc.constantFrom<Shape['head'][]>('last-states', 'feed-forward', 'additive'),
      hidden: fc.integer({ min: 1, max: 40 }),
      zero: fc.option(fc.integer({ min: 0, max: 255 }), { nil: undefined }),
      tail: fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }),
      outputs: fc.integer({ min: 1, max: 5 }),
      seed: fc.integer(),
    });
    const masks = fc.array(fc.constantFrom(0, 1, 1), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(shape, masks, (one, mask) => {
        fc.pre(mask.includes(1));
        const weights = randomWeights(one);
        compare(encode(weights), weights, text(mask.length, one.vocabulary, one.seed), mask);
      }),
      { numRuns: 60, seed: 20 },
    );
  });

  test.each([1, 2, 3, 63, 64, 65, 130, 400])('on %i words of two layers with additive attention', (length) => {
    const weights = ofShape({ units: [24, 16], head: 'additive' });
    compare(encode(weights), weights, text(length, 50, length), new Array<number>(length).fill(1));
  });

  test.each([1, 8, 15, 32, 40])('of a simple recurrent network of %i units, word by word', (units) => {
    // Weights as trained networks have them: the state forgets, so errors stay what one step makes.
    const weights = ofShape({ cell: 'simple-rnn', units: [units], bidirectional: false, head: 'last-states' });
    const calm = { ...weights.layers[0].forward, recurrent: weights.layers[0].forward.recurrent.map((x) => 0.3 * x) };
    const trained = { ...weights, layers: [{ ...weights.layers[0], forward: calm }] };
    const [ids, mask] = [text(50, 50, units), new Array<number>(50).fill(1)];
    const [side] = expected(trained, ids, mask).states[0];
    expect(farthest(encode(trained).run(ids).states(0, 'forward'), side.flat())).toBeLessThan(STATE_TOLERANCE);
  });

  test.each([32, 100, 128, 256])('at %i units', (units) => {
    const weights = ofShape({ units: [units], dimension: 64 });
    compare(encode(weights), weights, text(20, 50, units), new Array<number>(20).fill(1));
  });

  test('on word vectors stored as levels, of sizes that no vector register fits', () => {
    for (const dimension of [1, 7, 8, 50, 100]) {
      const weights = ofShape({ dimension, zero: 117, vocabulary: 90 });
      compare(
        encode(weights),
        weights,
        Int32Array.from({ length: 90 }, (_, id) => id),
        new Array<number>(90).fill(1),
      );
    }
  });

  test('on a text with more different words than the cache has room for', () => {
    const weights = ofShape({ vocabulary: 300, units: [32], head: 'last-states' });
    const ids = Int32Array.from({ length: 300 }, (_, t) => (t * 7) % 300);
    compare(encode(weights, 1), weights, ids, new Array<number>(300).fill(1));
  });
});

describe('no sum overflows', () => {
  test.each([1, 128, 1000])('of levels 0 and 255 of %i dimensions beside columns like them', (dimension) => {
    for (const [level, zero] of [
      [255, 0],
      [0, 255],
    ]) {
      const weights = ofShape({ dimension, units: [8], bidirectional: false, head: 'last-states' });
      const kernel = new Float32Array(dimension * 32).fill(Math.sign(level - zero));
      const bytes = new Uint8Array(dimension).fill(level);
      const words = levelVectors({ bytes, zero, scale: 1 / dimension }, dimension);
      const layer = { units: 8, forward: { ...weights.layers[0].forward, kernel } };
      const [state] = encode({ ...weights, words, layers: [layer] })
        .run(Int32Array.of(0))
        .states(0, 'forward');
      // The sum is 255: every gate is open, and the cell is 1.
      expect(state).toBeCloseTo(Math.tanh(1), 3);
    }
  });

  /** Every weight as large as its bound allows, every state next to 1: the sums are as large as they can be. */
  test.each([8, 32, 128, 256])('with %i units that all say the same', (units) => {
    const same = (count: number, value: number) => new Float32Array(count).fill(value);
    const gates = Float32Array.from({ length: 4 * units }, () => 20);
    const direction = (inputs: number) => ({
      kernel: same(inputs * 4 * units, 0.01),
      recurrent: same(units * 4 * units, 3),
      bias: gates,
    });
    const weights: EncoderWeights = {
      words: { count: 1, dimension: 128, read: (_, target) => target.fill(1) },
      layers: [
        { units, forward: direction(128), backward: direction(128) },
        { units, forward: direction(2 * units), backward: direction(2 * units) },
      ],
      head: {
        kind: 'attention',
        kernel: same(2 * units * 16, 1),
        bias: same(16, 0),
        score: same(16, 1),
        output: { kernel: same(2 * units, 1), bias: same(1, 0) },
      },
    };
    const got = encode(weights).run(new Int32Array(20));
    for (const layer of [0, 1]) {
      const states = got.states(layer, 'forward');
      // The cell grows by 1 a word, so from the fourth word on the state is next to 1: an overflow would turn its sign.
      for (let n = 4 * units; n < states.length; n++) expect(states[n]).toBeGreaterThan(0.99);
    }
    expect(got.logits[0] / (2 * units)).toBeCloseTo(
      expected(weights, new Int32Array(20), new Array(20).fill(1)).logits[0] / (2 * units),
      3,
    );
  });
});

describe('the same bytes', () => {
  const ids = text(90, 50, 5);

  test('whatever the cache holds and whatever ran before', () => {
    const weights = ofShape({ units: [24, 16], head: 'additive' });
    const cold = bytesOf(encode(weights).run(ids));
    const encoder = encode(weights);
    encoder.run(text(200, 50, 6));
    expect(bytesOf(encoder.run(ids))).toEqual(cold);
    expect(bytesOf(encoder.run(ids))).toEqual(cold);
    const small = encode(weights, 1);
    small.run(text(200, 50, 6));
    expect(bytesOf(small.run(ids))).toEqual(cold);
  });

  test('whether skipped words are there or not', () => {
    const encoder = encode(ofShape({ units: [24, 16], head: 'additive' }));
    const mask = Array.from(ids, (_, t) => (t % 3 ? 1 : 0));
    const short = encoder.run(ids.filter((_, t) => mask[t]));
    const { logits, features, attention } = encoder.run(ids, mask);
    expect(logits).toEqual(short.logits);
    expect(features).toEqual(short.features);
    expect(attention?.filter((_, t) => mask[t])).toEqual(short.attention);
  });
});

describe('at the edges', () => {
  test.each(['last-states', 'feed-forward', 'additive'] as const)('no word leaves the bias (%s)', (head) => {
    const weights = ofShape({ head });
    const encoder = encode(weights);
    for (const got of [encoder.run(new Int32Array()), encoder.run(text(3, 50, 1), [0, 0, 0])])
      expect(got.logits).toEqual(weights.head.output.bias);
    expect(encoder.run(text(3, 50, 1), [0, 0, 0]).states(0, 'backward')).toEqual(new Float32Array(48));
  });

  test('shapes, words, masks, layers and directions that do not fit are named', () => {
    const weights = ofShape({ bidirectional: false });
    const encoder = encode(weights);
    expect(() => encoder.run(Int32Array.of(50))).toThrow('Word 50 is outside a vocabulary of 50 words.');
    expect(() => encoder.run(Int32Array.of(-1))).toThrow(RangeError);
    expect(() => encoder.run(Int32Array.of(1), [1, 1])).toThrow('The mask has 2 values');
    expect(() => encoder.run(Int32Array.of(1)).states(0, 'backward')).toThrow('no such layer or direction');
    expect(() => encoder.run(Int32Array.of(1)).states(1, 'forward')).toThrow('no such layer or direction');
    const bias = new Float32Array(3);
    const forward = { ...weights.layers[0].forward, bias };
    expect(() => encode({ ...weights, layers: [{ units: 16, forward }] })).toThrow('The bias of layer 0 has 3 values');
  });

  test('the states of a text are gone when the next one ran', () => {
    const encoder = encode(ofShape({}));
    const first = encoder.run(text(5, 50, 1));
    encoder.run(text(5, 50, 2));
    expect(() => first.states(0, 'forward')).toThrow('ran again');
  });
});
