import { beforeEach, describe, expect, test, vi } from 'vitest';
import { spy } from '../../../test/doubles/vscode';
import type { PanelHostMessage } from '../../shared/protocol/host-to-panel';
import { FILM, panelSession, type PanelSession, settled } from './testing/panel-session';

const made = panelSession();
let session: PanelSession;
beforeEach(() => (session = made()));

describe('a page that is ready', () => {
  test('gets the current explanation with its place and marks, and the model when that is known', async () => {
    session.explanations.current = session.rangeOf();
    session.open();
    await session.panel.send({ type: 'ready' });
    const [first, second] = session.panel.posted;
    expect(first).toMatchObject({
      type: 'show',
      view: {
        place: { file: 'film.md', line: 3, start: 7 },
        stale: false,
        tones: { negative: 'negative', positive: 'positive' },
      },
    });
    const { view } = first as Extract<PanelHostMessage, { type: 'show' }>;
    expect(view.marks.map(({ step, direction, tone }) => `${step} ${direction} ${tone}`)).toEqual([
      ...['0 for positive', '0 for positive', '3 against negative', '0 for positive'],
      ...['0 for positive', '0 for positive', '0 for positive', '4 for positive'],
    ]);
    expect(view.phrases.filter(({ step }) => step > 0).map(({ from }) => view.explanation.words[from].text)).toEqual([
      'drags',
      'wonderful',
    ]);
    expect(second).toMatchObject({ type: 'show', view: { model: { name: 'en-made-by-hand' } } });
  });

  test('is told that there is nothing', async () => {
    session.open();
    await session.panel.send({ type: 'ready' });
    expect(session.panel.posted).toEqual([{ type: 'clear' }]);
  });

  test('keeps what it brought back from a reload, whose words still lead to their text', async () => {
    session.open({ uri: 'file:///w/film.md', start: 2, text: FILM, words: [{ start: 4, end: 8 }] });
    await session.panel.send({ type: 'ready' });
    expect(session.panel.posted).toEqual([]);
    await session.panel.send({ type: 'reveal', word: 0 });
    expect(session.document.editor.selection.active).toEqual({ line: 2, character: 4 });
    await session.panel.send({ type: 'explainAgain' });
    expect(spy.executed).toEqual([['saliency.explain']]);
    session.explanations.show(session.rangeOf());
    await session.panel.send({ type: 'reveal', word: 0 });
    expect(session.explanations.calls).toContainEqual(['reveal', 0]);
  });
});

describe('a page that shows an explanation', () => {
  test('follows it: edits after a rest, other explanations at once', async () => {
    session.open();
    session.explanations.show(session.rangeOf());
    await settled();
    session.panel.posted.length = 0;
    session.explanations.show(session.rangeOf({ start: 8 }));
    session.explanations.show(session.rangeOf({ start: 9, stale: true }));
    expect(session.panel.posted).toEqual([]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(session.panel.posted).toMatchObject([{ view: { place: { start: 9 }, stale: true, model: {} } }]);
    session.explanations.show(session.rangeOf({ id: 2 }));
    expect(session.panel.posted).toHaveLength(2);
    session.explanations.show(undefined);
    expect(session.panel.posted.at(-1)).toEqual({ type: 'clear' });
  });

  test('hears of words pointed at and of work under way', () => {
    session.open();
    session.explanations.pointed.fire(3);
    session.explanations.pointed.fire(undefined);
    session.explanations.activity.fire({ working: true });
    session.explanations.activity.fire({ working: false, problem: 'No.' });
    expect(session.panel.posted).toEqual([
      { type: 'point', word: 3 },
      { type: 'point', word: null },
      { type: 'working' },
      { type: 'idle', problem: 'No.' },
    ]);
  });

  test('has done what it asks for', async () => {
    session.open();
    session.explanations.show(session.rangeOf());
    await settled();
    await session.panel.send({ type: 'mark', word: 2 });
    await session.panel.send({ type: 'mark', word: null });
    await session.panel.send({ type: 'explainAgain', method: 'attention' });
    await session.panel.send({ type: 'explainAgain', method: 'no method of this model' });
    await session.panel.send({ type: 'explainAgain', target: 'positive', against: 'negative' });
    await session.panel.send({ type: 'explainAgain', target: 'no label of this model' });
    await session.panel.send({ type: 'copy', text: 'a\tb' });
    await session.panel.send({ type: 'sections', open: ['words'] });
    await session.panel.send({ type: 'showLog' });
    expect(session.explanations.calls).toEqual([
      ['mark', 2],
      ['mark', undefined],
      ['again', { method: 'attention' }],
      ['again', {}],
      ['again', { target: 'positive', against: 'negative' }],
      ['again', {}],
    ]);
    expect(spy.copied).toEqual(['a\tb']);
    expect(session.kept.get('saliency.panel.open')).toEqual(['words']);
    expect(spy.executed).toEqual([['saliency.showLog']]);
    expect(session.warned).toEqual([]);
  });

  test('is not believed blindly', async () => {
    session.open();
    await session.panel.send({ type: 'reveal', word: 'all' });
    expect(session.explanations.calls).toEqual([]);
    expect(session.warned).toHaveLength(1);
  });
});

test('a closed panel leaves no listener and no timer behind', async () => {
  const page = session.open();
  session.explanations.show(session.rangeOf());
  session.explanations.show(session.rangeOf({ start: 8 }));
  await settled();
  page.dispose();
  const emitters = [
    session.explanations.changed,
    session.explanations.pointed,
    session.explanations.activity,
    session.panel.shown,
    session.panel.received,
  ];
  expect([...emitters, session.panel.disposed].map(({ listening }) => listening)).toEqual([0, 0, 0, 0, 0, 0]);
  expect(vi.getTimerCount()).toBe(0);
});

test('a closed panel takes its mark from the editor and hears nothing any more', async () => {
  session.open();
  session.panel.dispose();
  expect(session.explanations.calls).toEqual([['mark', undefined]]);
  session.explanations.show(session.rangeOf());
  await session.panel.send({ type: 'ready' });
  expect(session.panel.posted).toEqual([]);
});
