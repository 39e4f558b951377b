import { describe, expect, test, vi } from 'vitest';
import { OpenDocument } from '../../../test/doubles/documents';
import { spy } from '../../../test/doubles/vscode';
import { explainHere } from '../commands/explain';
import { jumpToHighlight } from '../commands/jump';
import { editorSession, FILM } from '../testing/editor-session';

const NO_PREFERENCE = { method: undefined, model: { zh: undefined, en: undefined } };

const session = editorSession();

describe('the current explanation', () => {
  test('is the one the cursor stands in, and says which word', async () => {
    const open = new OpenDocument(`${FILM}\n\nso good`);
    open.select(FILM.length + 2);
    await explainHere(session.parts);
    open.select(0);
    await explainHere(session.parts);
    expect(session.parts.current.current?.explanation.text).toBe(FILM);
    const pointed: (number | undefined)[] = [];
    session.parts.current.onDidPointAtWord((word) => pointed.push(word));
    open.select(10);
    open.select(FILM.length + 3);
    expect(pointed).toEqual([2, 0]);
    expect(session.parts.current.current?.explanation.text).toBe('so good');
  });

  test('can be asked for anew, keeping what was asked for before', async () => {
    new OpenDocument(FILM);
    await explainHere(session.parts, { method: 'gradient-x-input' });
    await session.parts.current.explainAgain({ target: 'negative' });
    expect(session.explainer.requests[1]).toMatchObject({ text: FILM, method: 'gradient-x-input', target: 'negative' });
    await session.parts.current.explainAgain({ language: 'zh' });
    expect(session.explainer.requests[2]).toEqual({ text: FILM, language: 'zh', preferred: NO_PREFERENCE });
  });

  test('of a changed text that was explained again counts again after an undo, and the other after a redo', async () => {
    const open = new OpenDocument(`Title\n\n${FILM}`);
    open.select(10);
    await explainHere(session.parts);
    const { current } = session.parts;
    const shown = () => [current.current?.explanation.text, current.current?.stale];
    open.edit(16, 5, 'flies past');
    await current.explainAgain();
    const changed = FILM.replace('drags', 'flies past');
    expect(shown()).toEqual([changed, false]);
    const announced: (string | undefined)[] = [];
    current.onDidChange((range) => announced.push(range?.explanation.text));
    open.edit(16, 10, 'drags');
    expect(shown()).toEqual([FILM, false]);
    open.edit(0, 0, '# ');
    expect(current.current).toMatchObject({ start: 9, end: 9 + FILM.length, stale: false });
    open.edit(0, 2, '');
    open.edit(16, 5, 'flies past');
    expect(shown()).toEqual([changed, false]);
    open.edit(16, 10, 'dragged');
    expect(shown()).toEqual([changed, true]);
    open.edit(16, 7, 'drags');
    expect(shown()).toEqual([FILM, false]);
    expect(session.parts.documents.of(open.document.uri)).toHaveLength(1);
    expect(session.explainer.requests).toHaveLength(2);
    expect(announced).not.toContain(undefined);
    // As What If puts words before the text: the old text stands on, as a part of the new one.
    open.edit(7, 0, 'Well, ');
    await current.explainAgain({}, { start: 7, end: 13 + FILM.length });
    expect(shown()).toEqual([`Well, ${FILM}`, false]);
    open.edit(7, 6, '', 'undo');
    expect(shown()).toEqual([FILM, false]);
    session.parts.documents.clear(current.current);
    open.edit(16, 5, 'flies past');
    expect(session.parts.documents.of(open.document.uri)).toEqual([]);
  });

  test('forgets the word under the mouse where the mouse is on none, or was not heard of for a while', async () => {
    vi.useFakeTimers();
    try {
      new OpenDocument(FILM);
      await explainHere(session.parts);
      const { current } = session.parts;
      const pointed: (number | undefined)[] = [];
      current.onDidPointAtWord((word) => pointed.push(word));
      current.hover(current.current!, 2);
      current.pointAtNone();
      current.pointAtNone();
      expect(pointed).toEqual([2, undefined]);
      current.hover(current.current!, 3);
      vi.advanceTimersByTime(4_000);
      current.hover(current.current!, 3);
      vi.advanceTimersByTime(4_000);
      expect(pointed).toEqual([2, undefined, 3, 3]);
      vi.advanceTimersByTime(2_000);
      expect(pointed).toEqual([2, undefined, 3, 3, undefined]);
    } finally {
      vi.useRealTimers();
    }
  });

  test('outlines the word that the panel points at', async () => {
    const open = new OpenDocument(FILM);
    await explainHere(session.parts);
    session.parts.current.markWord(1);
    expect(open.shown().marked).toMatchObject({ hour: 'pointed' });
    session.parts.current.markWord(undefined);
    expect(open.shown().marked).not.toHaveProperty('hour');
  });

  test('is walked through by its highlights, from the cursor on; at both ends it says so', async () => {
    const open = new OpenDocument(`${FILM}\n\n${FILM}`);
    await explainHere(session.parts);
    open.select(FILM.length + 2);
    await explainHere(session.parts);
    open.select(0);
    const visited: string[] = [];
    const go = async (step: 1 | -1): Promise<void> => {
      await jumpToHighlight(session.parts, step);
      visited.push(FILM.slice(open.offsetAt(open.editor.selection.active) % (FILM.length + 2)).split(' ')[0]);
    };
    for (let step = 0; step < 7; step++) await go(1);
    expect(visited).toEqual(['drags', 'leads', 'wonderful', 'drags', 'leads', 'wonderful', 'wonderful']);
    expect(spy.messages.at(-1)?.message).toBe('Last of 6 highlights');
    visited.length = 0;
    for (let step = 0; step < 6; step++) await go(-1);
    expect(visited).toEqual(['leads', 'drags', 'wonderful', 'leads', 'drags', 'drags']);
    expect(spy.messages.at(-1)?.message).toBe('First of 6 highlights');
    expect(spy.executed.filter(([command]) => command === 'editor.action.showHover')).toHaveLength(11);
  });

  test('without highlights says why there is none to go to', async () => {
    new OpenDocument('It is a film');
    await explainHere(session.parts);
    await jumpToHighlight(session.parts, 1);
    expect(spy.messages.at(-1)?.message).toMatch(/^Nothing is highlighted: no phrase/);
  });
});
