import * as vscode from 'vscode';
import type { ModelSummary } from '../../shared/protocol/explainer';
import type { ExplainOverrides, ExplainedRange, PanelParts } from '../ranges/current-explanation';
import { checkedPage } from '../export/checked-page';
import type { DrawingPage } from '../../shared/protocol/export';
import { readAnswer } from '../../shared/rpc/message-schemas';
import {
  handleNotification,
  notifierOf,
  type NotificationHandlers,
  type NotificationData,
} from '../../shared/rpc/notifications';
import { PageCalls } from '../../shared/rpc/page-calls';
import { SaliencyError } from '../../shared/saliency-error';
import { applyChange } from './apply-change';
import type { HostToPanel } from '../../shared/protocol/host-to-panel';
import { readPageMessage, type PanelToHost } from '../../shared/protocol/panel-to-host';
import { explainRestored, revealRestored } from './restored-editor';
import type { RestoredText } from './restored-text';
import { clock, panelPlace } from './place';
import type { Recents } from './recents';
import { Sheets } from './sheets';
import type { Sheet } from '../../shared/protocol/sheets';
import { openSample, explainFromPanel } from './start-actions';
import { Studies } from './studies';
import { affectsMarks, changeSetting, markSettings } from '../activate/settings';
import { panelView } from './view';

/** Sections that stand open, in the workspace's memory. */
export const OPEN_SECTIONS = 'saliency.panel.open';

/** Typing above an explained text moves it with every key. */
const EDITS_REST_MS = 100;

