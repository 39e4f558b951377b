import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type * as vscode from 'vscode';
import { forgetDocuments, OpenDocument } from '../../../test/doubles/documents';
import { explanationOf } from '../../../test/doubles/explanations';
import { EventEmitter, spy } from '../../../test/doubles/vscode';
import type { ModelSummary } from '../../engine/explainer';
import type { Activity, Again, ExplainedRange, PanelParts } from '../current-explanation';
import { PanelPage } from './panel-page';
import type { HostMessage, PageMessage } from './protocol';

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
  readonly posted: HostMessage[] = [];
  private readonly received = new EventEmitter<unknown>();
  private readonly disposed = new EventEmitter<void>();
  readonly webview = {
    onDidReceiveMessage: this.received.event,
    postMessage: (message: HostMessage) => Promise.resolve(this.posted.push(message) > 0),
  };
  readonly onDidDispose = this.disposed.event;
  readonly onDidChangeViewState = new EventEmitter<unknown>().event;
  readonly visible = true;
  dispose = (): void => this.disposed.fire();

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
  explainAgain = (changes?: Again) => Promise.resolve(void this.calls.push(['again', changes]));

  show(range: ExplainedRange | undefined): void {
    this.current = range;
    this.changed.fire(range);
  }
}

let panel: FakePanel;
let explanations: FakeExplanations;
let document: OpenDocument;
const kept = new Map<string, unknown>();
const warned: unknown[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  panel = new FakePanel();
  explanations = new FakeExplanations();
  document = new OpenDocument(`Title\n\n${FILM}`, 'file:///w/film.md');
});
afterEach(() => {
  vi.useRealTimers();
  forgetDocuments();
  spy.executed.length = spy.copied.length = warned.length = 0;
});

function open(restored?: ConstructorParameters<typeof PanelPage>[2]): PanelPage {
  const parts = {
    explanations,
    explainer: { models: () => Promise.resolve([MODEL]) },
    context: {
      workspaceState: { update: (key: string, value: unknown) => Promise.resolve(void kept.set(key, value)) },
    },
    log: { warn: (line: unknown) => warned.push(line), error: (line: unknown) => warned.push(line) },
  };
  return new PanelPage(panel as unknown as vscode.WebviewPanel, parts as unknown as PanelParts, restored);
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
    expect(view.bounds[3]).toBeCloseTo(0.3);
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
    await panel.send({ type: 'copy', text: 'a\tb' });
    await panel.send({ type: 'sections', open: ['words'] });
    await panel.send({ type: 'showLog' });
    expect(explanations.calls).toEqual([
      ['mark', 2],
      ['mark', undefined],
      ['again', { method: 'attention' }],
      ['again', { method: undefined }],
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

test('a closed panel takes its mark from the editor and hears nothing any more', async () => {
  open();
  panel.dispose();
  expect(explanations.calls).toEqual([['mark', undefined]]);
  explanations.show(rangeOf());
  await panel.send({ type: 'ready' });
  expect(panel.posted).toEqual([]);
});
