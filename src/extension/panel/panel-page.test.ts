import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type * as vscode from 'vscode';
import { forgetDocuments, OpenDocument } from '../../../test/doubles/documents';
import { explanationOf } from '../../../test/doubles/explanations';
import { EventEmitter, spy } from '../../../test/doubles/vscode';
import type { ModelSummary } from '../../shared/protocol/explainer';
import { SaliencyError } from '../../shared/saliency-error';
import type { Activity, ExplainOverrides, ExplainedRange, PanelParts } from '../ranges/current-explanation';
import { PanelPage } from './panel-page';
import { Recents } from './recents';
import type { HostMessage } from '../../shared/protocol/host-to-panel';
import type { PageMessage } from '../../shared/protocol/panel-to-host';

const FILM = 'The hour drags but the leads are wonderful';
const MODEL: ModelSummary = {
  name: 'en-made-by-hand',
  language: 'en',
  architecture: 'any',
  labels: ['negative', 'positive'],
  methods: ['gradient-x-input', 'attention'],
  bytes: 1,
  measured: [],
};

/** VS Code's side of a panel: what is posted to the page, and how the page answers. */
class FakePanel {
  /** All but the figures that come later, and the last explanations. */
  readonly posted: HostMessage[] = [];
  readonly figures: Extract<HostMessage, { type: 'figures' }>[] = [];
  readonly recent: Extract<HostMessage, { type: 'recent' }>[] = [];
  visible = true;
  readonly shown = new EventEmitter<void>();
  readonly onDidChangeViewState = this.shown.event;
  readonly received = new EventEmitter<unknown>();
  readonly disposed = new EventEmitter<void>();
  readonly webview = {
    onDidReceiveMessage: this.received.event,
    postMessage: (message: HostMessage) => {
      if (message.type === 'figures') this.figures.push(message);
      else if (message.type === 'recent') this.recent.push(message);
      else this.posted.push(message);
      return Promise.resolve(true);
    },
  };
  readonly onDidDispose = this.disposed.event;
  dispose = (): void => this.disposed.fire();

  setVisible(visible: boolean): void {
    this.visible = visible;
    this.shown.fire();
  }

  /** As the page sends it. */
  async send(message: PageMessage | object): Promise<void> {
    this.received.fire(message);
    await settled();
  }
}

class FakeExplanations {
  current: ExplainedRange | undefined;
  readonly changed = new EventEmitter<ExplainedRange | undefined>();
  readonly pointed = new EventEmitter<number | undefined>();
  readonly activity = new EventEmitter<Activity>();
  readonly onDidChange = this.changed.event;
  readonly onDidPointAtWord = this.pointed.event;
  readonly onDidChangeActivity = this.activity.event;
  readonly calls: unknown[][] = [];
  revealWord = (word: number) => Promise.resolve(void this.calls.push(['reveal', word]));
  markWord = (word: number | undefined) => void this.calls.push(['mark', word]);
  explainAgain = (changes?: ExplainOverrides) => Promise.resolve(void this.calls.push(['again', changes]));

  show(range: ExplainedRange | undefined): void {
    this.current = range;
    this.changed.fire(range);
  }
}

/** Answers when it is told to, with the name of what was asked. */
class FakeExplainer {
  readonly asked: { readonly study: string; readonly signal?: AbortSignal; answer(value?: unknown): void }[] = [];
  models = () => Promise.resolve([MODEL]);
  /** At once: what the text reads as without a phrase. */
  predict = () => Promise.resolve({ label: 'negative', probabilities: { negative: 0.6, positive: 0.4 } });
  card = (model: string) => this.ask(`card of ${model}`);
  trust = (_: unknown, signal?: AbortSignal) => this.ask('trust', signal);
  trace = (_: unknown, signal?: AbortSignal) => this.ask('trace', signal);
  counterfactuals = (_: unknown, signal?: AbortSignal) => this.ask('counterfactuals', signal);
  agreement = (_: unknown, signal?: AbortSignal) => this.ask('agreement', signal);

  get last() {
    return this.asked[this.asked.length - 1];
  }

  private ask(study: string, signal?: AbortSignal): Promise<unknown> {
    return new Promise((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason as Error));
      this.asked.push({
        study,
        signal,
        answer: (value) => (value instanceof Error ? reject(value) : resolve(value ?? { of: study })),
      });
    });
  }
}

