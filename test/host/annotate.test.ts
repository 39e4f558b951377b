import * as vscode from 'vscode';
import { equal, isTrue } from './expect';
import { saliency, until } from './saliency';

/** Set when the bundle is built, see scripts/test/host.mjs. */
declare const PATIENCE_FACTOR: number;

const TEXTS = [
  'The plot is thin, but I loved every minute of it.',
  '等了一个小时，菜是凉的，服务员还爱答不理。',
  'Slow, loud and overpriced; I left early.',
  'It arrived on Tuesday, in the usual box.',
];

const FOLDER = 'annotated';
const folder = (): vscode.Uri => vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0].uri, FOLDER);
const file = (name: string): vscode.Uri => vscode.Uri.joinPath(folder(), name);
const write = (name: string, text: string) => vscode.workspace.fs.writeFile(file(name), new TextEncoder().encode(text));
const read = async (uri: vscode.Uri): Promise<string> =>
  new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
const names = async (): Promise<string[]> =>
  (await vscode.workspace.fs.readDirectory(folder())).map(([name]) => name).sort();

const annotate = (choices: object, ...files: readonly vscode.Uri[]) =>
  vscode.commands.executeCommand('saliency.annotate', files[0], files, choices);

const tabs = () =>
  vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('saliency.overview'));

suite('Annotating files', () => {
  teardown(async () => {
    await vscode.window.tabGroups.close(tabs());
    await vscode.workspace.fs.delete(folder(), { recursive: true });
  });

  test('says of each row what explaining its text says, field by field', async () => {
    const { explain } = await saliency();
    const rows = TEXTS.map((text, i) => `${i},"${text.replaceAll('"', '""')}",positive`);
    await write('reviews.csv', `id,review,label\n${rows.join('\n')}\n`);
    await annotate({ also: 'csv' }, file('reviews.csv'));
    const saved = (await read(file('reviews.saliency.ndjson'))).trimEnd().split('\n');
    equal(saved.length, TEXTS.length, 'rows');
    for (const [i, line] of saved.entries()) {
      const one = JSON.parse(line) as Record<string, unknown>;
      const { row, id, file: name, line: at, given, givenLabel, at: cell, cells, ...explanation } = one;
      equal({ row, id, name, at, given }, { row: i + 1, id: `${i}`, name: 'reviews.csv', at: i + 2, given: 'positive' }, 'its place'); // prettier-ignore
      equal(givenLabel, 'positive', 'the class that its label means');
      equal((cell as number[]).slice(0, 1), [i + 2], 'the line of its cell');
      equal(cells, { id: `${i}`, label: 'positive' }, 'the other columns');
      const own = await explain({ text: TEXTS[i] });
      equal({ ...explanation, milliseconds: 0 }, { ...own, milliseconds: 0 }, TEXTS[i]);
    }
    const table = await read(file('reviews.saliency.csv'));
    isTrue(table.startsWith('id,review,label,saliency_label,probability,'), `columns: ${table.slice(0, 80)}`);
    equal(
      await names(),
      ['reviews.csv', 'reviews.saliency.csv', 'reviews.saliency.ndjson', 'reviews.saliency.run.json'],
      'files',
    );
    await until(() => Promise.resolve(tabs().length === 1), 'the overview is open');
  });

  test('a folder of 50 files, while the host stays free', async () => {
    for (let n = 0; n < 50; n++) {
      const lines = Array.from({ length: 20 }, (_, i) => `${TEXTS[(n + i) % TEXTS.length]} (${n}, ${i})`);
      await write(`${String(n).padStart(2, '0')}.txt`, `${lines.join('\n')}\n`);
    }
    const delays = await loopDelays(() => annotate({ also: 'none' }, folder()));
    const results = vscode.Uri.joinPath(folder(), '..', `${FOLDER}.saliency.ndjson`);
    const inside = file(`${FOLDER}.saliency.ndjson`);
    const found = await read(results).catch(() => read(inside));
    await Promise.all([results, inside].map((uri) => vscode.workspace.fs.delete(uri).then(undefined, () => undefined)));
    const rows = found.trimEnd().split('\n').map((line) => JSON.parse(line) as { row: number; text: string }); // prettier-ignore
    equal(rows.map(({ row }) => row), Array.from({ length: 1_000 }, (_, i) => i + 1), 'rows'); // prettier-ignore
    equal(new Set(rows.map(({ text }) => text)).size, 1_000, 'different texts');
    const p99 = [...delays].sort((a, b) => a - b)[Math.floor(delays.length * 0.99)];
    console.log(
      `@@note event-loop delay while annotating, p99 of ${delays.length}: ${p99.toFixed(1)} ms (promised: 20 ms)`,
    );
    isTrue(p99 <= 20 * PATIENCE_FACTOR, `p99 ${p99} ms`);
  });
});

/** How late timers come, in milliseconds, while `work` runs. */
async function loopDelays(work: () => PromiseLike<unknown>): Promise<number[]> {
  const delays: number[] = [];
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    delays.push(Math.max(0, now - last - 5));
    last = now;
  }, 5);
  await work();
  clearInterval(timer);
  return delays;
}
