import { expect, test } from 'vitest';
import { onDemand } from './on-demand-value';

test('is made once, however often it is needed, and not before', async () => {
  let made = 0;
  const value = onDemand(async () => ({ number: ++made }));
  expect([made, value.made()]).toEqual([0, undefined]);
  const [first, second] = await Promise.all([value.get(), value.get()]);
  expect(second).toBe(first);
  expect(await value.get()).toBe(first);
  expect([made, value.made()]).toEqual([1, first]);
});

test('is made by the next call where making it failed', async () => {
  let tries = 0;
  const value = onDemand(async () => {
    if (++tries === 1) throw new Error('not loaded');
    return 'loaded';
  });
  await expect(value.get()).rejects.toThrow('not loaded');
  expect(value.made()).toBeUndefined();
  expect(await value.get()).toBe('loaded');
});
