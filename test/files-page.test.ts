import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readingText } from '../src/cli/output/reading-text';
import { decoderOf } from '../src/records/bytes/old-decoders';
import { ENDINGS, formatOfName } from '../src/records/formats/table';
import { classOfDegree } from '../src/records/labels/degree';
import { labelMeaning } from '../src/records/labels/label-meaning';
import { readIn } from '../src/records/testing/collect';

/** docs/files.md says what the program does: what can be checked of it is, from the page itself. */
const PAGE = readFileSync(join(import.meta.dirname, '../docs/files.md'), 'utf8');
const sectionOf = (name: string) => PAGE.split(/^## /m).find((section) => section.startsWith(`${name}\n`)) ?? '';
const rowsOf = (section: string) =>
  sectionOf(section)
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2)
    .map((line) => line.slice(2).replace(/\s*\|$/, '').split(/ \| /).map((cell) => cell.trim())); // prettier-ignore

test('the endings of the table are those that are read', () => {
  const listed = rowsOf('Formats').flatMap(([, endings]) => [...endings.matchAll(/`(\.[a-z]+)`/g)].map(([, one]) => one)); // prettier-ignore
  const known = ENDINGS.filter((ending) => formatOfName(`a${ending}`) !== undefined);
  // `.xls` is a web page of that name, `.neg` that of a label.
  expect(known.filter((ending) => !listed.includes(ending) && !/^\.(pos|neg)$/.test(ending))).toEqual([]);
  expect(listed.filter((ending) => !known.includes(ending) && !/^\.(xls|txt|neg)$/.test(ending))).toEqual([]);
});

/** The bytes of a text in an encoding, by decoding all bytes and pairs of them. */
function encoded(text: string, encoding: string): Uint8Array {
  const decoder = decoderOf(encoding);
  const bytesOf = new Map<string, readonly number[]>();
  for (let lead = 0x80; lead <= 0xff; lead++) {
    for (let trail = 0x40; trail <= 0xff && !/windows|koi8/.test(encoding); trail++) bytesOf.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]); // prettier-ignore
  }
  for (let byte = 0; byte <= 0xff; byte++) bytesOf.set(decoder.decode(Uint8Array.of(byte)), [byte]);
  return Uint8Array.from([...text].flatMap((one) => bytesOf.get(one) ?? []));
}

test.each([
  ['windows-1252', 'Die Küche war großartig – wir kommen wieder, für „alle Fälle“.'],
  ['windows-1250', 'Świetny koncert, wzruszyłam się do łez i będę wracać często.'],
  ['windows-1254', 'Çok güzel bir akşamdı, şarkılar ve ışıklar muhteşemdi, teşekkürler.'],
  ['gb18030', '服务很好，下次还会再来，价格也不贵。'],
  ['big5', '服務很好，下次還會再來，價格也不貴。'],
  ['shift_jis', 'とても気持ちよくて、また来たいと思いました。'],
  ['euc-jp', 'とても気持ちよくて、また来たいと思いました。'],
  ['euc-kr', '무대가 정말 멋졌어요. 또 보고 싶어요. 됬어요.'],
  ['windows-1251', 'Прекрасный концерт, пришли бы ещё раз, спасибо.'],
  ['koi8-r', 'Прекрасный концерт, пришли бы ещё раз, спасибо.'],
])('%s, which the page names, is found', async (encoding, text) => {
  const said = sectionOf('Encodings').toLowerCase().replace('shift-jis', 'shift_jis');
  expect(said).toContain(encoding);
  const { records, reading } = await readIn('a.csv', encoded(`text;n\n${text};1\n${text};2\n`, encoding));
  expect([reading.encoding?.name, records[0].text]).toEqual([encoding, text]);
});

const classesOf = (column: string, values: readonly string[]) => {
  const meaning = labelMeaning(column, values);
  return values.map((value) => {
    const degree = meaning.degree(value);
    return degree && classOfDegree(degree);
  });
};

