import * as vscode from 'vscode';
import { beforeEach, expect, test, vi } from 'vitest';
import { EventEmitter, spy, Uri } from '../../../test/doubles/vscode';
import { OVERVIEW_TO_HOST, type OverviewToHost } from '../../shared/protocol/overview-to-host';
import type { NotificationOf } from '../../shared/rpc/notifications';
import { EditorFiles } from '../testing/editor-files';
import { OverviewPage } from './overview-page';
import type { OverviewHost } from './overview-host';
import { writeRunRecord } from './run-record-file';
import type { KnownRun } from './runs';

const FOLDER = 'file:/w';
const RESULTS = `${FOLDER}/a.saliency.ndjson`;
const RUN: KnownRun = {
  input: { sources: [{ address: `${FOLDER}/a.csv`, name: 'a.csv' }], reading: { fields: { label: 'stars' }, unit: 'line' } },
  question: { explain: true, language: 'en' },
  also: 'none',
  open: false,
}; // prettier-ignore
const COLUMNS = [
  { name: 'verdict', example: 'good' },
  { name: 'review', example: 'It broke.' },
];
const SHARE = { format: 'html', language: 'en', filter: [], rows: false } as const;
const REVIEW = { row: 1, label: 'negative', order: 'random', note: 'sarcasm' } as const;

type Action = NotificationOf<OverviewToHost>;

/** What a person may ask of an overview, an example of each: an action that is added must be given here. */
const ACTIONS: { readonly [Name in keyof OverviewToHost]: Extract<Action, { type: Name }> } = {
  ready: { type: 'ready' },
  more: { type: 'more' },
  openRow: { type: 'openRow', row: 1 },
  explainRow: { type: 'explainRow', row: 1 },
  review: { type: 'review', said: { row: 1, review: REVIEW, text: 'It broke.', prediction: 'positive' } },
  placed: { type: 'placed', places: [{ row: 1 }] },
  view: { type: 'view', view: { filter: [{ kind: 'search', text: 'motor' }], tab: 'rows' } },
  share: { type: 'share', request: SHARE },
  savePicture: { type: 'savePicture', name: 'where', kind: 'svg', data: '<svg/>' },
  saveRows: { type: 'saveRows', rows: [1] },
  newOverview: { type: 'newOverview', rows: [1] },
  trainRows: { type: 'trainRows', rows: [1] },
  improveModel: { type: 'improveModel' },
  chooseAnnotator: { type: 'chooseAnnotator' },
  compareWith: { type: 'compareWith' },
  openOther: { type: 'openOther' },
  stopComparing: { type: 'stopComparing' },
  chooseLabels: { type: 'chooseLabels' },
  runAgain: { type: 'runAgain' },
  measure: { type: 'measure' },
  saveCopy: { type: 'saveCopy' },
  exportTraining: { type: 'exportTraining' },
  copy: { type: 'copy', text: 'It broke.' },
  showLog: { type: 'showLog' },
};
/** What nothing comes of here: there are no pieces, no reviews and no other results. */
const OF_NOTHING: readonly string[] = ['more', 'placed', 'openOther'];
const NAMES = Object.keys(OVERVIEW_TO_HOST) as (keyof typeof OVERVIEW_TO_HOST)[];

let files: EditorFiles;
/** What the extension did for the page, in order. */
let done: unknown[] = [];

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  files = new EditorFiles();
  spy.executed.length = 0;
  spy.copied.length = 0;
  const chosen = (what: string, name: string) => () => Promise.resolve((done.push(what), [Uri.parse(`${FOLDER}/${name}`)])); // prettier-ignore
  Object.assign(vscode.window, {
    showSaveDialog: ({ defaultUri }: { defaultUri: Uri }) => Promise.resolve((done.push('save dialog'), defaultUri)),
    showOpenDialog: chosen('open dialog', 'other.ndjson'),
    showQuickPick: (items: readonly { label: string }[]) => {
      done.push(['choice', items.map(({ label }) => label)]);
      return Promise.resolve(items[1]);
    },
    showInformationMessage: (message: string) => Promise.resolve(void done.push(['message', message])),
  });
  Object.assign(vscode.commands, { getCommands: () => Promise.resolve(['saliency.improveModel']) });
  const reading = { columns: COLUMNS, roles: { text: 1 } } as never;
  const counts = { rows: 1, errors: 0, models: ['en'], methods: ['phrase-shapley'] } as never;
  await writeRunRecord(Uri.parse(RESULTS) as never, { run: RUN, done: counts, seconds: 2, version: '1.0.0', reading });
  const second = { row: 1, label: 'positive', by: 'Ada', text: 'It broke.' };
  files.contents.set('/w/other.ndjson', new TextEncoder().encode(`${JSON.stringify(second)}\n`));
});

