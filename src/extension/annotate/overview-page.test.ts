import { expect, test } from 'vitest';
import type * as vscode from 'vscode';
import { EventEmitter, Uri } from '../../../test/doubles/vscode';
import { OverviewPage } from './overview-page';
import type { OverviewHost } from './overview-host';
import type { KnownRun } from './runs';

const RUN: KnownRun = {
  input: { sources: [{ address: 'file:///w/a.csv', name: 'a.csv' }], reading: { fields: {}, unit: 'line' } },
  question: { explain: true, language: 'en' },
  also: 'csv',
  open: false,
};

test('measuring runs the same anew, each explanation measured', async () => {
  const received = new EventEmitter<unknown>();
  const panel = {
    webview: { onDidReceiveMessage: received.event, postMessage: () => Promise.resolve(true) },
    onDidDispose: new EventEmitter<void>().event,
  } as unknown as vscode.WebviewPanel;
  const again: KnownRun[] = [];
  const host = {
    ...{ parts: {}, runs: { of: () => RUN } },
    runAgain: (_results: vscode.Uri, run: KnownRun) => Promise.resolve(void again.push(run)),
  } as unknown as OverviewHost;
  const results = Object.assign(Uri.parse('file:///w/a.saliency.ndjson'), { with: () => results });
  new OverviewPage(panel, results as unknown as vscode.Uri, host);
  received.fire({ type: 'measure' });
  received.fire({ type: 'runAgain' });
  await expect.poll(() => again.length).toBe(2);
  const measured = { ...RUN.question, explain: true, faithfulness: true };
  expect(again).toEqual([
    { ...RUN, question: measured, open: false },
    { ...RUN, open: false },
  ]);
});
