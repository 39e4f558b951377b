import { expect, test } from 'vitest';
import { cachedFiles } from './kept-files';

const SIZES: Readonly<Record<string, number>> = { a: 40, b: 40, c: 40, large: 200 };

/** Files of these sizes; what was asked of the source stands in `asked`. */
function files(fails: readonly string[] = []) {
  const asked: string[] = [];
  const failing = new Set(fails);
  const read = (path: string) => {
    asked.push(path);
    if (failing.delete(path)) return Promise.reject(new Error(`no ${path}`));
    return Promise.resolve(new Uint8Array(SIZES[path]));
  };
  return { asked, ...cachedFiles({ read }, 100) };
}

test('a file travels once, also where two ask for it at the same time', async () => {
  const { read, asked } = files();
  const [one, other] = await Promise.all([read('a'), read('a')]);
  expect(one).toHaveLength(40);
  expect(other).toBe(one);
  expect(await read('a')).toBe(one);
  expect(asked).toEqual(['a']);
});

test('beyond the limit, those that nobody asked for since are dropped', async () => {
  const { read, asked } = files();
  for (const path of ['a', 'b', 'a', 'c']) await read(path);
  for (const path of ['a', 'c', 'b']) await read(path);
  expect(asked).toEqual(['a', 'b', 'c', 'b']);
});

test('a file larger than the limit is read, and not kept', async () => {
  const { read, asked } = files();
  expect(await read('large')).toHaveLength(200);
  await read('large');
  expect(asked).toEqual(['large', 'large']);
});

test('a file that could not be read is asked for again', async () => {
  const { read, asked } = files(['a']);
  await expect(read('a')).rejects.toThrow('no a');
  expect(await read('a')).toHaveLength(40);
  expect(asked).toEqual(['a', 'a']);
});
