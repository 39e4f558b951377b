import * as vscode from 'vscode';
import { equal, isTrue } from './expect';
import { host, open, saliency, select } from './saliency';

/** Every address that this process is connected to, but for this machine itself: also those of its threads. */
const connections = async (): Promise<string[]> => {
  const read = async (file: string): Promise<string> =>
    new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.file(file)));
  const rows = (
    await Promise.all(['tcp', 'tcp6', 'udp', 'udp6'].map((kind) => read(`/proc/self/net/${kind}`).catch(() => '')))
  ).join('\n');
  return rows
    .split('\n')
    .map((row) => row.trim().split(/\s+/)[2] ?? '')
    .filter((address) => /^[0-9A-F]{8,32}:/.test(address))
    .filter((address) => !/^(0+|0100007F|0000000000000000FFFF00000100007F|0{31}1|0{24}01000000):/.test(address));
};

suite('Privacy', () => {
  test('nothing is fetched while texts are explained', async () => {
    const { explain, testing } = await saliency();
    const asked: string[] = [];
    const { fetch } = globalThis;
    globalThis.fetch = (...args) => {
      asked.push(String(args[0]));
      return fetch(...args);
    };
    try {
      await testing.terminateWorker();
      const before = host === 'node' ? await connections() : [];
      const editor = await open('en.txt');
      select(editor, 'The plot is thin, but I loved every minute of it.');
      await vscode.commands.executeCommand('saliency.explain');
      await vscode.commands.executeCommand('saliency.explainDocument');
      await explain({ text: '这家店的服务很好。' });
      const after = host === 'node' ? await connections() : [];
      equal(
        asked.filter((address) => /^(https?|wss?):/.test(address)),
        [],
        'addresses fetched',
      );
      equal(
        after.filter((address) => !before.includes(address)),
        [],
        'new connections to other machines',
      );
      isTrue(testing.explained(editor.document.uri).length > 0, 'nothing was explained');
    } finally {
      globalThis.fetch = fetch;
    }
  });
});
