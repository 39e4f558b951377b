import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { columnOf } from '../src/records/reading';
import type { Role } from '../src/records/columns/names';
import { readIn } from '../src/records/testing/collect';

/** A file in a shape that surveys, shops, labelling tools, chats and spreadsheets hand out (test/cases/README.md). */
interface EverydayFile {
  readonly file: string;
  readonly content?: string;
  readonly base64?: string;
  /** How the texts begin; `!` where the row is an error. */
  readonly texts: readonly string[];
  readonly given?: readonly (string | null)[];
  readonly encoding?: string;
  readonly roles?: Partial<Record<Role, string>>;
}

const FILES = readFileSync(join(import.meta.dirname, 'cases', 'files.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as EverydayFile);

test.each(FILES)('$file', async ({ file, content, base64 = '', texts, given, encoding, roles = {} }) => {
  const { records, reading } = await readIn(file, content ?? Buffer.from(base64, 'base64'), { places: true });
  const found = records.map(({ text, error }, i) => text?.slice(0, texts[i]?.length) ?? (error && '!'));
  expect(found).toEqual(texts);
  if (given) expect(records.map(({ givenLabel }) => givenLabel ?? null)).toEqual(given);
  if (encoding !== undefined) expect(reading.encoding?.name).toBe(encoding);
  for (const [role, name] of Object.entries(roles))
    expect([role, columnOf(reading, role as Role)]).toEqual([role, name]);
});

/** Files that stand as they are read, so that what a place points at can be compared. */
const PLAIN = FILES.filter(
  ({ content, file }) => content !== undefined && !/\.(ipynb|eml|mbox)$|^(message_1|youtube-takeout)/.test(file),
);

test.each(PLAIN)('places of $file are those of its texts', async ({ file, content = '' }) => {
  const { records } = await readIn(file, content, { places: true });
  const lines = content.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  for (const { text, place } of records) {
    if (text === undefined || !place) continue;
    const { line, column, endLine, endColumn } = place;
    const between = lines.slice(line - 1, endLine);
    between[between.length - 1] = between[between.length - 1].slice(0, endColumn - 1);
    const pointed = between.join(' ').slice(column - 1);
    const word = /\p{L}+/u.exec(text)?.[0] ?? '';
    expect(pointed.slice(0, pointed.indexOf(word) + word.length)).toContain(word);
    // In front of the first word there are signs and tags, at most.
    expect(pointed.slice(0, pointed.indexOf(word)).replace(/<[^<>]*>|\{[^{}]*\}|&\w+;|\\u\w{4}|\\[nrt]/g, '')).not.toMatch(/\p{L}{2}/u); // prettier-ignore
  }
});