let panel: FakePanel;
let explainer: FakeExplainer;
let explanations: FakeExplanations;
let document: OpenDocument;
const kept = new Map<string, unknown>();
const warned: unknown[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  panel = new FakePanel();
  explainer = new FakeExplainer();
  explanations = new FakeExplanations();
  document = new OpenDocument(`Title\n\n${FILM}`, 'file:///w/film.md');
});
afterEach(() => {
  panel.dispose();
  spy.settings.clear();
  vi.useRealTimers();
  forgetDocuments();
  spy.executed.length = spy.copied.length = warned.length = 0;
});

function open(restored?: ConstructorParameters<typeof PanelPage>[2]): PanelPage {
  const parts = {
    explanations,
    explainer,
    context: {
      workspaceState: {
        get: (key: string, otherwise?: unknown) => kept.get(key) ?? otherwise,
        update: (key: string, value: unknown) => Promise.resolve(void kept.set(key, value)),
      },
    },
    log: { warn: (line: unknown) => warned.push(line), error: (line: unknown) => warned.push(line) },
  };
  return new PanelPage(
    panel as unknown as vscode.WebviewPanel,
    parts as unknown as PanelParts,
    restored,
    new Recents(parts.context.workspaceState as unknown as vscode.Memento),
  );
}

function rangeOf(changes: Partial<ExplainedRange> = {}): ExplainedRange {
  const explanation = explanationOf(FILM, undefined, { wonderful: 0.4, drags: -0.2 });
  const words = explanation.words.map(({ start, end }) => ({ start: start + 7, end: end + 7 }));
  return {
    id: 1,
    uri: document.document.uri,
    start: 7,
    end: 7 + FILM.length,
    explanation,
    words,
    stale: false,
    ...changes,
  };
}

async function settled(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0);
}

describe('a page that is ready', () => {
  test('gets the current explanation with its place and marks, and the model when that is known', async () => {
    explanations.current = rangeOf();
    open();
    await panel.send({ type: 'ready' });
    const [first, second] = panel.posted;
    expect(first).toMatchObject({
      type: 'show',
      view: {
        place: { file: 'film.md', line: 3, start: 7 },
        stale: false,
        tones: { negative: 'negative', positive: 'positive' },
      },
    });
    const { view } = first as Extract<HostMessage, { type: 'show' }>;
    expect(view.marks.map(({ step, direction, tone }) => `${step} ${direction} ${tone}`)).toEqual([
      ...['0 for positive', '0 for positive', '3 against negative', '0 for positive'],
      ...['0 for positive', '0 for positive', '0 for positive', '4 for positive'],
    ]);
    expect(view.phrases.filter(({ step }) => step > 0).map(({ from }) => view.explanation.words[from].text)).toEqual([
      'drags',
      'wonderful',
    ]);
    expect(second).toMatchObject({ type: 'show', view: { model: { name: MODEL.name } } });
  });

  test('is told that there is nothing', async () => {
    open();
    await panel.send({ type: 'ready' });
    expect(panel.posted).toEqual([{ type: 'clear' }]);
  });

  test('keeps what it brought back from a reload, whose words still lead to their text', async () => {
    open({ uri: 'file:///w/film.md', start: 2, text: FILM, words: [{ start: 4, end: 8 }] });
    await panel.send({ type: 'ready' });
    expect(panel.posted).toEqual([]);
    await panel.send({ type: 'reveal', word: 0 });
    expect(document.editor.selection.active).toEqual({ line: 2, character: 4 });
    await panel.send({ type: 'explainAgain' });
    expect(spy.executed).toEqual([['saliency.explain']]);
    explanations.show(rangeOf());
    await panel.send({ type: 'reveal', word: 0 });
    expect(explanations.calls).toContainEqual(['reveal', 0]);
  });
});

