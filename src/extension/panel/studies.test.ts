import { beforeEach, describe, expect, test, vi } from 'vitest';
import { spy } from '../../../test/doubles/vscode';
import { SaliencyError } from '../../shared/saliency-error';
import { panelSession, type PanelSession, settled } from './testing/panel-session';

const made = panelSession();
let session: PanelSession;
beforeEach(() => (session = made()));

describe('figures beside the explanation', () => {
  const REST = 200;
  const rest = () => vi.advanceTimersByTimeAsync(REST);
  const answer = async (value?: unknown) => {
    session.explainer.last.answer(value);
    await settled();
  };
  const last = () => session.panel.figures[session.panel.figures.length - 1];

  test('come one after the other, when there is rest, each named with the explanation it is of', async () => {
    session.open();
    session.explanations.show(session.rangeOf());
    expect(last()).toMatchObject({
      of: 1,
      figures: {},
      waiting: ['card', 'without', 'trust', 'trace', 'counterfactuals'],
    });
    expect(session.explainer.asked).toEqual([]);
    await rest();
    const seen: string[] = [];
    for (let left = 4; left > 0; left--) {
      seen.push(session.explainer.last.study);
      await answer();
      expect(last()).toMatchObject({ of: 1 });
      expect(last().waiting).toHaveLength(left - 1);
    }
    expect(seen).toEqual(['card of en-made-by-hand', 'trust', 'trace', 'counterfactuals']);
    expect(last().figures).toEqual({ counterfactuals: { of: 'counterfactuals' } });
    const without = session.panel.figures.find(({ figures }) => figures.without)?.figures.without;
    expect(without).toContainEqual(expect.objectContaining({ probability: 0.4, label: 'negative' }));
    // A page that comes back from being hidden gets them all at once.
    await session.panel.send({ type: 'ready' });
    expect(Object.keys(last().figures)).toEqual(['card', 'without', 'trust', 'trace', 'counterfactuals']);
    expect(session.explainer.asked).toHaveLength(4);
  });

  test('are cancelled when another explanation comes, and by work on one', async () => {
    session.open();
    session.explanations.show(session.rangeOf());
    await rest();
    const first = session.explainer.last;
    await answer();
    const trust = session.explainer.last;
    session.explanations.activity.fire({ working: true });
    expect(trust.signal?.aborted).toBe(true);
    session.explanations.activity.fire({ working: false });
    session.explanations.show(session.rangeOf({ id: 2 }));
    await rest();
    expect(first.signal?.aborted ?? false).toBe(false);
    expect(last().of).toBe(2);
    expect(session.warned).toEqual([]);
    expect(session.explainer.asked.map(({ study }) => study)).toEqual([
      'card of en-made-by-hand',
      'trust',
      'card of en-made-by-hand',
    ]);
  });

  test('of the highlights are measured anew when others are shown', async () => {
    session.open();
    session.explanations.show(session.rangeOf());
    await rest();
    await answer();
    await answer({ reading: { density: 'default' } });
    spy.settings.set('saliency.highlightDensity', 'more');
    spy.configured.fire({ affectsConfiguration: (section) => section === 'saliency.highlightDensity' });
    expect(session.panel.posted.at(-1)).toMatchObject({ type: 'show', view: { density: 'more' } });
    expect(last().waiting).toContain('trust');
    await rest();
    expect(session.explainer.last.study).toBe('trust');
    await answer({ reading: { density: 'more' } });
    expect(last().figures).toEqual({ trust: { reading: { density: 'more' } } });
  });

  test('wait until somebody sees them', async () => {
    session.open();
    session.panel.setVisible(false);
    session.explanations.show(session.rangeOf());
    await rest();
    expect(session.explainer.asked).toEqual([]);
    session.panel.setVisible(true);
    await rest();
    await answer();
    const { signal } = session.explainer.last;
    session.panel.setVisible(false);
    expect(signal?.aborted).toBe(true);
    session.panel.setVisible(true);
    await rest();
    expect(session.explainer.asked.map(({ study }) => study)).toEqual(['card of en-made-by-hand', 'trust', 'trust']);
  });

  test('end when they are told to, and go on with what is asked for: agreement only then', async () => {
    session.open();
    session.explanations.show(session.rangeOf());
    await rest();
    await session.panel.send({ type: 'stop' });
    expect(last().waiting).toEqual([]);
    await session.panel.send({ type: 'study', study: 'agreement' });
    expect(session.explainer.last.study).toBe('agreement');
    await answer({ top: 1, methods: [{ method: 'attention', signed: false, scores: [1, 2], top: [1] }], pairs: [] });
    expect(last()).toMatchObject({
      waiting: [],
      figures: { agreement: { methods: [{ method: 'attention', signed: false, top: [1] }] } },
    });
    expect(JSON.stringify(last())).not.toContain('scores');
  });

  test('that cannot be had say why, and the others come all the same', async () => {
    session.open();
    session.explanations.show(session.rangeOf());
    await rest();
    await answer(new SaliencyError('No.', 'damaged-model', { model: 'en', file: 'card.json' }));
    expect(last().problems.card).toMatch(/^Model “en”: card.json is damaged/);
    expect(session.explainer.last.study).toBe('trust');
    await session.panel.send({ type: 'study', study: 'card' });
    expect(last().problems.card).toBeUndefined();
  });

  test('of a text that was changed, or is closed, are not worked out', async () => {
    const page = session.open();
    session.explanations.show(session.rangeOf({ stale: true }));
    await rest();
    expect(session.explainer.asked).toEqual([]);
    session.explanations.show(session.rangeOf({ id: 3 }));
    await rest();
    page.dispose();
    await rest();
    expect(session.explainer.asked).toHaveLength(1);
  });
});