describe('labels as in the table', () => {
  const rows = new Map(rowsOf('Labels').map(([notation, ...classes]) => [notation, classes]));
  const named = (notation: string, between: RegExp) =>
    (rows.get(notation) ?? []).map((cell) => cell.split(between).map((word) => word.trim()));

  test.each([
    ['names, whatever their case and blanks', /,\s*/],
    ['中文', /\s+/],
    ['thumbs and faces, plus and minus', /\s+/],
  ])('%s', (notation, between) => {
    const all = named(notation, between);
    expect(all.map(({ length }) => length > 1)).toEqual([true, true, true]);
    const mean = classesOf('label', ['+', ...all.flat()]).slice(1);
    const [negative, neutral, positive] = all.map((words) => words.length);
    expect(mean).toEqual([
      ...Array.from({ length: negative }, () => 'negative'),
      ...Array.from({ length: neutral }, () => 'neutral'),
      ...Array.from({ length: positive }, () => 'positive'),
    ]);
  });

  const [NEG, NEU, POS] = ['negative', 'neutral', 'positive'];
  const by = (...pairs: readonly (readonly [string | undefined, readonly (number | string)[]])[]) =>
    pairs.flatMap(([label, values]) => values.map((value) => [String(value), label] as const));
  const tried: Readonly<Record<string, readonly (readonly [column: string, pairs: ReturnType<typeof by>])[]>> = {
    '0 and 1': [['label', by([NEG, [0]], [POS, [1]])]],
    '1 and 2 (Yelp)': [['label', by([NEG, [1]], [POS, [2]])]],
    '0, 1, 2 · 1, 2, 3 · −1, 0, 1': [[0, 1, 2], [1, 2, 3], [-1, 0, 1]].map(([a, b, c]) => ['label', by([NEG, [a]], [NEU, [b]], [POS, [c]])]), // prettier-ignore
    '0, 2, 4 · 0 and 4 (Sentiment140)': [['target', by([NEG, [0]], [NEU, [2]], [POS, [4]])], ['target', by([NEG, [0]], [POS, [4]])]], // prettier-ignore
    '0 to 4 · −2 to 2': [['label', by([NEG, [0, 1]], [NEU, [2]], [POS, [3, 4]])], ['label', by([NEG, [-2, -1]], [NEU, [0]], [POS, [1, 2]])]], // prettier-ignore
    'stars and ratings, 1 to 5, halves too': [['stars', by([NEG, [1, 2, 2.5]], [NEU, [3]], [POS, [3.5, 4, 5]])]],
    '1 to 10': [['rating', by([NEG, [1, 2, 3, 4]], [NEU, [5, 6]], [POS, [7, 8, 9, 10]])]],
    '0 to 100, percent': [['score', by([NEG, [0, 20, 39]], [NEU, [40, 50, 60]], [POS, [61, 80, 100]])], ['score', by([NEG, ['39 %']], [NEU, ['60%']], [POS, ['61 %']])]], // prettier-ignore
    '10 to 50 in tens, in a column called star': [['star', by([NEG, [10, 20]], [NEU, [30]], [POS, [40, 50]])]],
    '0 to 1 with decimals, in a column called sentiment or label': ['sentiment', 'label'].map((name) => [name, by([NEG, [0.1, 0.4]], [NEU, [0.5, 0.6]], [POS, [0.61, 0.9]])]), // prettier-ignore
    '−1 to 1 with decimals (VADER, TextBlob)': [['compound', by([NEG, [-0.6, -0.05]], [NEU, [-0.04, 0.04]], [POS, [0.05, 0.9]])]], // prettier-ignore
    '“5 stars”, “4/5”, “4 out of 5 stars”, 4½, ★★★, 五星': [['rating', by([POS, ['5 stars', '4½', '4/5', '4 out of 5 stars', '五星']], [NEU, ['★★★']])]], // prettier-ignore
    'true and false, yes and no, 是 and 否': [['label', by([NEG, ['false', 'no', '否']], [POS, ['true', 'yes', '是']])], ['is_negative', by([NEG, ['true']], [POS, ['false']])]], // prettier-ignore
    '“how likely to recommend”, 0 to 10; NPS; numbers beside promoters and detractors': [['How likely to recommend?', by([NEG, [0, 3, 6]], [NEU, [7, 8]], [POS, [9, 10]])]], // prettier-ignore
    '`LABEL_0` …, `__label__positive`, `["negative"]`': [['label', by([NEG, ['LABEL_0']], [POS, ['LABEL_1']])], ['label', by([POS, ['__label__positive']], [NEG, ['["negative"]']])]], // prettier-ignore
  };

  test('every row of the table is tried', () => {
    const words = ['names, whatever their case and blanks', '中文', 'thumbs and faces, plus and minus'];
    expect([...rows.keys()].filter((notation) => !(notation in tried) && !words.includes(notation))).toEqual([]);
    expect(Object.keys(tried).filter((notation) => !rows.has(notation))).toEqual([]);
  });

  test.each(Object.entries(tried).flatMap(([notation, columns]) => columns.map((one) => [notation, ...one] as const)))(
    '%s, called %s',
    (_, column, pairs) => {
      const values = pairs.map(([value]) => value);
      expect(classesOf(column, values)).toEqual(pairs.map(([, label]) => label));
    },
  );

  test('what is no label', () => {
    const meaning = labelMeaning('label', ['1', '5', '99', '-9', 'NaN']);
    expect(['', 'NaN', 'N/A', 'refused', '未评价'].filter((value) => !meaning.none(value))).toEqual([]);
    expect(classesOf('label', ['1', '5', '99', '-9'])).toEqual([NEG, POS, undefined, undefined]);
    expect(classesOf('stars', ['0', '4', '2'])).toEqual([undefined, POS, NEG]);
    expect(classesOf('label', ['-1', '-1'])).toEqual([undefined, undefined]);
  });
});

test('the example of a shop is what is said of such a file', async () => {
  const texts = [
    'The parcel came on time and the kettle works well',
    'The seller never answered my letters — what a shame',
    'It’s an ordinary kettle for an ordinary price',
  ];
  const stars = [...Array<number>(500).fill(5), ...Array<number>(310).fill(4), ...Array<number>(200).fill(1), ...Array<number>(120).fill(2), ...Array<number>(74).fill(3)]; // prettier-ignore
  const rows = stars.map((star, i) => `${i + 1};${star};${star > 3 ? texts[0] : star < 3 ? texts[1] : texts[2]} ${i};It would be good to have a longer cable, and a lid that ${i % 3 ? 'closes' : 'stays open'} by itself ${i};2024-03-${String((i % 28) + 1).padStart(2, '0')}`); // prettier-ignore
  const german = 'Der Wasserkocher ist leider nach einer Woche kaputtgegangen, schade';
  for (const at of [20, 40]) rows[at] = rows[at].replace(/;(The|It)[^;]*;/, `;${german};`);
  for (const at of [14, 600]) rows[at] += ';x';
  const { reading } = await readIn('reviews.csv', encoded(['# shop export', 'id;stars;comment;wishes;day', ...rows, ''].join('\n'), 'windows-1252')); // prettier-ignore
  const said = readingText(reading).split('\n').map((line) => line.trim()).filter((line) => line !== ''); // prettier-ignore
  const shown = [...PAGE.matchAll(/^> (.*?)\s*$/gm)].map(([, line]) => line);
  expect(said).toEqual(shown);
});
