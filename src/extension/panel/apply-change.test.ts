import { beforeEach, describe, expect, test } from 'vitest';
import { spy } from '../../../test/doubles/vscode';
import { panelSession, type PanelSession, settled } from './testing/panel-session';

const made = panelSession();
let session: PanelSession;
beforeEach(() => (session = made()));

describe('a counterfactual change', () => {
  const found = {
    removals: { found: [{ edits: [{ start: 0, end: 4, newText: '' }] }] },
    replacements: { found: [{ edits: [{ start: 0, end: 4, newText: '' }, { start: 29, end: 33, newText: '' }] }] },
  }; // prettier-ignore

  async function searched(): Promise<void> {
    session.open();
    session.explanations.show(session.rangeOf());
    await settled();
    await session.panel.send({ type: 'stop' });
    await session.panel.send({ type: 'study', study: 'counterfactuals' });
    session.explainer.last.answer(found);
    await settled();
  }

  test('is made in the text, all its edits at once', async () => {
    await searched();
    await session.panel.send({ type: 'apply', of: 1, change: 0 });
    expect(session.document.getText()).toBe('Title\n\nhour drags but the leads wonderful');
    expect(spy.messages).toEqual([]);
  });

  test('is not made in a text that is not the explained one any more', async () => {
    await searched();
    session.document.edit(7, 3, 'A');
    await session.panel.send({ type: 'apply', of: 1, change: 0 });
    await session.panel.send({ type: 'apply', of: 2, change: 0 });
    await session.panel.send({ type: 'apply', of: 1, change: 5 });
    expect(session.document.getText()).toBe('Title\n\nA hour drags but the leads are wonderful');
    expect(spy.messages.map(({ message }) => message)).toEqual(
      Array(3).fill(
        'The text in the editor is not the explained one any more: the change was not made. Explain it again first.',
      ),
    );
  });
});
