import * as vscode from 'vscode';
import { equal } from './expect';
import { saliency, until } from './saliency';

const tabs = () =>
  vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('saliency.explanation'));

suite('The panel', () => {
  // Its part of the extension is a bundle of its own: where that cannot be loaded, the command waits for an answer to
  // what it says about it, and this test with it.
  test('opens once, however often it is asked for', async () => {
    await saliency();
    await Promise.all([1, 2].map(() => vscode.commands.executeCommand('saliency.showPanel')));
    await vscode.commands.executeCommand('saliency.showPanel');
    // The editor tells its hosts of tabs a little later.
    await until(async () => tabs().length > 0, 'the panel is there');
    equal(tabs().length, 1, 'panels');
    await vscode.window.tabGroups.close(tabs());
    await until(async () => tabs().length === 0, 'the panel is closed');
  });
});
