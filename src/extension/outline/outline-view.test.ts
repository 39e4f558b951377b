import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { OpenDocument, forgetDocuments } from '../../../test/doubles/documents';
import { spy, type TreeView } from '../../../test/doubles/vscode';
import type { PredictedText, TextExplainer } from '../ranges/explain-texts';
import { jumpToSentence } from '../commands/sentences';
import type { CommandServices } from '../commands/command';
import { SentenceAnswers } from '../ranges/sentences/sentence-answers';
import { WholeDocuments } from '../ranges/sentences/whole-documents';
import { OutlineTree } from './outline-tree';
import { OutlineView } from './outline-view';

const TEXT = 'I loved it. A good start. Nice people.\n\nThen it broke. The desk was awful. Bad again. A bad end.';

const shares = (negative: number, positive: number): PredictedText => {
  const neutral = 1 - negative - positive;
  const label = negative > 0.5 ? 'negative' : positive > 0.5 ? 'positive' : 'neutral';
  return { label, probabilities: { negative, neutral, positive } };
};
const predicted = (text: string): PredictedText =>
  /loved|good|Nice/.test(text)
    ? shares(0.05, 0.9)
    : /broke|awful|ad /.test(text)
      ? shares(0.9, 0.05)
      : shares(0.1, 0.1);

let asked: string[];
let answers: SentenceAnswers;
let whole: WholeDocuments;
let outline: OutlineView;
let tree: OutlineTree;
let view: TreeView;

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  spy.settings.set('saliency.live.languages', ['plaintext']);
  const texts = {
    predict: (given: readonly string[]) => {
      asked.push(...given);
      return Promise.resolve(given.map(predicted));
    },
  } as unknown as TextExplainer;
  answers = new SentenceAnswers(texts);
  whole = new WholeDocuments(answers);
  tree = new OutlineTree();
  outline = new OutlineView(whole, tree);
  [view] = spy.trees;
});

afterEach(() => {
  [outline, tree, whole, answers].forEach((each) => each.dispose());
  expect(spy.trees.size).toBe(0);
  spy.settings.delete('saliency.live.languages');
  forgetDocuments();
  vi.useRealTimers();
});

const rest = () => vi.advanceTimersByTimeAsync(1_000);
const listed = () => outline.getChildren().map(({ sentence: { text }, line }) => `${line} ${text.trim()}`);

/** Opened and looked at. */
async function opened(text = TEXT): Promise<OpenDocument> {
  const open = new OpenDocument(text);
  spy.active.fire(open.editor);
  await rest();
  return open;
}

describe('the outline', () => {
  test('lists the sentences of the document at hand with what is predicted for them, and shows nothing in its text', async () => {
    const open = await opened();
    expect(listed()).toEqual(['1 I loved it.', '1 A good start.', '1 Nice people.', '3 Then it broke.', '3 The desk was awful.', '3 Bad again.', '3 A bad end.']); // prettier-ignore
    const item = outline.getTreeItem(outline.getChildren()[3]);
    expect(item).toMatchObject({ label: '90\u00a0%\u2002Then it broke.', description: 'line 3' });
    expect(item.iconPath).toMatchObject({ id: 'remove', color: { id: 'saliency.negative' } });
    expect(open.shown()).toEqual({ marked: {}, predictions: [] });
    expect(view.description).toMatch(/7 sentences$/);
  });

  test('says what the document reads as, and where it turns', async () => {
    await opened();
    expect(view.message).toMatch(/^Negative 56\u00a0%: starts positive, turns negative at “Then it broke” \(line 3\)$/);
  });

  test('says mostly, not throughout, where single sentences are of the other side; shows no marks of Markdown', async () => {
    const bad = 'Bad again, the desk was awful and it broke. ';
    await opened(`# Bad food\n\n${bad.repeat(2)}I loved it. ${bad.repeat(2)}`);
    expect(view.message).toMatch(/^Negative \d+\u00a0%: mostly negative$/);
    expect(outline.getTreeItem(outline.getChildren()[0]).label).toMatch(/\u2002Bad food$/);
  });

  test('says mixed where both sides are as probable, and names both', async () => {
    await opened('I loved it here. Then it broke. The desk was awful. A good start, nice people.');
    expect(view.message).toMatch(
      /^Mixed \(positive 53\u00a0%, negative 42\u00a0%\): by sentence 2 positive, 2 negative$/,
    );
    await opened(TEXT.replaceAll('Bad again. ', '').replace('Nice', 'Very nice. Nice'));
    expect(view.message).toMatch(/^Mixed \(.*\): starts positive, turns negative/);
  });

  test('says throughout where no sentence is of the other side', async () => {
    await opened('Bad again. It broke. The desk was awful.');
    expect(view.message).toMatch(/: negative throughout$/);
  });

  test('shows one label alone, and says so where there is no sentence of it', async () => {
    await opened('I loved it. Then it broke.');
    outline.show('negative');
    expect(listed()).toEqual(['1 Then it broke.']);
    expect(view.description).toMatch(/1 of 2 sentences$/);
    outline.show('neutral');
    expect(view.message).toContain('No sentence is neutral. Press 0 to show all.');
    outline.show(undefined);
    expect(listed()).toHaveLength(2);
    expect(outline.counts).toEqual({ positive: 1, neutral: 0, negative: 1 });
  });

  test('follows the cursor and edits', async () => {
    const open = await opened();
    open.select(TEXT.indexOf('desk'));
    await rest();
    expect(view.revealed.at(-1)).toMatchObject({ sentence: { text: expect.stringContaining('The desk') as string } });
    asked.length = 0;
    open.edit(0, 1, 'We');
    await rest();
    expect(asked.map((text) => text.trim())).toEqual(['We loved it.']);
    expect(listed()[0]).toBe('1 We loved it.');
  });

  test('reads nothing while it is closed, and forgets what it only watched', async () => {
    view.visible = false;
    view.shown.fire();
    const open = await opened();
    expect(asked).toEqual([]);
    view.visible = true;
    view.shown.fire();
    await rest();
    expect(asked).toHaveLength(7);
    view.visible = false;
    view.shown.fire();
    expect(whole.reading(open.document.uri)).toBeUndefined();
  });

  test('of a document that is explained as a whole stays after it is closed', async () => {
    const open = await opened();
    const done = whole.add(open.document, 0, () => undefined);
    await rest();
    await done;
    view.visible = false;
    view.shown.fire();
    expect(whole.has(open.document.uri)).toBe(true);
    expect(whole.reading(open.document.uri)?.done).toBe(true);
  });
});

test('the next sentence is gone to by key, with its prediction said, and at the end it says so', async () => {
  const open = await opened('I loved it. Then it broke.');
  open.select(0);
  const services = { whole } as unknown as CommandServices;
  jumpToSentence(services, 1);
  expect(open.offsetAt(open.editor.selection.active)).toBe(12);
  expect(spy.messages.at(-1)?.message).toBe('Sentence 2 of 2: negative 90\u00a0%');
  jumpToSentence(services, 1);
  expect(spy.messages.at(-1)?.message).toBe('Last of 2 sentences');
  open.select(15);
  jumpToSentence(services, -1);
  expect(open.offsetAt(open.editor.selection.active)).toBe(12);
  jumpToSentence(services, -1);
  expect(open.offsetAt(open.editor.selection.active)).toBe(0);
});
