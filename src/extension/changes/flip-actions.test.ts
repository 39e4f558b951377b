import type { CodeActionContext, Position, Range } from 'vscode';
import { describe, expect, test } from 'vitest';
import { OpenDocument } from '../../../test/doubles/documents';
import { Range as SelectedRange } from '../../../test/doubles/vscode';
import { explainHere } from '../commands/explain';
import { editorSession, FILM } from '../testing/editor-session';
import { FlipActions } from './flip-actions';

const session = editorSession();

describe('quick fixes', () => {
  const NEVER = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose: () => undefined }) };

  const actionsAt = (open: OpenDocument, offset: number, triggerKind: number, fixes: FlipActions) => {
    const at = open.document.positionAt(offset);
    const context = { triggerKind } as unknown as CodeActionContext;
    const range = new SelectedRange(at, at) as unknown as Range;
    return fixes.provideCodeActions(open.document, range, context, NEVER);
  };

  test('are searched for by hand only, and say what the text becomes', async () => {
    const open = new OpenDocument(`Title\n\n${FILM}`);
    open.select(10);
    await explainHere(session.parts);
    const fixes = new FlipActions(session.parts.ranges, session.explainer);
    const offered = await actionsAt(open, 10, 2, fixes);
    expect(offered.map(({ title }) => title)).toEqual(['What would change the prediction…']);
    expect(session.explainer.searches).toBe(0);
    const found = await actionsAt(open, 10, 1, fixes);
    // The fewest words to remove leave no sentence: they are no fix.
    expect(found.map(({ title }) => title)).toEqual(['Replace “wonderful” by “dull”: becomes negative 70\u00a0%']);
    await actionsAt(open, 10, 2, fixes);
    expect(session.explainer.searches).toBe(1);
    const { replaced } = found[0].edit as unknown as {
      replaced: [object, { start: Position; end: Position }, string][];
    };
    const [[, { start, end }, text]] = replaced;
    expect([open.offsetAt(start), open.offsetAt(end), text]).toEqual([7 + 33, 7 + 42, 'dull']);
  });

  test('are not offered beside explained texts, nor for a text that was edited since', async () => {
    const open = new OpenDocument(`Title\n\n${FILM}`);
    open.select(10);
    await explainHere(session.parts);
    const fixes = new FlipActions(session.parts.ranges, session.explainer);
    expect(await actionsAt(open, 2, 1, fixes)).toEqual([]);
    open.edit(12, 1, 'X');
    expect(await actionsAt(open, 10, 1, fixes)).toEqual([]);
    expect(session.explainer.searches).toBe(0);
  });
});
