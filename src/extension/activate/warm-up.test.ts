import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { OpenDocument, forgetDocuments } from '../../../test/doubles/documents';
import { spy } from '../../../test/doubles/vscode';
import type { ExplainRequest } from '../../shared/protocol/explainer';
import { WarmUp } from './warm-up';

let asked: string[];
let warmUp: WarmUp;

beforeEach(() => {
  vi.useFakeTimers();
  spy.settings.set('saliency.live.languages', ['plaintext']);
  asked = [];
  const ask = ({ text }: ExplainRequest) => {
    asked.push(text);
    return Promise.reject(new Error('It does not matter.'));
  };
  warmUp = new WarmUp({ ask });
});
afterEach(() => {
  warmUp.dispose();
  forgetDocuments();
  vi.useRealTimers();
});

const select = (text: string, languageId = 'plaintext') => {
  const { uri } = new OpenDocument(text);
  const textEditor = { document: { uri, languageId, getText: () => text } };
  spy.selected.fire({ textEditor, selections: [{ isEmpty: text === '' }] });
};

test('the first prose that is selected prepares the engine, once', async () => {
  select('I loved');
  select('I loved every minute.');
  await vi.advanceTimersByTimeAsync(249);
  expect(asked).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(asked).toEqual(['I loved every minute.']);
  select('And the last scene.');
  await vi.runAllTimersAsync();
  expect(asked).toHaveLength(1);
});

test.each([
  ['a cursor', '', 'plaintext'],
  ['code', 'const a = 1;', 'typescript'],
  ['a line of dashes', '-----', 'plaintext'],
])('%s prepares nothing', async (_what, text, languageId) => {
  select(text, languageId);
  await vi.runAllTimersAsync();
  expect(asked).toEqual([]);
});

test('of a long selection its beginning is enough', async () => {
  select('word '.repeat(10_000));
  await vi.runAllTimersAsync();
  expect(asked[0].length).toBeLessThanOrEqual(400);
});

test('in a browser, where files travel slowly, shown prose is enough, in its own language', async () => {
  warmUp.dispose();
  new OpenDocument('味道很好，服务也热情。');
  warmUp = new WarmUp(
    { ask: ({ text }) => (asked.push(text), Promise.reject(new Error('It does not matter.'))) },
    true,
  );
  await vi.advanceTimersByTimeAsync(999);
  expect(asked).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(asked).toEqual(['味道很好，服务也热情。']);
  select('And the last scene.');
  await vi.runAllTimersAsync();
  expect(asked).toHaveLength(1);
});

test('shown prose prepares nothing elsewhere', async () => {
  new OpenDocument('It was shown, and nothing else.');
  await vi.runAllTimersAsync();
  expect(asked).toEqual([]);
});