/** An overview, and what its page is told. @param remembered what the workspace remembers of the run */
function overview(remembered: KnownRun | undefined, running = false) {
  const received = new EventEmitter<unknown>();
  const told: { readonly type: string; readonly [field: string]: unknown }[] = [];
  const panel = {
    webview: {
      onDidReceiveMessage: received.event,
      postMessage: (message: (typeof told)[number]) => Promise.resolve(told.push(message)),
    },
    onDidDispose: new EventEmitter<void>().event,
  } as unknown as vscode.WebviewPanel;
  const does = (name: string, answer: unknown) => (request: unknown) => {
    if (name !== '') done.push([name, JSON.parse(JSON.stringify(request ?? null))]);
    return Promise.resolve(answer);
  };
  const annotator = {
    remains: does('', { done: true }),
    openRows: does('openRows', 1),
    nextRows: does('', undefined),
    closeRows: does('', undefined),
    row: does('row', { row: 1, line: 2, text: 'It broke.', label: 'negative', language: 'en', model: 'en' }),
    preview: does('preview', { columns: COLUMNS }),
    share: does('share', new Uint8Array([1])),
    extract: does('extract', { rows: 1, errors: 0 }),
  };
  const host = {
    parts: { readOnly: { show: does('show text', undefined) }, log: { warn: (text: string) => done.push(['log', text]) } },
    host: { context: { extension: { packageJSON: { version: '1.0.0' } } } },
    annotator,
    runs: { of: () => remembered },
    runAgain: (_: unknown, run: KnownRun) => does('runAgain', undefined)(run),
    saveCopy: (_: unknown, run: KnownRun) => does('saveCopy', undefined)(run),
  } as unknown as OverviewHost; // prettier-ignore
  const page = new OverviewPage(panel, Uri.parse(RESULTS) as unknown as vscode.Uri, host, running);
  const send = async (message: Action) => {
    received.fire(message);
    await rest();
  };
  return { page, told, send };
}

/** Until nothing happens any more. */
async function rest(): Promise<void> {
  for (let round = 0; round < 3; round++) {
    for (let task = 0; task < 60; task++) await new Promise((resolve) => setImmediate(resolve));
    vi.advanceTimersByTime(1_000);
  }
}

/** An overview whose run has just ended in this window. */
async function fresh() {
  const opened = overview(RUN, true);
  await opened.send({ type: 'ready' });
  await opened.page.runEnded(true);
  return opened;
}

/** The same results, opened where only the files are known: in another window, by a colleague. */
async function reopened() {
  const opened = overview(undefined);
  await opened.send({ type: 'ready' });
  return opened;
}

/** What an action does, all of it: calls, dialogs, commands, files, and what the page is told. */
async function effects({ told, send }: Awaited<ReturnType<typeof fresh>>, action: Action) {
  done = [];
  spy.executed.length = 0;
  spy.copied.length = 0;
  const before = told.length;
  await send(action);
  const { executed, copied } = spy;
  const texts = Object.entries(files.texts()).filter(([path]) => !path.endsWith('.run.json'));
  return { done: [...done], executed: executed.map(String), copied: [...copied], texts, told: told.slice(before) };
}