/** One open panel: tells its page what is current, and does what the page asks for. */
export class PanelPage implements vscode.Disposable {
  private readonly subscriptions: vscode.Disposable[];
  private explainedAt: { readonly id: number; readonly time: string; model?: ModelSummary } | undefined;
  private readonly page = notifierOf<HostToPanel>((message) => this.post(message));
  private readonly calls = new PageCalls<DrawingPage>((call) => this.post(call));
  /** Has the page draw, when it has all that it shows. */
  readonly drawing: DrawingPage = this.whenComplete(checkedPage(this.calls.page));
  /** The figures of the model that is shown, or that there are none. */
  private modelKnown: Promise<void> = Promise.resolve();
  private readonly studies: Studies;
  private readonly sheets: Sheets;
  private readonly handlers: NotificationHandlers<PanelToHost>;
  /** A sheet that is to be opened when the page listens. */
  private wanted: Sheet | undefined;
  private closed = false;
  /** The page has said that it listens. */
  private listens = false;
  private moved: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly panel: vscode.WebviewPanel,
    private readonly parts: PanelParts,
    /** What the page still shows from before a reload, until something is explained. */
    private restored: RestoredText | undefined,
    private readonly recents: Recents,
  ) {
    const { explanations, documents } = parts;
    this.sheets = new Sheets({ ...parts, recents, page: this.page });
    this.studies = new Studies(parts.explainer, this.page, parts.log);
    this.handlers = this.handlersOf(parts);
    this.subscriptions = [
      this.studies,
      this.sheets,
      recents.onDidChange(() => this.page.recent({ recent: recents.list() })),
      panel.onDidChangeViewState(() => this.studies.setVisible(panel.visible)),
      panel.onDidDispose(() => this.dispose()),
      panel.onDidChangeViewState(() => {
        if (panel.visible) return;
        this.listens = false;
        this.calls.away();
      }),
      { dispose: () => this.calls.end(new SaliencyError('The panel was closed.', 'closed')) },
      panel.webview.onDidReceiveMessage((message) => void this.receive(message)),
      explanations.onDidChange((range) => this.follow(range)),
      { dispose: () => clearTimeout(this.moved) },
      vscode.workspace.onDidChangeConfiguration((event) => affectsMarks(event) && this.highlightAnew()),
      ...(documents ? [documents.onDidChange(() => this.page.document(documents.message()))] : []),
      explanations.onDidPointAtWord((word) => this.page.point({ word: word ?? null })),
      explanations.onDidChangeActivity(({ working, problem }) => {
        if (working) {
          this.studies.pause();
          this.page.working();
        } else {
          this.studies.resume();
          this.page.idle({ problem });
        }
      }),
    ];
  }

  /** Also closes the panel. */
  dispose(): void {
    if (this.closed) return;
    this.closed = true;
    this.parts.explanations.markWord(undefined);
    this.subscriptions.forEach((subscription) => subscription.dispose());
    this.panel.dispose();
  }

  /** Opens a sheet in the place of the explanation. */
  openSheet(sheet: Sheet): void {
    this.wanted = sheet;
    this.tellSheet();
  }

  private tellSheet(): void {
    if (!this.listens || this.wanted === undefined) return;
    this.page.sheet({ sheet: this.wanted });
    this.wanted = undefined;
  }

  /** Another explanation is shown at once; of the edits that only move one, the last of a few. */
  private follow(range: ExplainedRange | undefined): void {
    clearTimeout(this.moved);
    const { explanations } = this.parts;
    if (range?.id !== this.explainedAt?.id) this.show(range);
    else this.moved = setTimeout(() => this.show(explanations.current), EDITS_REST_MS);
  }

  private show(range: ExplainedRange | undefined): void {
    if (!range) {
      this.studies.follow(undefined);
      return this.page.clear();
    }
    this.restored = undefined;
    if (this.explainedAt?.id !== range.id) {
      this.explainedAt = { id: range.id, time: clock() };
      this.modelKnown = this.addModel(range);
    }
    const { time, model } = this.explainedAt;
    const { id, stale } = range;
    const view = panelView(
      range.explanation,
      { id, place: panelPlace(range), time, stale, model },
      markSettings().density,
    );
    this.page.show({ view });
    this.studies.follow(range);
  }

  private highlightAnew(): void {
    const { current } = this.parts.explanations;
    if (!current) return;
    this.show(current);
    this.studies.highlightAnew();
  }

  /** Figures of the model come when they are there; the explanation does not wait for them. */
  private async addModel({ id, explanation }: ExplainedRange): Promise<void> {
    const { explainer, explanations, log } = this.parts;
    try {
      const model = (await explainer.models()).find(({ name }) => name === explanation.model);
      if (!model || this.explainedAt?.id !== id) return;
      this.explainedAt = { ...this.explainedAt, model };
      if (explanations.current?.id === id) this.show(explanations.current);
    } catch (error) {
      log.warn(String(error));
    }
  }

  private async receive(raw: unknown): Promise<void> {
    const answer = readAnswer(raw);
    if (answer) return this.calls.receive(answer);
    const message = readPageMessage(raw);
    if (!message) return this.parts.log.warn('The panel sent a message that is not understood; it is ignored.');
    try {
      await handleNotification(this.handlers, message);
    } catch (error) {
      this.parts.log.error(error instanceof Error ? error : String(error));
    }
  }

  /** What is done about each thing that the page says. */
  private handlersOf({ explanations, documents, context }: PanelParts): NotificationHandlers<PanelToHost> {
    return {
      ...this.sheets.handlers,
      ready: () => this.ready(),
      mark: ({ word }) => explanations.markWord(word ?? undefined),
      reveal: ({ word }) => (this.restored ? revealRestored(this.restored, word) : explanations.revealWord(word)),
      explainAgain: (asked) =>
        this.restored ? explainRestored(this.restored) : explanations.explainAgain(this.asOffered(asked)),
      density: ({ density }) => changeSetting('highlightDensity', density),
      study: ({ study }) => this.studies.want(study),
      stop: () => this.studies.stop(),
      apply: (asked) => this.apply(asked),
      copy: ({ text }) => vscode.env.clipboard.writeText(text),
      readDocument: () => documents?.read(),
      goTo: ({ start }) => documents?.goTo(start),
      showOutline: () => vscode.commands.executeCommand('saliency.outline.focus'),
      explainHere: explainFromPanel,
      openSample,
      export: (asked) => this.export(asked),
      showLog: () => vscode.commands.executeCommand('saliency.showLog'),
      sections: ({ open }) => context.workspaceState.update(OPEN_SECTIONS, open),
    };
  }

  /** The page is ready: everything there is to show is sent. */
  private ready(): void {
    const { explanations, documents } = this.parts;
    // A page that came back from a reload shows what it kept, while there is nothing newer.
    if (explanations.current || !this.restored) this.show(explanations.current);
    this.studies.repeat();
    if (documents) this.page.document(documents.message());
    this.page.recent({ recent: this.recents.list() });
    this.listens = true;
    this.tellSheet();
    this.calls.ready();
  }

  private whenComplete(page: DrawingPage): DrawingPage {
    return {
      charts: () => this.modelKnown.then(() => page.charts()),
      draw: (request) => this.modelKnown.then(() => page.draw(request)),
      report: async (request) => {
        await this.modelKnown;
        await this.studies.settled(['card', 'without', 'trust']);
        return page.report(request);
      },
    };
  }

  /** What came back from a reload is explained again first: a page does not keep everything of an explanation. */
  private async export(asked: NotificationData<PanelToHost, 'export'>): Promise<void> {
    if (this.restored) await explainRestored(this.restored);
    if (this.parts.explanations.current) await vscode.commands.executeCommand('saliency.export', asked);
  }

  /** Only methods and labels that the model has. */
  private asOffered({ method, target, against }: NotificationData<PanelToHost, 'explainAgain'>): ExplainOverrides {
    const labels = Object.keys(this.parts.explanations.current?.explanation.probabilities ?? {});
    return {
      method: this.explainedAt?.model?.methods.find((offered) => offered === method),
      target: labels.find((label) => label === target),
      against: labels.find((label) => label === against),
    };
  }

  private async apply({ of, change }: NotificationData<PanelToHost, 'apply'>): Promise<void> {
    const { current } = this.parts.explanations;
    const range = current?.id === of ? current : undefined;
    const found = range && this.studies.known(range)?.counterfactuals?.replacements.found[change];
    await applyChange(found && range, found?.edits ?? []);
  }

  private post(message: object): void {
    // A hidden page gets nothing: it asks again (`ready`) when it is shown again.
    if (!this.closed) void this.panel.webview.postMessage(message);
  }
}
