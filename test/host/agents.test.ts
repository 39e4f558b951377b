import * as vscode from 'vscode';
import type { Explanation } from '../../src/shared/explanation';
import { equal, isTrue, matches } from './expect';
import { saliency } from './saliency';

const text = 'The plot is thin, but I loved every minute of it.';

/** What the tool answers, as an agent reads it. */
const invoke = async (input: object): Promise<Record<string, unknown>> => {
  const { content } = await vscode.lm.invokeTool('explain_sentiment', { input, toolInvocationToken: undefined });
  const [part] = content;
  isTrue(part instanceof vscode.LanguageModelTextPart, 'the answer is no text');
  return JSON.parse(part.value) as Record<string, unknown>;
};

suite('For agents and other extensions', () => {
  test('the tool answers as the API does', async () => {
    const { explain } = await saliency();
    const answer = await invoke({ text });
    equal({ ...answer, milliseconds: 0 }, { ...(await explain({ text })), milliseconds: 0 }, 'the explanation');
  });

  test('the tool says what is allowed where it is asked for what there is not', async () => {
    const { error, code } = await invoke({ text, method: 'magic' });
    equal(code, 'unknown-method', 'the code');
    matches(String(error), /gradient-x-input|state-distance/, 'what is offered');
    equal((await invoke({ text: 7 })).code, 'wrong-input', 'a text that is none');
  });

  test('the API is versioned, and lists models without loading any', async () => {
    const { version, models } = await saliency();
    equal(version, 1, 'the version');
    const found = await models();
    isTrue(found.length >= 2 && found.every(({ problem }) => problem === undefined), JSON.stringify(found));
    const explanation: Explanation = await (await saliency()).explain({ text, language: 'en' });
    isTrue(explanation.words.length > 8, 'the explanation has its words');
  });
});
