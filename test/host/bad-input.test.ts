import * as vscode from 'vscode';
import { equal, isSentence, isTrue, matches, rejection } from './expect';
import { open, saliency, withSetting } from './saliency';

const GOOD = 'The plot is thin, but I loved every minute of it.';

suite('Bad input gives a clear sentence and breaks nothing', () => {
  // Whatever went wrong in a test, the next explanation works.
  teardown(async () => {
    const { explain } = await saliency();
    isTrue((await explain({ text: GOOD })).words.length > 8, 'nothing works after it');
  });

  for (const [what, text] of [
    ['an empty text', ''],
    ['white space', ' \n\t　\r\n'],
  ]) {
    test(what, async () => {
      const { explain } = await saliency();
      isSentence((await rejection(explain({ text }))).message);
    });
  }

  test('an empty file', async () => {
    const { testing } = await saliency();
    const editor = await open('empty.txt');
    await vscode.commands.executeCommand('saliency.explain');
    equal(testing.explained(editor.document.uri).length, 0, 'explained ranges');
  });

  test('one word', async () => {
    const { explain } = await saliency();
    const { words, probabilities } = await explain({ text: 'wonderful' });
    equal(
      words.map(({ text }) => text),
      ['wonderful'],
      'words',
    );
    const sum = Object.values(probabilities).reduce((total, probability) => total + probability, 0);
    isTrue(Math.abs(sum - 1) < 1e-5, `the probabilities sum to ${sum}`);
  });

  test('unknown words only', async () => {
    const { explain } = await saliency();
    const { words, warnings } = await explain({ text: 'Xqzvbn wqrtp zzkkjq' });
    isTrue(
      words.every(({ known }) => !known),
      'a word is known',
    );
    isTrue(warnings.length > 0, 'no warning');
    warnings.forEach(({ message }) => isSentence(message));
  });

  test('100,000 characters', async () => {
    const { explain } = await saliency();
    const text = `${GOOD} `.repeat(Math.ceil(100_000 / (GOOD.length + 1)));
    const { words, warnings } = await explain({ text });
    isTrue(words.length > 20_000, `${words.length} words`);
    isTrue(
      words.every(({ score }) => Number.isFinite(score)),
      'a score is not a number',
    );
    isTrue(warnings.length > 0, 'no warning that it is longer than those trained on');
  });

  test('an unknown model', async () => {
    const { explain } = await saliency();
    const { message } = await rejection(explain({ text: GOOD, model: 'en-nonsense' }));
    isSentence(message);
    matches(message, /en-nonsense/, 'the sentence names it');
  });

  test('a model name that leaves its folder', async () => {
    const { explain } = await saliency();
    isSentence((await rejection(explain({ text: GOOD, model: '../../package.json' }))).message);
  });

  for (const [name, value] of [
    ['method', 'nonsense'],
    ['method', 7],
    ['model.en', 'en-nonsense'],
    ['model.en', { name: 'en' }],
    ['language', 'fr'],
  ] as const) {
    test(`the setting saliency.${name} is ${JSON.stringify(value)}`, async () => {
      await withSetting(name, value, async () => {
        const { explain } = await saliency();
        const { message } = await rejection(explain({ text: GOOD }));
        isSentence(message);
        matches(message, /nonsense|7|fr|name/, 'the sentence names it');
      });
    });
  }
});
