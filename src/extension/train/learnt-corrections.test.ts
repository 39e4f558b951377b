import { expect, test } from 'vitest';
import type * as vscode from 'vscode';
import { countCorrections, forgetCorrections } from './learnt-corrections';

test('corrections that the start has learnt are not counted once more; those of another model or file are', async () => {
  const kept = new Map<string, unknown>();
  const memory = {
    get: (key: string, otherwise: unknown) => kept.get(key) ?? otherwise,
    update: (key: string, value: unknown) => Promise.resolve(void kept.set(key, value)),
  } as unknown as vscode.Memento;
  const from = (model: string, name: string, corrected: number) => ({ name, start: { kind: 'model', model } as const, corrected }); // prettier-ignore
  expect(await countCorrections(memory, 'file:///a.ndjson', from('en', 'mine', 40))).toBe(0);
  expect(await countCorrections(memory, 'file:///b.ndjson', from('mine', 'other', 10))).toBe(0);
  expect(await countCorrections(memory, 'file:///a.ndjson', from('mine', 'mine-2', 52))).toBe(40);
  expect(await countCorrections(memory, 'file:///a.ndjson', from('en', 'mine-3', 60))).toBe(0);
  expect(await countCorrections(memory, undefined, from('mine-3', 'mine-4', 60))).toBe(0);
  expect(await countCorrections(memory, 'file:///a.ndjson', { name: 'new', start: { kind: 'scratch' }, corrected: 60 })).toBe(0); // prettier-ignore
  // What was learnt by a model that is discarded was learnt by none: that before it counts again.
  expect(await countCorrections(memory, 'file:///c.ndjson', from('en', 'one', 40))).toBe(0);
  expect(await countCorrections(memory, 'file:///c.ndjson', from('one', 'two', 50))).toBe(40);
  await forgetCorrections(memory, 'two');
  expect(JSON.stringify([...kept.values()])).not.toContain('two');
  expect(await countCorrections(memory, 'file:///c.ndjson', from('one', 'three', 52))).toBe(40);
  for (const name of ['three', 'one', 'other', 'new', 'mine-3']) await forgetCorrections(memory, name);
  expect([...kept.values()]).toEqual([undefined]);
});
