import * as vscode from 'vscode';
import { equal, isTrue } from './expect';
import { saliency } from './saliency';

// Written by scripts/test/host.mjs: what the command line said of the same requests, in its own process.
suite('An explanation is the same everywhere', () => {
  test('byte for byte as the command line has it', async () => {
    const { explain } = await saliency();
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    const file = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder.uri, 'expected.json'));
    const expected = JSON.parse(new TextDecoder().decode(file)) as { text: string; milliseconds: number }[];
    isTrue(expected.length >= 2, 'nothing to compare with');
    for (const explanation of expected) {
      const own = await explain({ text: explanation.text });
      equal({ ...own, milliseconds: 0 }, { ...explanation, milliseconds: 0 }, explanation.text);
    }
  });
});
