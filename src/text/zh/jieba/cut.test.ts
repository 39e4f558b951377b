import fc from 'fast-check';
import initialise, { cut, tag } from 'jieba-wasm/web';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { jiebaTable } from '../../testing';
import { jiebaModule } from './build.mjs';
import { tagOf, wordEnds } from './cut';
import { readTable, type JiebaTable } from './table';

let table: JiebaTable;
let words: readonly string[];
beforeAll(async () => {
  await initialise({ module_or_path: await jiebaModule() });
  table = readTable(await jiebaTable());
  words = wordsOf(table);
});

/** Every word of the trie, found by a separate walk. */
function wordsOf({ firstChild, units, entries }: JiebaTable): string[] {
  const prefixes = [''];
  const found: string[] = [];
  for (let node = 0; node < units.length; node++) {
    if (entries[node] > 0) found.push(prefixes[node]);
    for (let child = firstChild[node]; child < firstChild[node + 1]; child++) {
      prefixes[child] = prefixes[node] + String.fromCharCode(units[child]);
    }
  }
  return found;
}

/** jieba writes a lone surrogate as U+FFFD, which is one unit too. */
const byJieba = (text: string): string[] => cut(text, true);
const byTable = (text: string): string[] => {
  const whole = text.replace(/[\uD800-\uDFFF]/gu, '\uFFFD');
  return wordEnds(table, text).map((end, index, ends) => whole.slice(ends[index - 1] ?? 0, end));
};
function same(text: string): void {
  const [ours, jiebas] = [byTable(text), byJieba(text)];
  // Comparing long lists item by item takes longer than cutting.
  if (ours.join('\0') !== jiebas.join('\0')) expect(ours).toEqual(jiebas);
}

/** A repeatable choice of words: every run has the same texts. */
const chooser = (seed: number) => (below: number) => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor((seed / 2 ** 32) * below);
};

describe('cuts as jieba-wasm does', () => {
  it('every word of the dictionary, one after another and in both orders', () => {
    expect(words.length).toBe(349_045);
    for (let at = 0; at < words.length; at += 1000) {
      const part = words.slice(at, at + 1000);
      same(part.join('，'));
      same(part.join(''));
    }
  });

  it('random words, with parts of words between them', () => {
    const next = chooser(1);
    for (let round = 0; round < 3000; round++) {
      const text = Array.from({ length: 40 }, () => {
        const word = words[next(words.length)];
        const from = next(3) === 0 ? next(word.length) : 0;
        return word.slice(from) + (next(12) === 0 ? '。' : '');
      });
      same(text.join(''));
    }
  });

  it('any Han characters, common, rare and beyond 16 bits', () => {
    const next = chooser(2);
    const ranges = [[0x4e00, 0x9fff], [0x4e00, 0x5200], [0x3400, 0x4dbf], [0xf900, 0xfaff], [0x20000, 0x2fa20]]; // prettier-ignore
    for (let round = 0; round < 3000; round++) {
      const [first, last] = ranges[next(ranges.length)];
      const { letters } = table;
      const text = Array.from({ length: 30 }, () =>
        String.fromCodePoint(next(2) === 0 ? letters[next(letters.length)] : first + next(last - first + 1)),
      );
      same(text.join(''));
    }
  });

  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 3 }),
    fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    fc.constantFrom(...'的了是不很好人大小一二三ABCabc0123456789+#&._%- \t\r\n\u0085\u00A0\uFEFF\u3000，。！？…'),
    fc.constantFrom(
      '\r\n',
      '1.5%',
      '3D',
      'T恤',
      'c++',
      'C#',
      'AT&T',
      '卡拉OK',
      '１２３',
      '二〇〇八',
      '𠮷野家',
      '小明',
      '\uD83D',
      '😀',
    ),
    fc.nat().map((index) => words[index % words.length]),
  );
  it('any text', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        same(pieces.join(''));
      }),
      { numRuns: 5000, seed: 3 },
    );
  });

  it('a hundred thousand characters', () => {
    const next = chooser(4);
    same(Array.from({ length: 50_000 }, () => words[next(words.length)]).join(''));
    same('好'.repeat(100_000));
    same('龘'.repeat(100_000));
    same('，'.repeat(100_000));
  });
});

test('parts of speech are those of jieba-wasm', () => {
  const next = chooser(5);
  const tokens = ['', ' ', '，', '3', '3.5%', 'abc', 'c++', 'T恤', '好的', '龘龘', '\uD83D', '😀', 'a好', '1好', '!!'];
  for (let round = 0; round < 5000; round++) tokens.push(words[next(words.length)]);
  for (const token of tokens) expect([token, tagOf(table, token)]).toEqual([token, tag(token, true).at(0)?.tag]);
});

describe('a table', () => {
  it('is read at any byte offset', async () => {
    const bytes = await jiebaTable();
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    const text = '挺好用的，龘龘';
    expect(wordEnds(readTable(shifted.subarray(3)), text)).toEqual(wordEnds(table, text));
  });

  it('is refused when it is incomplete or something else', async () => {
    const bytes = await jiebaTable();
    for (const length of [0, 23, 24, 1000, bytes.length - 1]) {
      expect(() => readTable(bytes.subarray(0, length))).toThrow(/it has \d+ bytes, not \d+|it ends too early/);
    }
    expect(() => readTable(new Uint8Array(100))).toThrow('it is no table of jieba');
  });
});
