import * as vscode from 'vscode';
import type { ModelSummary } from '../../shared/protocol/explainer';
import type { ExplainOverrides, ExplainedRange, PanelParts } from '../ranges/current-explanation';
import { checkedPage } from '../export/checked-page';
import type { DrawingPage } from '../../shared/protocol/export';
import type { CallMessage } from '../../shared/rpc/messages';
import { PageCalls } from '../../shared/rpc/page-calls';
import { SaliencyError } from '../../shared/saliency-error';
import { applyChange } from './apply-change';
import { readPageMessage } from './page-messages';
import type { DocumentMessage } from '../../shared/protocol/document';
import type { HostMessage, PageMessage } from '../../shared/protocol/panel-messages';
import { explainRestored, revealRestored } from './restored-editor';
import type { RestoredText } from './restored-text';
import { clock, placeOf } from './place';
import type { Recents } from './recents';
import { isSheetMessage } from './sheet-messages';
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
  private readonly calls = new PageCalls<DrawingPage>((call) => this.post(call));
  /** Has the page draw, when it has all that it shows. */
  readonly drawing: DrawingPage = this.whenComplete(checkedPage(this.calls.page));
  /** The figures of the model that is shown, or that there are none. */
  private modelKnown: Promise<void> = Promise.resolve();
  private readonly studies: Studies;
  private readonly sheets: Sheets;
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
    this.sheets = new Sheets({ ...parts, recents, post: (message) => this.post(message) });
    this.studies = new Studies(parts.explainer, (message) => this.post(message), parts.log);
    this.subscriptions = [
      this.studies,
      this.sheets,
      recents.onDidChange(() => this.post({ type: 'recent', recent: recents.list() })),
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
      ...(documents ? [documents.onDidChange(() => this.post(documents.message()))] : []),
      explanations.onDidPointAtWord((word) => this.post({ type: 'point', word: word ?? null })),
      explanations.onDidChangeActivity(({ working, problem }) => {
        if (working) this.studies.pause();
        else this.studies.resume();
        this.post(working ? { type: 'working' } : { type: 'idle', problem });
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
    this.post({ type: 'sheet', sheet: this.wanted });
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
      return this.post({ type: 'clear' });
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
      { id, place: placeOf(range), time, stale, model },
      markSettings().density,
    );
    this.post({ type: 'show', view });
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
    const message = readPageMessage(raw);
    if (!message) return this.parts.log.warn('The panel sent a message that is not understood; it is ignored.');
    try {
      await this.act(message);
    } catch (error) {
      this.parts.log.error(error instanceof Error ? error : String(error));
    }
  }

  private async act(message: PageMessage): Promise<void> {
    const { explanations, context } = this.parts;
    if (isSheetMessage(message)) return this.sheets.act(message);
    switch (message.type) {
      case 'ready':
        // A page that came back from a reload shows what it kept, while there is nothing newer.
        if (explanations.current || !this.restored) this.show(explanations.current);
        this.studies.repeat();
        if (this.parts.documents) this.post(this.parts.documents.message());
        this.post({ type: 'recent', recent: this.recents.list() });
        this.listens = true;
        this.tellSheet();
        return this.calls.ready();
      case 'mark':
        return explanations.markWord(message.word ?? undefined);
      case 'reveal':
        if (this.restored) return revealRestored(this.restored, message.word);
        return explanations.revealWord(message.word);
      case 'explainAgain':
        if (this.restored) return explainRestored(this.restored);
        return explanations.explainAgain(this.asOffered(message));
      case 'density':
        return changeSetting('highlightDensity', message.density);
      case 'study':
        return this.studies.want(message.study);
      case 'stop':
        return this.studies.stop();
      case 'apply':
        return this.apply(message);
      case 'copy':
        return void (await vscode.env.clipboard.writeText(message.text));
      case 'readDocument':
        return this.parts.documents?.read();
      case 'goTo':
        return this.parts.documents?.goTo(message.start);
      case 'showOutline':
        return void (await vscode.commands.executeCommand('saliency.outline.focus'));
      case 'explainHere':
        return explainFromPanel();
      case 'openSample':
        return openSample();
      case 'export':
        return this.export();
      case 'reply':
      case 'failure':
        return this.calls.receive(message);
      case 'showLog':
        return void (await vscode.commands.executeCommand('saliency.showLog'));
      case 'sections':
        return void (await context.workspaceState.update(OPEN_SECTIONS, message.open));
    }
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

  /** What came back from a reload is explained anew first: a page does not keep everything of an explanation. */
  private async export(): Promise<void> {
    if (this.restored) await explainRestored(this.restored);
    if (this.parts.explanations.current) await vscode.commands.executeCommand('saliency.export');
  }

  /** Only methods and labels that the model has. */
  private asOffered({ method, target, against }: Extract<PageMessage, { type: 'explainAgain' }>): ExplainOverrides {
    const labels = Object.keys(this.parts.explanations.current?.explanation.probabilities ?? {});
    return {
      method: this.explainedAt?.model?.methods.find((offered) => offered === method),
      target: labels.find((label) => label === target),
      against: labels.find((label) => label === against),
    };
  }

  private async apply({ of, list, change }: Extract<PageMessage, { type: 'apply' }>): Promise<void> {
    const { current } = this.parts.explanations;
    const range = current?.id === of ? current : undefined;
    const found = range && this.studies.known(range)?.counterfactuals?.[list].found[change];
    await applyChange(found && range, found?.edits ?? []);
  }

  private post(message: HostMessage | DocumentMessage | CallMessage): void {
    // A hidden page gets nothing: it asks anew (`ready`) when it is shown again.
    if (!this.closed) void this.panel.webview.postMessage(message);
  }
}
