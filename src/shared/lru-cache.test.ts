import { expect, test } from 'vitest';
import { LruCache } from './lru-cache';

test('the entry that was not used for longest goes first', () => {
  const dropped: number[] = [];
  const recent = new LruCache<string, number>(2, (value) => dropped.push(value));
  recent.set('a', 1);
  recent.set('b', 2);
  expect(recent.get('a')).toBe(1);
  recent.set('c', 3);
  expect(recent.get('b')).toBeUndefined();
  expect(recent.get('a')).toBe(1);
  expect(dropped).toEqual([2]);
  recent.clear();
  expect(dropped).toEqual([2, 3, 1]);
  expect(recent.get('a')).toBeUndefined();
});
