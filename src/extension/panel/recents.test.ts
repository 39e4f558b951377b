import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type * as vscode from 'vscode';
import { explanationOf } from '../../../test/doubles/explanations';
import { Recents } from './recents';

/** A workspace's memory: what is kept comes back as JSON. */
class Memory {
  readonly kept = new Map<string, string>();
  writes = 0;
  get = (key: string, otherwise?: unknown): unknown =>
    this.kept.has(key) ? JSON.parse(this.kept.get(key)!) : otherwise;
  update = (key: string, value: unknown) => {
    this.writes++;
    if (value === undefined) this.kept.delete(key);
    else this.kept.set(key, JSON.stringify(value));
    return Promise.resolve();
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const open = (memory: Memory) => new Recents(memory as unknown as vscode.Memento);
const made = (text: string, time = '14:02') => ({
  time,
  place: { uri: 'file:///w/a.md', file: 'a.md', line: 3, start: 0 },
  explanation: explanationOf(text, undefined, { good: 0.4 }),
});

test('the last twenty are remembered beyond the window, the newest first, each text once', () => {
  const memory = new Memory();
  const recents = open(memory);
  for (let at = 0; at < 25; at++) recents.add(made(`good ${at}`));
  recents.add(made('good 10', '15:00'));
  vi.runAllTimers();
  const texts = open(memory)
    .list()
    .map(({ text, time }) => `${time} ${text}`);
  expect(texts).toHaveLength(20);
  expect(texts.slice(0, 2)).toEqual(['15:00 good 10', '14:02 good 24']);
  expect(texts.filter((text) => text.endsWith('good 10'))).toHaveLength(1);
});

test('one is pinned, and stays so when it is no longer among the last', () => {
  const memory = new Memory();
  const recents = open(memory);
  recents.add(made('good'));
  const [{ key }] = recents.list();
  recents.pinOnly(recents.find(key));
  for (let at = 0; at < 25; at++) recents.add(made(`good ${at}`));
  expect(recents.list().some(({ pinned }) => pinned)).toBe(false);
  expect(open(memory).pinned?.explanation.text).toBe('good');
  recents.pinOnly(undefined);
  expect(open(memory).pinned).toBeUndefined();
});

test('what an older version kept otherwise is left out', () => {
  const memory = new Memory();
  void memory.update('saliency.panel.recent', [{ key: 'a' }, { text: 'old' }]);
  void memory.update('saliency.panel.pinned', { key: 'a', place: {} });
  expect(open(memory).list()).toEqual([]);
  expect(open(memory).pinned).toBeUndefined();
});

test('explanations one after the other are written once in a while, the last ones when the window closes', () => {
  const memory = new Memory();
  const recents = open(memory);
  for (let at = 0; at < 10; at++) {
    recents.add(made(`good ${at}`));
    vi.advanceTimersByTime(100);
  }
  expect(memory.writes).toBeLessThanOrEqual(2);
  recents.dispose();
  expect(open(memory).list()).toHaveLength(10);
  vi.runAllTimers();
  expect(memory.writes).toBeLessThanOrEqual(3);
});

test('what a discarded model has said is forgotten, pinned or not', () => {
  const memory = new Memory();
  const recents = open(memory);
  const by = (model: string, text: string) => ({ ...made(text), explanation: { ...made(text).explanation, model } });
  recents.add(by('en', 'good one'));
  recents.add(by('mine', 'good two'));
  recents.pinOnly({ key: 'b', ...by('mine', 'good two') });
  recents.forgetModel('mine');
  const left = open(memory);
  expect(left.list().map(({ text }) => text)).toEqual(['good one']);
  expect(left.pinned).toBeUndefined();
});
