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
