import { describe, expect, test, vi } from 'vitest';
import { OpenDocument } from '../../../test/doubles/documents';
import { spy } from '../../../test/doubles/vscode';
import { SaliencyError } from '../../shared/saliency-error';
import { editorSession, FILM } from '../testing/editor-session';
import { explainHere, explainListed, explainSentences } from './explain';
import { goToSentence } from './sentences';

const session = editorSession();

/** What the person was told first, and by then. */
const told = () => vi.waitUntil(() => spy.messages.at(0), { timeout: 30_000 });

describe('Explain Sentiment', () => {
  test('explains the paragraph around a cursor, without the white space around it', async () => {
    const open = new OpenDocument(`# Title\n\n  ${FILM} \n\nbehind`);
    open.select(15);
    await explainHere(session.parts);
    expect(session.explainer.requests.map(({ text }) => text)).toEqual([FILM]);
    expect(open.shown()).toEqual({
      marked: {
        wonderful: 'positiveBackground4 solid',
        drags: 'negativeBackground2 dashed',
        leads: 'positiveBackground2 solid',
      },
      predictions: ['pos 81 %'],
    });
  });

  test('of code explains the comment around a cursor, and says so where there is none', async () => {
    const open = new OpenDocument(`run();\n// ${FILM}\nstop();`);
    open.languageId = 'typescript';
    open.select(12);
    await explainHere(session.parts);
    expect(session.explainer.requests.map(({ text }) => text)).toEqual([FILM]);
    open.select(0);
    await explainHere(session.parts);
    expect(session.explainer.requests).toHaveLength(1);
    expect((await told()).message).toMatch(/comments and strings/);
  });

  test('of the same text again replaces what was there; of another adds to it', async () => {
    const open = new OpenDocument(`${FILM}\n\nso good`);
    open.select(0, 8);
    await explainHere(session.parts);
    open.select(0, FILM.length);
    await explainHere(session.parts);
    open.select(FILM.length + 2);
    await explainHere(session.parts);
    const texts = session.parts.documents.of(open.document.uri).map(({ explanation }) => explanation.text);
    expect(texts).toEqual([FILM, 'so good']);
  });

  test('where there is nothing says what to do, and asks no model', async () => {
    new OpenDocument('\n\n  \n').select(1);
    await explainHere(session.parts);
    expect(session.explainer.requests).toEqual([]);
    expect((await told()).message).toMatch(/Select some text/);
  });

  test('by a model of a folder that is no more offers the default in one click, and explains again with it', async () => {
    const models = ['en', 'zh'];
    session.explainer.failure = new SaliencyError('There is no model.', 'unknown-model', { model: 'mine', models });
    spy.workspaceSettings.set('saliency.folderModels', { tickets: { en: 'mine', zh: 'other' }, mails: { en: 'mine' } });
    spy.answers.push('Use the Default Model');
    const open = new OpenDocument(FILM);
    open.select(0);
    await explainHere(session.parts);
    expect((await told()).actions).toEqual(['Use the Default Model', 'Choose Model…', 'Show Log']);
    await vi.waitUntil(() => session.explainer.requests.length === 2, { timeout: 30_000 });
    expect(spy.workspaceSettings.get('saliency.folderModels')).toEqual({ tickets: { zh: 'other' } });
    // No setting names it any more: there is nothing to take out.
    await vi.waitUntil(() => spy.messages.length === 2, { timeout: 30_000 });
    expect(spy.messages[1].actions).toEqual(['Choose Model…', 'Show Log']);
    spy.workspaceSettings.delete('saliency.folderModels');
  });

  test('shows an error with the action that helps, and a later try works', async () => {
    const open = new OpenDocument(FILM);
    const data = { model: 'xx', models: ['en'] };
    session.explainer.failure = new SaliencyError('There is no model “xx”. There are: en.', 'unknown-model', data);
    spy.answers.push('Choose Model…');
    await explainHere(session.parts);
    await Promise.resolve();
    const message = 'There is no model “xx”. There are: en.';
    expect(await told()).toEqual({ message, actions: ['Choose Model…', 'Show Log'] });
    expect(spy.messages).toHaveLength(1);
    expect(spy.executed).toContainEqual(['saliency.selectModel']);
    session.explainer.failure = undefined;
    await explainHere(session.parts);
    expect(open.shown().predictions).toEqual(['pos 81 %']);
  });

  test('says which values a wrong setting may have', async () => {
    new OpenDocument(FILM);
    spy.settings.set('saliency.method', 'magic');
    await explainHere(session.parts);
    expect((await told()).message).toMatch(/saliency\.method is "magic".*"state-distance"/);
  });

  test('drops an answer to a text that changed meanwhile, and says so', async () => {
    const open = new OpenDocument(FILM);
    const release = session.explainer.keepWaiting();
    const done = explainHere(session.parts);
    open.edit(4, 4, 'second');
    release();
    await done;
    expect(open.shown().marked).toEqual({});
    expect((await told()).message).toMatch(/text changed/);
  });

  test('keeps the answer where the text only moved meanwhile', async () => {
    const open = new OpenDocument(FILM);
    const release = session.explainer.keepWaiting();
    const done = explainHere(session.parts);
    open.edit(0, 0, '## \n');
    release();
    await done;
    expect(open.shown().marked).toHaveProperty('wonderful');
  });
});

test('each sentence of a selection is explained by itself', async () => {
  const open = new OpenDocument('The hour drags. The leads are wonderful. So good.');
  open.select(4, 40);
  await explainSentences(session.parts);
  expect(session.explainer.requests.map(({ text }) => text)).toEqual(['hour drags.', 'The leads are wonderful.']);
});

test('a sentence of the list is explained by itself, not its paragraph, and the cursor goes there', async () => {
  const text = 'The hour drags. The leads are wonderful. So good.';
  const open = new OpenDocument(text);
  const [start, end] = [16, 41];
  const prediction = { label: 'positive', probabilities: { negative: 0.1, positive: 0.9 } };
  const sentence = { text: text.slice(start, end), start, end, prediction, words: 4 };
  const listed = { uri: open.document.uri, line: 1, sentence, palette: 'blueOrange' } as const;
  const [range] = await explainListed(session.parts, listed, goToSentence);
  expect(session.explainer.requests.map((each) => each.text)).toEqual(['The leads are wonderful.']);
  expect(open.editor.selection.active).toMatchObject({ line: 0, character: start });
  expect(session.parts.current.current).toBe(range);
});

test('a text of thousands of words is read sentence by sentence, and the status bar says what it reads as', async () => {
  vi.useFakeTimers();
  const open = new OpenDocument('The hour drags. The leads are wonderful and so is this. '.repeat(200));
  const done = explainHere(session.parts);
  await vi.advanceTimersByTimeAsync(1_000);
  await done;
  expect(session.parts.whole.has(open.document.uri)).toBe(true);
  // Two sentences, each two hundred times: read once each.
  expect(session.explainer.batches.flat()).toHaveLength(2);
  expect(spy.messages.at(-1)?.message).toMatch(/^Read sentence by sentence \(400\)\. The document: positive 81/);
  vi.useRealTimers();
});