describe('a page that shows an explanation', () => {
  test('follows it: edits after a rest, other explanations at once', async () => {
    open();
    explanations.show(rangeOf());
    await settled();
    panel.posted.length = 0;
    explanations.show(rangeOf({ start: 8 }));
    explanations.show(rangeOf({ start: 9, stale: true }));
    expect(panel.posted).toEqual([]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(panel.posted).toMatchObject([{ view: { place: { start: 9 }, stale: true, model: {} } }]);
    explanations.show(rangeOf({ id: 2 }));
    expect(panel.posted).toHaveLength(2);
    explanations.show(undefined);
    expect(panel.posted.at(-1)).toEqual({ type: 'clear' });
  });

  test('hears of words pointed at and of work under way', () => {
    open();
    explanations.pointed.fire(3);
    explanations.pointed.fire(undefined);
    explanations.activity.fire({ working: true });
    explanations.activity.fire({ working: false, problem: 'No.' });
    expect(panel.posted).toEqual([
      { type: 'point', word: 3 },
      { type: 'point', word: null },
      { type: 'working' },
      { type: 'idle', problem: 'No.' },
    ]);
  });

  test('has done what it asks for', async () => {
    open();
    explanations.show(rangeOf());
    await settled();
    await panel.send({ type: 'mark', word: 2 });
    await panel.send({ type: 'mark', word: null });
    await panel.send({ type: 'explainAgain', method: 'attention' });
    await panel.send({ type: 'explainAgain', method: 'no method of this model' });
    await panel.send({ type: 'explainAgain', target: 'positive', against: 'negative' });
    await panel.send({ type: 'explainAgain', target: 'no label of this model' });
    await panel.send({ type: 'copy', text: 'a\tb' });
    await panel.send({ type: 'sections', open: ['words'] });
    await panel.send({ type: 'showLog' });
    expect(explanations.calls).toEqual([
      ['mark', 2],
      ['mark', undefined],
      ['again', { method: 'attention' }],
      ['again', {}],
      ['again', { target: 'positive', against: 'negative' }],
      ['again', {}],
    ]);
    expect(spy.copied).toEqual(['a\tb']);
    expect(kept.get('saliency.panel.open')).toEqual(['words']);
    expect(spy.executed).toEqual([['saliency.showLog']]);
    expect(warned).toEqual([]);
  });

  test('is not believed blindly', async () => {
    open();
    await panel.send({ type: 'reveal', word: 'all' });
    expect(explanations.calls).toEqual([]);
    expect(warned).toHaveLength(1);
  });
});

describe('figures beside the explanation', () => {
  const REST = 200;
  const rest = () => vi.advanceTimersByTimeAsync(REST);
  const answer = async (value?: unknown) => {
    explainer.last.answer(value);
    await settled();
  };
  const last = () => panel.figures[panel.figures.length - 1];

  test('come one after the other, when there is rest, each named with the explanation it is of', async () => {
    open();
    explanations.show(rangeOf());
    expect(last()).toMatchObject({
      of: 1,
      figures: {},
      waiting: ['card', 'without', 'trust', 'trace', 'counterfactuals'],
    });
    expect(explainer.asked).toEqual([]);
    await rest();
    const seen: string[] = [];
    for (let left = 4; left > 0; left--) {
      seen.push(explainer.last.study);
      await answer();
      expect(last()).toMatchObject({ of: 1 });
      expect(last().waiting).toHaveLength(left - 1);
    }
    expect(seen).toEqual(['card of en-made-by-hand', 'trust', 'trace', 'counterfactuals']);
    expect(last().figures).toEqual({ counterfactuals: { of: 'counterfactuals' } });
    const without = panel.figures.find(({ figures }) => figures.without)?.figures.without;
    expect(without).toContainEqual(expect.objectContaining({ probability: 0.4, label: 'negative' }));
    // A page that comes back from being hidden gets them all at once.
    await panel.send({ type: 'ready' });
    expect(Object.keys(last().figures)).toEqual(['card', 'without', 'trust', 'trace', 'counterfactuals']);
    expect(explainer.asked).toHaveLength(4);
  });

  test('are cancelled when another explanation comes, and by work on one', async () => {
    open();
    explanations.show(rangeOf());
    await rest();
    const first = explainer.last;
    await answer();
    const trust = explainer.last;
    explanations.activity.fire({ working: true });
    expect(trust.signal?.aborted).toBe(true);
    explanations.activity.fire({ working: false });
    explanations.show(rangeOf({ id: 2 }));
    await rest();
    expect(first.signal?.aborted ?? false).toBe(false);
    expect(last().of).toBe(2);
    expect(warned).toEqual([]);
    expect(explainer.asked.map(({ study }) => study)).toEqual([
      'card of en-made-by-hand',
      'trust',
      'card of en-made-by-hand',
    ]);
  });

  test('of the highlights are measured anew when others are shown', async () => {
    open();
    explanations.show(rangeOf());
    await rest();
    await answer();
    await answer({ reading: { density: 'default' } });
    spy.settings.set('saliency.highlightDensity', 'more');
    spy.configured.fire({ affectsConfiguration: (section) => section === 'saliency.highlightDensity' });
    expect(panel.posted.at(-1)).toMatchObject({ type: 'show', view: { density: 'more' } });
    expect(last().waiting).toContain('trust');
    await rest();
    expect(explainer.last.study).toBe('trust');
    await answer({ reading: { density: 'more' } });
    expect(last().figures).toEqual({ trust: { reading: { density: 'more' } } });
  });

  test('wait until somebody sees them', async () => {
    open();
    panel.setVisible(false);
    explanations.show(rangeOf());
    await rest();
    expect(explainer.asked).toEqual([]);
    panel.setVisible(true);
    await rest();
    await answer();
    const { signal } = explainer.last;
    panel.setVisible(false);
    expect(signal?.aborted).toBe(true);
    panel.setVisible(true);
    await rest();
    expect(explainer.asked.map(({ study }) => study)).toEqual(['card of en-made-by-hand', 'trust', 'trust']);
  });

  test('end when they are told to, and go on with what is asked for: agreement only then', async () => {
    open();
    explanations.show(rangeOf());
    await rest();
    await panel.send({ type: 'stop' });
    expect(last().waiting).toEqual([]);
    await panel.send({ type: 'study', study: 'agreement' });
    expect(explainer.last.study).toBe('agreement');
    await answer({ top: 1, methods: [{ method: 'attention', signed: false, scores: [1, 2], top: [1] }], pairs: [] });
    expect(last()).toMatchObject({
      waiting: [],
      figures: { agreement: { methods: [{ method: 'attention', signed: false, top: [1] }] } },
    });
    expect(JSON.stringify(last())).not.toContain('scores');
  });

  test('that cannot be had say why, and the others come all the same', async () => {
    open();
    explanations.show(rangeOf());
    await rest();
    await answer(new SaliencyError('No.', 'damaged-model', { model: 'en', file: 'card.json' }));
    expect(last().problems.card).toMatch(/^Model “en”: card.json is damaged/);
    expect(explainer.last.study).toBe('trust');
    await panel.send({ type: 'study', study: 'card' });
    expect(last().problems.card).toBeUndefined();
  });

  test('of a text that was changed, or is closed, are not worked out', async () => {
    const page = open();
    explanations.show(rangeOf({ stale: true }));
    await rest();
    expect(explainer.asked).toEqual([]);
    explanations.show(rangeOf({ id: 3 }));
    await rest();
    page.dispose();
    await rest();
    expect(explainer.asked).toHaveLength(1);
  });
});

describe('a counterfactual change', () => {
  const found = {
    removals: { found: [{ edits: [{ start: 0, end: 4, newText: '' }, { start: 29, end: 33, newText: '' }] }] },
    replacements: { found: [{ edits: [{ start: 33, end: 42, newText: 'dull' }] }] },
  }; // prettier-ignore

  async function searched(): Promise<void> {
    open();
    explanations.show(rangeOf());
    await settled();
    await panel.send({ type: 'stop' });
    await panel.send({ type: 'study', study: 'counterfactuals' });
    explainer.last.answer(found);
    await settled();
  }

  test('is made in the text, all its edits at once', async () => {
    await searched();
    await panel.send({ type: 'apply', of: 1, list: 'removals', change: 0 });
    expect(document.getText()).toBe('Title\n\nhour drags but the leads wonderful');
    expect(spy.messages).toEqual([]);
  });

  test('is not made in a text that is not the explained one any more', async () => {
    await searched();
    document.edit(7, 3, 'A');
    await panel.send({ type: 'apply', of: 1, list: 'replacements', change: 0 });
    await panel.send({ type: 'apply', of: 2, list: 'replacements', change: 0 });
    await panel.send({ type: 'apply', of: 1, list: 'replacements', change: 5 });
    expect(document.getText()).toBe('Title\n\nA hour drags but the leads are wonderful');
    expect(spy.messages.map(({ message }) => message)).toEqual(
      Array(3).fill(
        'The text in the editor is not the explained one any more: the change was not made. Explain it again first.',
      ),
    );
  });
});

test('a closed panel leaves no listener and no timer behind', async () => {
  const page = open();
  explanations.show(rangeOf());
  explanations.show(rangeOf({ start: 8 }));
  await settled();
  page.dispose();
  const emitters = [explanations.changed, explanations.pointed, explanations.activity, panel.shown, panel.received];
  expect([...emitters, panel.disposed].map(({ listening }) => listening)).toEqual([0, 0, 0, 0, 0, 0]);
  expect(vi.getTimerCount()).toBe(0);
});

test('a closed panel takes its mark from the editor and hears nothing any more', async () => {
  open();
  panel.dispose();
  expect(explanations.calls).toEqual([['mark', undefined]]);
  explanations.show(rangeOf());
  await panel.send({ type: 'ready' });
  expect(panel.posted).toEqual([]);
});
