import { expect, test } from 'vitest';
import { readIn } from './testing/collect';
import type { CellPlace } from './record';

const ROWS = 25;
const texts = Array.from({ length: ROWS }, (_, i) => `Row ${i} was good, “really” 很好 😀 number ${i % 3}`);

/** What an editor selects: lines end with `\n`, `\r\n` or `\r`, columns are UTF-16 units. */
function selected(content: string, { line, column, endLine, endColumn }: CellPlace): string {
  const lines = content.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  if (line === endLine) return lines[line - 1].slice(column - 1, endColumn - 1);
  const between = lines.slice(line, endLine - 1);
  return [lines[line - 1].slice(column - 1), ...between, lines[endLine - 1].slice(0, endColumn - 1)].join('\n');
}

test.each<[string, string]>([
  ['a.csv', `id,text,n\r\n${texts.map((text, i) => `${i},"${text}",${i}`).join('\r\n')}`],
  ['a.tsv', `id\ttext\n${texts.map((text, i) => `${i}\t${text}`).join('\n')}`],
  ['a.ndjson', texts.map((text, i) => JSON.stringify({ user: { name: `Row ${i}: it` }, text, n: i })).join('\n')],
  ['a.json', `\uFEFF${JSON.stringify({ reviews: texts.map((text) => ({ title: text, text })) }, null, 2)}`],
  [
    'b.json',
    JSON.stringify(
      texts.map((text) => ({ text })),
      null,
      1,
    ),
  ],
  ['a.txt', texts.join('\r')],
  ['a.md', `# Head\n\n${texts.map((text) => `- ${text}`).join('\n')}`],
  ['a.srt', texts.map((text, i) => `${i + 1}\n00:00:0${i % 10},000 --> 00:00:0${i % 10},900\n${text}\n`).join('\n')],
  ['chat.txt', texts.map((text, i) => `03/05/2024, 10:${10 + i} - Ann: ${text}`).join('\n')],
])('the place of each text of %s selects exactly it', async (name, content) => {
  const { records } = await readIn(name, content, { places: true, piece: 100 });
  expect(records.map(({ text }) => text)).toEqual(texts);
  expect(records.map(({ place }) => place && selected(content, place))).toEqual(texts);
});

test('a cell of several lines, behind others and between its quotes', async () => {
  const content = 'id,text,label\n1,"two\nlines, and ""more""",pos\n2,one,neg\n';
  const { records } = await readIn('a.csv', content, { places: true });
  expect(records.map(({ place }) => place && selected(content, place))).toEqual(['two\nlines, and ""more""', 'one']);
});
