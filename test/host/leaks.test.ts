import * as vscode from 'vscode';
import { equal, isTrue } from './expect';
import { host, open, reload, saliency, select, until } from './saliency';

/** The collector of the extension host's own process; no host shows it by itself. */
const collector = (): (() => void) => {
  const builtin = process.getBuiltinModule;
  builtin('node:v8').setFlagsFromString('--expose-gc');
  return builtin('node:vm').runInNewContext('gc') as () => void;
};

const use = async () => {
  const editor = await open('en.txt');
  select(editor, 'The plot is thin, but I loved every minute of it.');
  for (const command of ['explain', 'explainDocument', 'toggleLiveView', 'showPanel', 'showText', 'toggleLiveView'])
    await vscode.commands.executeCommand(`saliency.${command}`);
  isTrue((await saliency()).testing.explained(editor.document.uri).length > 0, 'nothing was explained');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
};

// Whatever still listens after its end holds itself, and what it was made of.
suite('What was disposed of', () => {
  test('is held by nothing any more', async () => {
    // The editor itself holds what it started first.
    await reload();
    await use();
    const before = await reload();
    isTrue(before.length > 20, 'there was nothing to dispose of');
    await use();
    if (host === 'node') {
      const collect = collector();
      const held = () =>
        before.flatMap((each, index) => {
          const thing = each.deref();
          // The log is the editor's own object; a message that nobody has answered yet holds it.
          if (thing && 'logLevel' in thing) return [];
          return thing ? `${index}: ${thing.constructor.name} { ${Object.keys(thing).join(', ')} }` : [];
        });
      const isFree = () => {
        collect();
        return Promise.resolve(held().length === 0);
      };
      await until(isFree, 'all is free').catch(() => undefined);
      equal(held(), [], 'what is held');
    }
  });
});
