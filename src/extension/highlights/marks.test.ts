import { describe, expect, test } from 'vitest';
import { OpenDocument } from '../../../test/doubles/documents';
import { explanationOf } from '../../../test/doubles/explanations';
import { spy } from '../../../test/doubles/vscode';
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

  test('leave the prediction of a long line that does not wrap to the gutter', async () => {
    const open = new OpenDocument(`${FILM} ${'and so on '.repeat(10)}`);
    await explainHere(session.parts);
    expect([open.shown().predictions, open.signs()]).toEqual([[], ['positive']]);
    spy.settings.set('editor.wordWrap', 'on');
    session.parts.documents.clear();
    await explainHere(session.parts);
    expect([open.shown().predictions, open.signs()]).toEqual([['pos 81 %'], []]);
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
