import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { OpenDocument } from '../../../../test/doubles/documents';
import { spy } from '../../../../test/doubles/vscode';
import { explainHere } from '../../commands/explain';
import { explainDocument } from '../../commands/explain-document';
import { editorSession } from '../../testing/editor-session';

const session = editorSession();

describe('the live view', () => {
  const LIVE = 'The hour drags. The leads are wonderful.\n\nI read the book.';
  const asked = () => session.explainer.requests.map(({ text }) => text);

  beforeEach(() => {
    vi.useFakeTimers();
    spy.settings.set('saliency.live.languages', ['plaintext']);
    spy.settings.set('saliency.live.enabled', true);
  });
  afterEach(() => vi.useRealTimers());

  const rest = () => vi.advanceTimersByTimeAsync(600);

  test('explains the sentences in view, each by itself, with the predictions at the ends of the lines', async () => {
    const open = new OpenDocument(LIVE);
    spy.visible.fire([]);
    await rest();
    expect(asked()).toEqual(['The hour drags.', 'The leads are wonderful.', 'I read the book.']);
    expect(open.shown().predictions).toEqual(['pos 81 % · pos 81 %', 'pos 81 %']);
    expect(open.shown().marked).toHaveProperty('leads');
  });

  test('asks again only about the sentence that changed, once the keys rest', async () => {
    const open = new OpenDocument(LIVE);
    spy.visible.fire([]);
    await rest();
    session.explainer.requests.length = 0;
    for (const letter of 'still ') {
      open.edit(LIVE.indexOf('drags'), 0, letter);
      await vi.advanceTimersByTimeAsync(10);
    }
    expect(asked()).toEqual([]);
    await rest();
    expect(asked()).toEqual(['The hour  llitsdrags.']);
    expect(session.parts.ranges.of(open.document.uri).map(({ explanation }) => explanation.text)).toEqual([
      'The hour  llitsdrags.',
      'The leads are wonderful.',
      'I read the book.',
    ]);
  });

  test('cancels what is asked about a text that changes', async () => {
    const open = new OpenDocument(LIVE);
    const release = session.explainer.keepWaiting();
    spy.visible.fire([]);
    await rest();
    open.edit(0, 3, 'An');
    release();
    await rest();
    expect(asked()).toEqual(['The hour drags.', 'An hour drags.', 'The leads are wonderful.', 'I read the book.']);
    expect(open.shown().predictions).toHaveLength(2);
  });

  test('is off where the switch is off, and for code', async () => {
    const open = new OpenDocument(LIVE);
    open.languageId = 'typescript';
    spy.visible.fire([]);
    await rest();
    expect(asked()).toEqual([]);
    open.languageId = 'plaintext';
    spy.visible.fire([]);
    await rest();
    expect(open.shown().predictions).toHaveLength(2);
    spy.settings.set('saliency.live.enabled', false);
    spy.configured.fire({ affectsConfiguration: (section) => section === 'saliency.live' });
    await rest();
    expect(open.shown()).toEqual({ marked: {}, predictions: [] });
  });

  test('reads the comments of code where one wants its language read, and no more', async () => {
    spy.settings.set('saliency.live.languages', ['typescript']);
    const open = new OpenDocument(
      'const awful = 1;\n// The leads are wonderful. I read it.\nterrible(awful, bad, sad);',
    );
    open.languageId = 'typescript';
    spy.visible.fire([]);
    await rest();
    expect(asked()).toEqual(['The leads are wonderful.', 'I read it.']);
  });

  test('yields to what is explained by hand', async () => {
    const open = new OpenDocument(LIVE);
    spy.visible.fire([]);
    await rest();
    open.select(0);
    await explainHere(session.parts);
    const texts = session.parts.ranges.of(open.document.uri).map(({ explanation }) => explanation.text);
    expect(texts).toEqual(['The hour drags. The leads are wonderful.', 'I read the book.']);
  });

  test('reads only what is in view of a long file, and sends nothing again that did not change', async () => {
    const open = new OpenDocument(Array.from({ length: 2_000 }, (_, line) => `Number ${line} drags.`).join('\n\n'));
    spy.visible.fire([]);
    await rest();
    expect(asked().length).toBeLessThan(30);
    open.messages = 0;
    open.edit(0, 0, 'X');
    await rest();
    // The words of the line that changed share their kind of mark with others: one message for it, one for the predictions.
    expect(open.messages).toBeLessThanOrEqual(2);
    open.messages = 0;
    open.edit(0, 0, '\n\n');
    await rest();
    expect(open.messages).toBeLessThanOrEqual(2);
  });
});

describe('a whole document', () => {
  test('has each sentence judged and tinted, and kept so while it is edited', async () => {
    vi.useFakeTimers();
    const open = new OpenDocument('The hour drags. The leads are wonderful.');
    const done = explainDocument(session.parts);
    await vi.advanceTimersByTimeAsync(100);
    await done;
    expect(open.shown().tinted).toEqual({
      'The hour drags.': 'negativeSentence',
      'The leads are wonderful.': 'positiveSentence',
    });
    expect(open.shown().marked).toHaveProperty('leads');
    open.edit(0, 3, 'One');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(session.explainer.batches.flat()).toEqual(['The hour drags.', 'The leads are wonderful.']);
    expect(Object.keys(open.shown().tinted!)).toEqual(['One hour drags.', 'The leads are wonderful.']);
    session.parts.whole.remove();
    await vi.advanceTimersByTimeAsync(100);
    expect(open.shown()).toEqual({ marked: {}, predictions: [] });
    vi.useRealTimers();
  });
});
