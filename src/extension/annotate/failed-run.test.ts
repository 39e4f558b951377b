import { beforeEach, expect, test } from 'vitest';
import * as vscode from 'vscode';
import { EventEmitter, Uri } from '../../../test/doubles/vscode';
import type { RowsPiece } from '../../shared/findings/piece';
import { EditorFiles } from '../testing/editor-files';
import { OverviewPage } from './overview-page';
import type { OverviewHost } from './overview-host';
import type { KnownRun } from './runs';

const RUN: KnownRun = {
  input: { sources: [{ address: 'file:/w/a.csv', name: 'a.csv' }], reading: { fields: {}, unit: 'line' } },
  question: { explain: true, language: 'en' },
  also: 'none',
  open: true,
};
const WHY = 'The disk is full: a.saliency.ndjson cannot be written.';

let there: { done: boolean; rows?: number };
let pieces: readonly Pick<RowsPiece, 'first' | 'rows'>[];
/** Ends the rows of the run. */
let over: () => void;
/** Resolves when the reader of rows may begin. */
let opened: Promise<void>;

beforeEach(() => {
  new EditorFiles();
  Object.assign(vscode.commands, { getCommands: () => Promise.resolve([]) });
  there = { done: false };
  pieces = [];
  opened = Promise.resolve();
});

/** An overview that follows a run. @param ready whether its page says so before the run is over */
async function followed(ready = true) {
  const received = new EventEmitter<unknown>();
  const told: Record<string, unknown>[] = [];
  const panel = {
    webview: {
      onDidReceiveMessage: received.event,
      postMessage: (message: Record<string, unknown>) => Promise.resolve(told.push(message)),
    },
    onDidDispose: new EventEmitter<void>().event,
  } as unknown as vscode.WebviewPanel;
  const running = new Promise<void>((resolve) => (over = resolve));
  const left = [...pieces];
  void running.then(() => (isOver = true));
  let isOver = false;
  const annotator = {
    remains: () => Promise.resolve(there),
    openRows: async () => {
      await opened;
      if (isOver && !there.done && there.rows === undefined) throw new Error('There is no file.');
      return 1;
    },
    nextRows: async () => left.shift() ?? (await running),
    closeRows: () => Promise.resolve(),
  };
  const host = {
    parts: { log: { warn: () => undefined } },
    annotator,
    runs: { of: () => RUN },
  } as unknown as OverviewHost;
  const page = new OverviewPage(panel, Uri.parse('file:/w/a.saliency.ndjson') as unknown as vscode.Uri, host, true);
  const beReady = async () => {
    received.fire({ type: 'ready' });
    await rest();
  };
  if (ready) await beReady();
  const fail = async (why: string | undefined) => {
    over();
    await page.runEnded(false, why);
    await rest();
  };
  return { told, beReady, fail };
}

async function rest(): Promise<void> {
  for (let task = 0; task < 60; task++) await new Promise((resolve) => setImmediate(resolve));
}

const last = (told: readonly Record<string, unknown>[], type: string) => told.findLast((one) => one.type === type);

test.each([true, false])(
  'a run that fails before its first row: why, of what, and nothing else; page there before: %s',
  async (ready) => {
    const { told, beReady, fail } = await followed(ready);
    await fail(WHY);
    if (!ready) await beReady();
    expect(last(told, 'start')).toMatchObject({ info: { missing: ['a.csv'], known: true, partial: false } });
    expect(told.at(-1)).toEqual({ type: 'idle', problem: WHY });
  },
);

test('one that fails while the page begins to read its rows', async () => {
  let begin = (): void => undefined;
  opened = new Promise((resolve) => (begin = resolve));
  const { told, fail } = await followed();
  const failing = fail(WHY);
  await rest();
  begin();
  await failing;
  await rest();
  expect(last(told, 'start')).toMatchObject({ info: { missing: ['a.csv'] } });
  expect(told.at(-1)).toEqual({ type: 'idle', problem: WHY });
});

test('one that is stopped before its first row has failed in nothing', async () => {
  const { told, fail } = await followed();
  await fail(undefined);
  expect(last(told, 'start')).toMatchObject({ info: { missing: ['a.csv'] } });
  expect(told.at(-1)).toEqual({ type: 'idle' });
});

test('one that fails later: its rows stay, with why', async () => {
  pieces = [{ first: 0, rows: 20 }];
  const { told, fail } = await followed();
  there = { done: false, rows: 20 };
  await fail(WHY);
  expect(told.filter(({ type }) => type === 'start')).toHaveLength(1);
  expect(last(told, 'info')).toMatchObject({ info: { partial: true } });
  expect(JSON.stringify(told)).not.toContain('missing');
  expect(told.at(-1)).toEqual({ type: 'idle', problem: WHY });
});

test('a second run that fails at once: the results of the first are shown again, with why', async () => {
  const { told, fail } = await followed();
  there = { done: true };
  await fail(WHY);
  expect(told.filter(({ type }) => type === 'start')).toHaveLength(2);
  expect(JSON.stringify(told)).not.toContain('missing');
  expect(last(told, 'end')).toBeDefined();
  expect(told.at(-1)).toEqual({ type: 'idle', problem: WHY });
});
