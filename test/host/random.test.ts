import * as vscode from 'vscode';
import { equal, isTrue } from './expect';
import { host, reload, saliency, until } from './saliency';

/** Set when the bundle is built, see scripts/test/host.mjs. */
declare const RANDOM_SEQUENCES: number;

const STEPS = 8;
const SENTENCES = [
  'I loved it.',
  '这家店的服务很好。',
  'It was a waste of two hours, and dull.',
  '菜是凉的，不会再来。',
];

/** Marsaglia's xorshift: the same seed gives the same actions everywhere. */
const randomOf = (seed: number) => {
  let state = seed * 2_654_435_761 || 1;
  return (below: number): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
};

const run = (command: string, ...args: unknown[]) => vscode.commands.executeCommand(`saliency.${command}`, ...args);
const set = (name: string, value: unknown) =>
  vscode.workspace.getConfiguration('saliency').update(name, value, vscode.ConfigurationTarget.Workspace);

type Action = (random: (below: number) => number) => PromiseLike<unknown>;

/** What a person may do next, in any order. Nothing is waited for that the person would not wait for. */
const ACTIONS: Readonly<Record<string, Action>> = {
  open: async (random) => {
    const content = Array.from({ length: 1 + random(5) }, () => SENTENCES[random(4)]).join(random(2) ? '\n\n' : ' ');
    const document = await vscode.workspace.openTextDocument({ content, language: 'markdown' });
    await vscode.window.showTextDocument(document, random(2) ? vscode.ViewColumn.One : vscode.ViewColumn.Two);
  },
  explain: () => run('explain'),
  'explain without waiting': () => {
    void run('explain');
    return Promise.resolve();
  },
  'explain each sentence': () => run('explainSentences'),
  'explain the document': () => run('explainDocument'),
  edit: async (random) => {
    const editor = vscode.window.activeTextEditor;
    const at = editor?.document.positionAt(random(40));
    if (editor && at) await editor.edit((edit) => edit.insert(at, random(2) ? ' not' : '很'));
  },
  undo: () => vscode.commands.executeCommand('undo'),
  'close the editor': () => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'),
  'open the panel': () => run('showPanel'),
  'close the panel': () => vscode.window.tabGroups.close(panels()),
  'switch the live view': (random) => set('live.enabled', random(2) === 0),
  'switch the method': (random) => set('method', ['default', 'gradient-x-input', 'attention'][random(3)]),
  'switch the model': async (random) => {
    const language = random(2) ? 'en' : 'zh';
    const names = (await (await saliency()).models()).filter((each) => each.language === language);
    await set(`model.${language}`, names[random(names.length)].name);
  },
  'next highlight': () => run('nextHighlight'),
  clear: () => run('clear'),
  'show as text': () => run('showText'),
  'lose the worker': async () => (await saliency()).testing.terminateWorker(),
  reload,
};

const panels = () =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('saliency.explanation'));

suite('Random actions', () => {
  test(`${RANDOM_SEQUENCES} sequences leave nothing behind`, async function () {
    this.timeout(1_200_000);
    await (await saliency()).explain({ text: SENTENCES[0] });
    const names = Object.keys(ACTIONS);
    const workers = workersNow();
    for (let seed = 1; seed <= RANDOM_SEQUENCES; seed++) {
      const random = randomOf(seed);
      const done: string[] = [];
      try {
        for (let step = 0; step < STEPS; step++) {
          const name = step === 0 ? 'open' : names[random(names.length)];
          done.push(name);
          await ACTIONS[name](random);
        }
      } catch (error) {
        throw new Error(`Seed ${seed} (${done.join(', ')}): ${String(error)}`);
      }
    }
    for (const name of ['method', 'live.enabled', 'model.en', 'model.zh']) await set(name, undefined);
    await run('clear');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const { testing, explain } = await saliency();
    isTrue((await explain({ text: SENTENCES[0] })).words.length > 0, 'nothing works after it');
    for (const { uri } of vscode.workspace.textDocuments) equal(testing.explained(uri), [], 'what is left explained');
    if (host === 'node') {
      // A worker that was ended takes a moment to go.
      await until(async () => workersNow() <= workers, 'only one worker is left');
      equal(workersNow(), workers, 'workers');
      const log = new TextDecoder().decode(await vscode.workspace.fs.readFile(testing.log()));
      equal(
        log.split('\n').filter((line) => line.includes('[error]')),
        [],
        'errors in the log',
      );
    }
  });
});

/** Threads of the extension host that have a port to us. */
function workersNow(): number {
  if (host !== 'node') return 0;
  return process.getActiveResourcesInfo().filter((kind) => kind === 'MessagePort' || kind === 'Worker').length;
}
