import * as vscode from 'vscode';
import { equal, isTrue } from './expect';
import { open, saliency, select, until, withSetting } from './saliency';

const SENTENCES = [
  'The plot is thin, but I loved every minute of it.',
  'It was a waste of two hours.',
  'Go and see it.',
];

const show = async (content: string, language = 'plaintext'): Promise<vscode.TextEditor> =>
  vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content, language }));

const textsOf = async (uri: vscode.Uri): Promise<string[]> => {
  const { testing } = await saliency();
  const document = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
  const text = document?.getText() ?? '';
  return testing.explained(uri).flatMap(({ start, end, stale }) => (stale ? [] : [text.slice(start, end)]));
};

suite('Sentences', () => {
  teardown(async () => {
    await vscode.commands.executeCommand('saliency.clear');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  test('each sentence of a selection gets its own prediction', async () => {
    const editor = await show(SENTENCES.join(' '));
    select(editor, SENTENCES.slice(0, 2).join(' '));
    await vscode.commands.executeCommand('saliency.explainSentences');
    equal(await textsOf(editor.document.uri), SENTENCES.slice(0, 2), 'what is explained');
  });

  test('a whole document is predicted sentence by sentence, and again where it changes', async () => {
    const { testing } = await saliency();
    const editor = await show(SENTENCES.join('\n\n'));
    const { uri } = editor.document;
    await vscode.commands.executeCommand('saliency.explainDocument');
    const predicted = testing.predictedSentences(uri);
    equal(
      predicted.map(({ text }) => text),
      SENTENCES,
      'the sentences',
    );
    equal([predicted[0].label, predicted[1].label], ['positive', 'negative'], 'the predictions');
    await until(async () => (await textsOf(uri)).length === 3, 'the words in view are explained');
    const { start } = select(editor, 'Go and');
    await editor.edit((edit) => edit.insert(start, 'Do '));
    await until(
      () => Promise.resolve(testing.predictedSentences(uri).some(({ text }) => text === 'Do Go and see it.')),
      'the changed sentence is predicted',
    );
    await vscode.commands.executeCommand('saliency.clear');
    equal(testing.predictedSentences(uri), [], 'after Clear');
  });

  test('the live view follows what is typed, and stops when it is switched off', async () => {
    const { testing } = await saliency();
    const editor = await show(SENTENCES.slice(0, 2).join('\n\n'), 'markdown');
    const { uri } = editor.document;
    await withSetting('live.enabled', true, async () => {
      await until(async () => (await textsOf(uri)).length === 2, 'both sentences are explained');
      const [first, second] = testing.explained(uri);
      isTrue(first.sentence && second.sentence, 'they are sentences of a live view');
      const { start } = select(editor, 'a waste');
      await editor.edit((edit) => edit.insert(start, 'not '));
      await until(
        async () => (await textsOf(uri)).includes('It was not a waste of two hours.'),
        'the edited one is explained anew',
      );
      const [same, changed] = testing.explained(uri);
      equal([same.id, changed.id], [first.id, second.id], 'the sentences keep their place');
    });
    await until(async () => (await textsOf(uri)).length === 0, 'nothing is marked any more');
  });

  test('the Markdown cells of a notebook', async () => {
    const { testing } = await saliency();
    const cells = SENTENCES.map(
      (text) => new vscode.NotebookCellData(vscode.NotebookCellKind.Markup, text, 'markdown'),
    );
    const code = new vscode.NotebookCellData(vscode.NotebookCellKind.Code, 'print("I love it")', 'python');
    const notebook = await vscode.workspace.openNotebookDocument(
      'jupyter-notebook',
      new vscode.NotebookData([...cells, code]),
    );
    await vscode.window.showNotebookDocument(notebook);
    await vscode.commands.executeCommand('saliency.explainDocument');
    const predicted = notebook
      .getCells()
      .map(({ document }) => testing.predictedSentences(document.uri).map(({ text }) => text));
    equal(predicted, [...SENTENCES.map((text) => [text]), []], 'what is predicted');
  });

  test('both sides of a diff editor', async () => {
    const { testing } = await saliency();
    const left = (await vscode.workspace.openTextDocument({ content: SENTENCES[0] })).uri;
    const right = (await vscode.workspace.openTextDocument({ content: SENTENCES[1] })).uri;
    await vscode.commands.executeCommand('vscode.diff', left, right, 'Diff');
    for (const uri of [right, left]) {
      const editor = vscode.window.visibleTextEditors.find((each) => each.document.uri.toString() === uri.toString());
      isTrue(editor !== undefined, 'the diff editor shows both');
    }
    await vscode.commands.executeCommand('saliency.explain');
    equal(testing.explained(right).length, 1, 'ranges on the right');
    await vscode.commands.executeCommand('workbench.action.compareEditor.focusPrimarySide');
    await vscode.commands.executeCommand('workbench.action.compareEditor.focusSecondarySide');
    await vscode.commands.executeCommand('saliency.explain');
    isTrue(testing.explained(left).length + testing.explained(right).length >= 1, 'a side is explained');
  });

  test('a document with 10,000 lines is predicted as a whole', async () => {
    const { testing } = await saliency();
    const content = Array.from({ length: 10_000 }, (_, line) => SENTENCES[line % 3]).join('\n');
    const editor = await show(content);
    await vscode.commands.executeCommand('saliency.explainDocument');
    equal(testing.predictedSentences(editor.document.uri).length, 10_000, 'sentences');
  });

  test('an explanation can be read as text', async () => {
    const editor = await open('en.txt');
    select(editor, SENTENCES[0]);
    await vscode.commands.executeCommand('saliency.explain');
    await vscode.commands.executeCommand('saliency.showText');
    const shown = vscode.window.visibleTextEditors.find(({ document }) => document.uri.scheme === 'saliency');
    isTrue(shown !== undefined, 'no document is open');
    const text = shown.document.getText();
    isTrue(text.includes(SENTENCES[0]) && /\d\. Loved: |\d\. loved: |loved: [+−-]?\d/i.test(text), text);
  });
});
