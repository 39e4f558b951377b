import * as vscode from 'vscode';
import { smallModel, smallTokenizer } from '../../src/training/keras/testing/small-model';
import { keras3, tfjs, type WrittenModel } from '../../src/training/keras/testing/write-models';
import { equal, isTrue } from './expect';
import { saliency } from './saliency';

const folder = (): vscode.Uri => vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0].uri, 'to-import');
const file = (name: string): vscode.Uri => vscode.Uri.joinPath(folder(), name);

const importModel = (name: string, answers: object) =>
  vscode.commands.executeCommand<string | undefined>('saliency.importModel', file(name), [file(name)], answers);

async function write({ file: name, bytes, beside }: WrittenModel): Promise<void> {
  for (const [one, content] of [[name, bytes] as const, ...(beside ?? [])])
    await vscode.workspace.fs.writeFile(file(one), content);
  await vscode.workspace.fs.writeFile(file('tokenizer.json'), new TextEncoder().encode(smallTokenizer()));
}

suite('Importing models', () => {
  teardown(() => vscode.workspace.fs.delete(folder(), { recursive: true }));

  for (const [format, written] of [
    ['.keras', () => keras3(smallModel())],
    ['model.json', () => Promise.resolve(tfjs(smallModel()))],
  ] as const)
    test(`${format}: a model of one's own, which explains at once`, async () => {
      const { explain, models } = await saliency();
      const model = await written();
      await write(model);
      const name = `mine-${Date.now()}`;
      const answers = { vocabulary: file('tokenizer.json'), labels: ['negative', 'positive'], padding: 'pre', name };
      equal(await importModel(model.file, answers), name, 'the name of the model');
      const found = (await models()).find((one) => one.name === name);
      equal(found?.problem, undefined, 'its problem');
      equal(found?.architecture, 'keras-graph', 'its architecture');
      const { label, words } = await explain({ text: 'A great film, not bad.', model: name });
      equal(label, 'positive', 'its prediction');
      const score = (text: string) => words.find((word) => word.text === text)!.score;
      isTrue(score('great') > 0 && score('bad') < 0, 'great supports it, bad contradicts it');
    });

  test('a file that is no model changes nothing', async () => {
    const { models } = await saliency();
    const before = (await models()).length;
    await vscode.workspace.fs.writeFile(file('notes.h5'), new TextEncoder().encode('no model'));
    equal(await importModel('notes.h5', { labels: ['a', 'b'], name: 'never' }), undefined, 'the name');
    equal((await models()).length, before, 'models');
  });
});
