import { afterEach, beforeEach, vi } from 'vitest';
import type * as vscode from 'vscode';
import { forgetDocuments, OpenDocument } from '../../../../test/doubles/documents';
import { explanationOf } from '../../../../test/doubles/explanations';
import { EventEmitter, spy } from '../../../../test/doubles/vscode';
import type { ModelSummary } from '../../../shared/protocol/explainer';
import type { PanelHostMessage } from '../../../shared/protocol/host-to-panel';
import type { PanelToHost } from '../../../shared/protocol/panel-to-host';
import type { NotificationOf } from '../../../shared/rpc/notifications';
import type { Activity, ExplainOverrides, ExplainedRange, PanelParts } from '../../ranges/current-explanation';
import { PanelPage } from '../panel-page';
import { Recents } from '../recents';

export const FILM = 'The hour drags but the leads are wonderful';
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
  readonly posted: PanelHostMessage[] = [];
  readonly figures: Extract<PanelHostMessage, { type: 'figures' }>[] = [];
  readonly recent: Extract<PanelHostMessage, { type: 'recent' }>[] = [];
  visible = true;
  readonly shown = new EventEmitter<void>();
  readonly onDidChangeViewState = this.shown.event;
  readonly received = new EventEmitter<unknown>();
  readonly disposed = new EventEmitter<void>();
  readonly webview = {
    onDidReceiveMessage: this.received.event,
    postMessage: (message: PanelHostMessage) => {
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
  async send(message: NotificationOf<PanelToHost> | object): Promise<void> {
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

/** A panel on doubles of everything around it; made anew for each test. */
export class PanelSession {
  panel = new FakePanel();
  explainer = new FakeExplainer();
  explanations = new FakeExplanations();
  document = new OpenDocument(`Title\n\n${FILM}`, 'file:///w/film.md');
  /** What the workspace remembers. */
  readonly kept = new Map<string, unknown>();
  /** What was logged. */
  readonly warned: unknown[] = [];

  open(restored?: ConstructorParameters<typeof PanelPage>[2]): PanelPage {
    const parts = {
      explanations: this.explanations,
      explainer: this.explainer,
      context: {
        workspaceState: {
          get: (key: string, otherwise?: unknown) => this.kept.get(key) ?? otherwise,
          update: (key: string, value: unknown) => Promise.resolve(void this.kept.set(key, value)),
        },
      },
      log: { warn: (line: unknown) => this.warned.push(line), error: (line: unknown) => this.warned.push(line) },
    };
    return new PanelPage(
      this.panel as unknown as vscode.WebviewPanel,
      parts as unknown as PanelParts,
      restored,
      new Recents(parts.context.workspaceState as unknown as vscode.Memento),
    );
  }

  rangeOf(changes: Partial<ExplainedRange> = {}): ExplainedRange {
    const explanation = explanationOf(FILM, undefined, { wonderful: 0.4, drags: -0.2 });
    const words = explanation.words.map(({ start, end }) => ({ start: start + 7, end: end + 7 }));
    return {
      id: 1,
      uri: this.document.document.uri,
      start: 7,
      end: 7 + FILM.length,
      explanation,
      words,
      stale: false,
      ...changes,
    };
  }
}

/** Called once in a file of tests. */
export function panelSession(): () => PanelSession {
  let session: PanelSession;
  beforeEach(() => {
    vi.useFakeTimers();
    session = new PanelSession();
  });
  afterEach(() => {
    session.panel.dispose();
    spy.settings.clear();
    vi.useRealTimers();
    forgetDocuments();
    spy.executed.length = spy.copied.length = 0;
  });
  return () => session;
}

export async function settled(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0);
}
