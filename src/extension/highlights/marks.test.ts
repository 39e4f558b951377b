import { describe, expect, test } from 'vitest';
import { OpenDocument } from '../../../test/doubles/documents';
import { explanationOf } from '../../../test/doubles/explanations';
import { spy, window } from '../../../test/doubles/vscode';
import { explainHere } from '../commands/explain';
import { editorSession, FILM } from '../testing/editor-session';
import { PredictionLenses } from './prediction-lenses';

const session = editorSession();

describe('marks', () => {
  test('follow edits, and come back with an undo', async () => {
    const open = new OpenDocument(FILM);
    await explainHere(session.parts);
    open.edit(9, 5, 'flies');
    expect(open.shown().marked).not.toHaveProperty('flies');
    expect(open.shown().marked).toHaveProperty('wonderful');
    expect(open.shown().predictions).toEqual(['pos 81 % (dimmed)']);
    open.edit(9, 5, 'drags');
    expect(open.shown().marked).toHaveProperty('drags');
    expect(open.shown().predictions).toEqual(['pos 81 %']);
  });

  test('of the prediction stand behind what is typed at the end of its line, and stay there when the line is broken', async () => {
    const open = new OpenDocument(FILM);
    await explainHere(session.parts);
    const before = () =>
      [...open.decorations.values()]
        .flat()
        .flatMap(({ range: { end }, renderOptions }) =>
          renderOptions ? [open.lineAt(end.line).text.slice(0, end.character)] : [],
        );
    expect(before()).toEqual([FILM]);
    open.select(FILM.length);
    for (const key of ' It was') open.type(key);
    expect(before()).toEqual([`${FILM} It was`]);
    open.type('\n');
    open.type('n');
    expect(before()).toEqual([`${FILM} It was`]);
  });

  test('are gone after Clear Explanations and when the document closes', async () => {
    const open = new OpenDocument(FILM);
    await explainHere(session.parts);
    session.parts.documents.clear();
    expect(open.shown()).toEqual({ marked: {}, predictions: [] });
    await explainHere(session.parts);
    await open.close();
    expect(session.parts.documents.isEmpty()).toBe(true);
    expect(session.parts.current.current).toBeUndefined();
  });

  test('survive a change of the document’s language, which closes and opens it at once', async () => {
    const open = new OpenDocument(FILM);
    await explainHere(session.parts);
    spy.closed.fire(open);
    await Promise.resolve();
    expect(session.parts.documents.isEmpty()).toBe(false);
  });

  test('of a saliency are grey and solid, for and against is not said', async () => {
    const open = new OpenDocument(FILM);
    const saliency = explanationOf(
      FILM,
      undefined,
      { wonderful: 0.6, drags: 0.4 },
      { method: 'state-distance', signed: false },
    );
    session.explainer.explain = () => Promise.resolve(saliency);
    await explainHere(session.parts);
    expect(open.shown().marked).toEqual({ wonderful: 'neutralBackground4 solid', drags: 'neutralBackground3 solid' });
  });

  test.each([
    ['afterText', ['pos 81 %'], []],
    ['statusBar', [], []],
    ['codeLens', [], []],
    ['gutter', [], ['positive']],
  ])('stand beside a prediction where the setting has it: %s', async (placement, behind, signs) => {
    spy.settings.set('saliency.predictionPlacement', placement);
    const open = new OpenDocument(FILM);
    await explainHere(session.parts);
    expect(open.shown()).toMatchObject({ marked: { wonderful: 'positiveBackground4 solid' }, predictions: behind });
    expect(open.signs()).toEqual(signs);
    spy.settings.set('saliency.predictionPlacement', 'afterText');
    spy.configured.fire({ affectsConfiguration: (section) => section === 'saliency.predictionPlacement' });
    expect(open.shown().predictions).toEqual(['pos 81 %']);
    expect(open.signs()).toEqual([]);
  });

  test('stand below a line that may fill its row, and in the gutter where no empty line follows', async () => {
    const long = `${FILM} ${'and so on '.repeat(10)}end`;
    const open = new OpenDocument(`${long}\n\nelse`);
    await explainHere(session.parts);
    expect([open.shown().predictions, open.signs()]).toEqual([['↳ pos 81 %'], []]);
    open.edit(long.length, 2, '\n');
    expect([open.shown().predictions, open.signs()]).toEqual([[], ['positive']]);
  });

  test('give way where the panel opens beside the text, and come back', async () => {
    const open = new OpenDocument(`${FILM}\n\nelse`);
    await explainHere(session.parts);
    const groups = window.tabGroups.all;
    const regroup = (count: number): void => {
      window.tabGroups.all = groups.slice(0, 1).concat(Array.from({ length: count - 1 }, () => ({})));
      spy.grouped.fire({ opened: [{}], closed: [] });
    };
    regroup(2);
    expect(open.shown().predictions).toEqual(['↳ pos 81 %']);
    regroup(1);
    expect(open.shown().predictions).toEqual(['pos 81 %']);
  });

  test.each([
    ['这家店的菜做得很地道，价格也很实在。', 'pos 81 %'],
    ['这家店的菜做得很地道，老板热情，价格也很实在，服务员一直在笑。', '↳ pos 81 %'],
  ])('count two columns for a Chinese character: %s', async (text, written) => {
    const open = new OpenDocument(`${text}\n\n`);
    session.explainer.explain = () => Promise.resolve(explanationOf(text, undefined, { 地道: 0.6 }));
    await explainHere(session.parts);
    expect(open.shown().predictions).toEqual([expect.stringMatching(new RegExp(`^${written}`))]);
  });

  test('are missed in words where a text has none', async () => {
    const open = new OpenDocument('It is a film');
    await explainHere(session.parts);
    expect(open.shown()).toEqual({ marked: {}, predictions: ['pos 81 %, no highlights'] });
  });
});

test('predictions on a line of their own name the strongest words of both sides', async () => {
  spy.settings.set('saliency.predictionPlacement', 'codeLens');
  const open = new OpenDocument(FILM);
  await explainHere(session.parts);
  const lenses = new PredictionLenses(session.parts.ranges);
  const titles = lenses.provideCodeLenses(open.document).map(({ command }) => command?.title);
  expect(titles).toEqual(['Positive 81\u00a0% · wonderful, leads · contradicted by drags · Explain', 'Next highlight']);
  expect(spy.providers.size).toBe(1);
  lenses.dispose();
  expect(spy.providers.size).toBe(0);
});