test.each(NAMES)('%s does the same in a reopened overview as in a fresh one', async (name) => {
  const before = new Map(files.contents);
  const now = await effects(await fresh(), ACTIONS[name]);
  files.contents.clear();
  before.forEach((bytes, path) => files.contents.set(path, bytes));
  const later = await effects(await reopened(), ACTIONS[name]);
  expect(later).toEqual(now);
  // An action that nothing comes of was not tried at all.
  const some = [...now.done, ...now.executed, ...now.copied, ...now.told].length + now.texts.length;
  if (!OF_NOTHING.includes(name)) expect(some).toBeGreaterThan(1);
  expect(JSON.stringify(now.told)).not.toContain('problem');
});

test('its page is told the same, so that it offers the same', async () => {
  const { told } = await fresh();
  const again = (await reopened()).told;
  const infoOf = (all: typeof told) => all.findLast(({ type }) => type === 'info' || type === 'start')!.info;
  expect(infoOf(again)).toEqual(infoOf(told));
  expect(infoOf(again)).toMatchObject({ known: true, trains: true, record: { sources: ['a.csv'] } });
  const types = (all: typeof told) => all.map(({ type }) => type).filter((type) => type !== 'info');
  expect(types(again)).toEqual(types(told));
});

test('what was done before is there again: filter, review, second annotator, other results, label column', async () => {
  const opened = await fresh();
  for (const name of ['view', 'review', 'chooseAnnotator', 'compareWith', 'chooseLabels'] as const)
    await opened.send(ACTIONS[name]);
  done = [];
  const { told, send } = await reopened();
  expect(told.find(({ type }) => type === 'start')).toMatchObject({
    info: { view: { filter: [{ kind: 'search', text: 'motor' }] }, record: { columns: { label: 'verdict' } } },
  });
  expect(told.find(({ type }) => type === 'reviews')).toMatchObject({ reviews: [REVIEW] });
  expect(told.find(({ type }) => type === 'annotator')).toMatchObject({ name: 'Ada' });
  expect(told.find(({ type }) => type === 'otherEnd')).toMatchObject({ name: 'other.ndjson' });
  spy.executed.length = 0;
  await send(ACTIONS.openOther);
  expect(spy.executed.map(String)).toEqual([expect.stringContaining('/w/other.ndjson')]);
  expect(done).toContainEqual([
    'openRows',
    expect.objectContaining({ input: { ...RUN.input, reading: { fields: { label: 'verdict' }, unit: 'line' } } }),
  ]);
});

test('a row was inserted above: the review goes to the row with its text, also in what is shared', async () => {
  await (await fresh()).send(ACTIONS.review);
  const { told, send } = await reopened();
  const kept = { ...REVIEW, text: 'It broke.', prediction: 'positive' };
  expect(told.find(({ type }) => type === 'reviews')).toEqual({ type: 'reviews', reviews: [kept] });
  await send({ type: 'placed', places: [{ row: 2, line: 3 }] });
  await send(ACTIONS.share);
  const [, shared] = done.findLast((one): one is [string, object] => Array.isArray(one) && one[0] === 'share')!;
  expect(shared).toMatchObject({ reviews: [{ ...kept, row: 2, line: 3 }] });
  const again = (await reopened()).told;
  expect(again.find(({ type }) => type === 'reviews')).toMatchObject({ reviews: [{ row: 2, text: 'It broke.' }] });
});

test('rows that are sent to a training stand in a file of their own: what was saved before stays', async () => {
  const { send } = await fresh();
  const copies = async () => {
    done = [];
    await send(ACTIONS.trainRows);
    return done.flatMap((one) =>
      Array.isArray(one) && one[0] === 'extract' ? [(one[1] as { copy: { name: string } }).copy.name] : [],
    );
  };
  expect(await copies()).toEqual(['a.training.csv']);
  files.contents.set('/w/a.training.csv', new Uint8Array([1]));
  expect(await copies()).toEqual(['a.training-2.csv']);
});

test('what a person said in the review are the labels of rows that are sent to a training', async () => {
  const { send } = await fresh();
  await send(ACTIONS.review);
  done = [];
  await send(ACTIONS.trainRows);
  expect(done).toContainEqual(['extract', expect.objectContaining({ to: 'training', labels: [[1, 'negative']] })]);
});
