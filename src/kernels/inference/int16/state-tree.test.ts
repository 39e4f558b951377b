import { beforeAll, describe, expect, test, vi } from 'vitest';
import { kernelBytes } from '../../testing/backend';
import { createInt16Encoder, type Int16Encoder } from './encoder';
import type { Int16Exports } from './exports';
import { ofShape, randomText as text } from '../../testing/encoder';
import type { EncoderWeights } from './weights';

const { Instance } = WebAssembly;

let module: WebAssembly.Module;
beforeAll(async () => {
  module = await WebAssembly.compile((await kernelBytes()) as Uint8Array<ArrayBuffer>);
});

const encode = (weights: EncoderWeights) => createInt16Encoder(module, weights);

describe('what was read stays for what is read next', () => {
  const reads = (encoder: Int16Encoder, texts: readonly Int32Array[]) =>
    encoder.logitsOf(texts.map((ids) => ({ ids })));
  const parts = (whole: Int32Array, count: number) =>
    Array.from({ length: count }, (_, at) => whole.filter((__, word) => (word * 7 + at) % (at + 2) !== 0));

  test.each([
    { units: [16], bidirectional: true, head: 'additive' },
    { units: [12, 9], bidirectional: false, head: 'feed-forward' },
    { units: [12, 9], bidirectional: true, head: 'feed-forward' },
    { units: [9], bidirectional: false, cell: 'simple-rnn', head: 'last-states' },
  ] as const)('in calls one after another, with texts left out in between: $units, $bidirectional, $head', (shape) => {
    const weights = ofShape(shape);
    const encoder = encode(weights);
    const whole = text(60, 50, 3);
    const texts = parts(whole, 12);
    const want = texts.map((ids) => encode(weights).run(ids).logits);
    const all = new Array<number>(60).fill(1);
    const out = encode(weights).without(whole, all, [0, 30, 59]);
    const first = encoder.run(whole);
    const states = first.states(0, 'forward');
    expect(reads(encoder, texts.slice(0, 5))).toEqual(want.slice(0, 5));
    expect(encoder.without(whole, all, [0, 30, 59])).toEqual(out);
    expect(reads(encoder, texts)).toEqual(want);
    expect(encoder.run(whole).states(0, 'forward')).toEqual(states);
    expect(encoder.run(whole).logits).toEqual(first.logits);
  });

  test('until there is no room, for texts of any length', () => {
    const weights = ofShape({ units: [8], vocabulary: 300 });
    const encoder = encode(weights);
    const long = [text(6_000, 300, 1), text(3_000, 300, 2), text(200, 300, 3)];
    const texts = [...long, ...parts(long[2], 60), ...long];
    const want = texts.map((ids) => encode(weights).run(ids).logits);
    encoder.run(long[2]);
    expect(reads(encoder, texts)).toEqual(want);
    const all = new Array<number>(3_000).fill(1);
    const out = [0, 1, 1_500, 2_998, 2_999];
    const left = out.map((word) => encoder.run(long[1].filter((_, at) => at !== word)).logits);
    expect(encoder.without(long[1], all, out)).toEqual(left);
    expect(reads(encoder, texts)).toEqual(want);
  });

  test('each beginning and each end is read once', () => {
    let [steps, sums] = [0, 0];
    const counted = vi.spyOn(WebAssembly, 'Instance').mockImplementation(function (this: unknown, ...how) {
      const { exports } = new Instance(...how);
      const { int16Lstm, int16Sums } = exports as unknown as Int16Exports;
      const counting: Partial<Int16Exports> = {
        int16Lstm: (...given) => ((steps += given[0]), int16Lstm(...given)),
        int16Sums: (...given) => ((sums += given[0]), int16Sums(...given)),
      };
      return { exports: { ...exports, ...counting } } as WebAssembly.Instance;
    });
    const encoder = encode(ofShape({}));
    counted.mockRestore();
    const whole = text(60, 50, 3);
    const texts = [whole, ...parts(whole, 12)];
    const beginnings = new Set(texts.flatMap((ids) => Array.from(ids, (_, at) => ids.subarray(0, at + 1).join())));
    const ends = new Set(texts.flatMap((ids) => Array.from(ids, (_, at) => ids.subarray(at).join())));
    reads(encoder, texts);
    reads(encoder, texts.toReversed());
    expect([steps, sums]).toEqual([beginnings.size + ends.size, beginnings.size + ends.size]);
  });

  test('but not where ids are given to other words', () => {
    const weights = ofShape({});
    const table = Array.from({ length: 50 }, (_, id) => id);
    const read = (id: number, target: Float32Array) => weights.words.read(table[id], target);
    const encoder = encode({ ...weights, words: { ...weights.words, read } });
    const ids = text(20, 50, 4);
    expect(reads(encoder, [ids])).toEqual([encode(weights).run(ids).logits]);
    table.reverse();
    encoder.forgetWords();
    expect(reads(encoder, [ids])).toEqual([encode(weights).run(ids.map((id) => 49 - id)).logits]);
  });
});
