import * as vscode from 'vscode';
import { equal, isTrue, matches } from './expect';
import { open, saliency, select } from './saliency';

suite('Explain Sentiment', () => {
  teardown(async () => {
    await vscode.commands.executeCommand('saliency.clear');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  for (const [file, sentence] of [
    ['en.txt', 'The plot is thin, but I loved every minute of it.'],
    ['zh.txt', '这家店的服务很好，菜也新鲜，下次还会来。'],
  ]) {
    test(`marks the words of a selected sentence of ${file}`, async () => {
      const { testing } = await saliency();
      const editor = await open(file);
      select(editor, sentence);
      await vscode.commands.executeCommand('saliency.explain');
      const [explained, ...others] = testing.explained(editor.document.uri);
      equal(others.length, 0, 'other ranges');
      const text = editor.document.getText();
      equal(text.slice(explained.start, explained.end), sentence, 'the range');
      for (const word of explained.words) equal(text.slice(word.start, word.end), word.text, 'a word');
      isTrue(
        explained.words.some(({ mark }) => mark !== undefined),
        'no word is marked',
      );
      matches(explained.prediction, /\d/, 'the prediction has its probability');
    });
  }

  test('explains the paragraph of the cursor where nothing is selected', async () => {
    const { testing } = await saliency();
    const editor = await open('en.txt');
    const { start } = select(editor, 'waste of two hours');
    editor.selection = new vscode.Selection(start, start);
    await vscode.commands.executeCommand('saliency.explain');
    const [{ start: from, end }] = testing.explained(editor.document.uri);
    equal(
      editor.document.getText().slice(from, end).trim(),
      'I wanted to like it, but it was a waste of two hours.',
      'the paragraph',
    );
  });

  test('tells the score of the word under the mouse', async () => {
    const editor = await open('en.txt');
    select(editor, 'The plot is thin, but I loved every minute of it.');
    await vscode.commands.executeCommand('saliency.explain');
    const { start } = select(editor, 'loved');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      editor.document.uri,
      start.translate(0, 1),
    );
    const said = hovers.flatMap(({ contents }) =>
      contents.map((each) => (typeof each === 'string' ? each : each.value)),
    );
    matches(said.join('\n'), /loved[^]*\d/, 'the hover');
  });

  test('lets a changed word lose its mark, and keeps the others in place', async () => {
    const { testing } = await saliency();
    const editor = await open('en.txt');
    const sentence = select(editor, 'The plot is thin, but I loved every minute of it.');
    await vscode.commands.executeCommand('saliency.explain');
    const { end } = select(editor, 'thin');
    await editor.edit((edit) => edit.insert(end, 'ner'));
    const [explained] = testing.explained(editor.document.uri);
    const text = editor.document.getText();
    const words = new Map(explained.words.map((word) => [word.text, word]));
    equal(words.get('thin')?.mark, undefined, 'the mark of the changed word');
    const loved = words.get('loved');
    equal(text.slice(loved?.start, loved?.end), 'loved', 'the place of another word');
    equal(explained.stale, true, 'stale');
    await vscode.commands.executeCommand('undo');
    equal(editor.document.getText(sentence), 'The plot is thin, but I loved every minute of it.', 'the text');
  });

  test('Clear Explanations removes all', async () => {
    const { testing } = await saliency();
    const editor = await open('zh.txt');
    await vscode.commands.executeCommand('saliency.explain');
    equal(testing.explained(editor.document.uri).length, 1, 'explained ranges before');
    await vscode.commands.executeCommand('saliency.clear');
    equal(testing.explained(editor.document.uri).length, 0, 'explained ranges after');
    equal(testing.current(), undefined, 'the current explanation');
  });
});
