import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { detectEncoding } from './encoding';
import { readIn, recordsIn } from '../testing/collect';
import { decoderOf } from './old-decoders';

const TEXT =
  '电池很耐用，屏幕也清楚，就是送货慢了两天。\nThe plot is thin, but I loved it – really “loved” it.\n总的来说很满意 😀\n';
const ROWS = TEXT.trim().split('\n');
const utf16 = (text: string, big: boolean) => {
  const bytes = Buffer.from(text, 'utf16le');
  return big ? bytes.swap16() : bytes;
};
/** “今天天气很好\n质量不错\n” in GB18030, written by hand from the code table. */
const GB = Uint8Array.of(
  ...[0xbd, 0xf1, 0xcc, 0xec, 0xcc, 0xec, 0xc6, 0xf8, 0xba, 0xdc, 0xba, 0xc3, 0x0a],
  ...[0xd6, 0xca, 0xc1, 0xbf, 0xb2, 0xbb, 0xb4, 0xed, 0x0a],
);

test.each<[string, Uint8Array]>([
  ['UTF-8', Buffer.from(TEXT)],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${TEXT}`)],
  ['UTF-16 LE with a mark', utf16(`\uFEFF${TEXT}`, false)],
  ['UTF-16 BE with a mark', utf16(`\uFEFF${TEXT}`, true)],
  ['UTF-16 LE', utf16(TEXT, false)],
  ['UTF-16 BE', utf16(TEXT, true)],
  ['packed UTF-8', gzipSync(TEXT)],
])('%s is found, in pieces of any length', async (name, bytes) => {
  // Without a mark, the first piece must be long enough to show its zeros.
  const pieces = /UTF-16 .E$/.test(name) ? [101, 1000] : [1, 2, 3, 5, 1000];
  for (const piece of pieces) {
    expect((await recordsIn('a.txt', bytes, piece)).map(({ text }) => text)).toEqual(ROWS);
  }
});

test('GB18030 is found', async () => {
  for (const piece of [1, 3, 1000]) {
    expect((await recordsIn('a.txt', GB, piece)).map(({ text }) => text)).toEqual(['今天天气很好', '质量不错']);
  }
});

test('any text in UTF-8 is UTF-8, and comes back as it was', async () => {
  const line = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .filter((text) => !/[\0\r\n]/.test(text) && text.trim() !== '' && !text.startsWith('\uFEFF'));
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1 }), fc.integer({ min: 1, max: 7 }), async (rows, piece) => {
      const bytes = new TextEncoder().encode(`plain\n${rows.join('\n')}\n`);
      expect((await recordsIn('a.txt', bytes, piece)).map(({ text }) => text)).toEqual(['plain', ...rows]);
    }),
    { seed: 3 },
  );
});

test('bytes of no encoding cost their own line only', async () => {
  const good = Buffer.from('质量很好，我很喜欢\n');
  const bytes = Buffer.concat([
    good,
    Buffer.from([0x61, 0xff, 0xfe, 0x62, 0x0a]),
    Buffer.from('a literal \uFFFD is text\n'),
    good,
  ]);
  expect(detectEncoding(bytes).name).toBe('utf-8');
  const found = await recordsIn('a.txt', bytes, 4);
  expect(found.map(({ error }) => error !== undefined)).toEqual([false, true, false, false]);
  expect(found[1]).toMatchObject({
    line: 2,
    error: 'There are bytes in it that do not belong to the encoding of the file.',
  });
});

test('Korean of Windows has syllables that KS X 1001 lacks, in pieces of any length', async () => {
  // “됬어요\n뷁 좋아요\n”, by the table of code page 949.
  const bytes = Uint8Array.of(0x89, 0xe7, 0xbe, 0xee, 0xbf, 0xe4, 0x0a, 0x94, 0xee, 0x20, 0xc1, 0xc1, 0xbe, 0xc6, 0xbf, 0xe4, 0x0a); // prettier-ignore
  for (const piece of [1, 2, 3, 1000])
    expect((await readIn('a.txt', bytes, { piece, encoding: 'euc-kr' })).records.map(({ text }) => text)).toEqual(['됬어요', '뷁 좋아요']); // prettier-ignore
});

test('all syllables of Korean have a place of their own in code page 949', () => {
  const pairs: number[] = [];
  for (let lead = 0x81; lead <= 0xc8; lead++) {
    for (let trail = 0x41; trail <= 0xfe; trail++) {
      const isLetter = trail <= 0x5a || (trail >= 0x61 && trail <= 0x7a) || trail >= 0x81;
      const isThere = trail >= 0xa1 || lead < 0xc6 || (lead === 0xc6 && trail <= 0x52);
      if (isLetter && isThere) pairs.push(lead, trail);
    }
  }
  const found = new Set(
    decoderOf('euc-kr')
      .decode(Uint8Array.from(pairs))
      .match(/\p{Script=Hangul}/gu),
  );
  const syllables = [...found].filter((one) => one >= '가' && one <= '힣');
  expect(syllables).toHaveLength(11_172);
});

test('a byte that belongs to nothing costs its line only', async () => {
  const bytes = Uint8Array.of(0x62, 0xff, 0x0a, 0xb0, 0xa1, 0x0a, 0x62, 0x85, 0x0a, 0xb0, 0xa1, 0x0a);
  const { records } = await readIn('a.txt', bytes, { encoding: 'euc-kr' });
  expect(records.map(({ text, error }) => text ?? (error && '!'))).toEqual(['!', '가', '!', '가']);
});

test('Big5 of Hong Kong, GBK with the euro, Windows-1252 with its quotes', () => {
  expect(decoderOf('big5').decode(Uint8Array.of(0xfb, 0x48, 0x9d, 0xf7, 0x9d, 0xf6))).toBe('嘅咗喺');
  expect(decoderOf('gbk').decode(Uint8Array.of(0xa2, 0xe3, 0x80))).toBe('€€');
  expect(decoderOf('latin1').decode(Uint8Array.of(0x93, 0x61, 0x94, 0x80))).toBe('“a”€');
});
