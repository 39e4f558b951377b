import { describe, expect, test } from 'vitest';
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
