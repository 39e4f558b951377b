import * as vscode from 'vscode';
import { sentencesOf, wholeParagraphs, type Sentence } from './lines';
import type { SentenceAnswers } from './sentence-answers';
import type { ExplainedSentence, SentenceRanges } from './sentence-ranges';

/** How long after the last key, or the last scrolled line, the sentences in view are looked at. */
const REST_MS = 40;
/** Lines above and below the view that are explained with it. */
const MARGIN = 5;
/** While many sentences are new (a page was scrolled to), what is there is shown this often. */
const SHOW_MS = 80;

/** Which documents are read sentence by sentence. */
export interface LiveDocuments {
  isLive(document: vscode.TextDocument): boolean;
  readonly onDidChange: vscode.Event<void>;
}

/** Hears what went wrong with the sentences of a live view; undefined: all is well. */
export type Problem = (error: unknown) => void;

/**
 * Explains the sentences in view of live documents, and again what changes in them. Only lines in view are read, only
 * sentences that nobody has asked about yet are explained, and what is asked about a text that changes is cancelled.
 */
export class LiveView implements vscode.Disposable {
  private readonly waiting = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly running = new Map<string, AbortController>();
  private readonly subscriptions: readonly vscode.Disposable[];

  constructor(
    private readonly live: LiveDocuments,
    private readonly answers: SentenceAnswers,
    private readonly ranges: SentenceRanges,
    private readonly problem: Problem,
  ) {
    this.subscriptions = [
      vscode.workspace.onDidChangeTextDocument((event) => this.edited(event)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.forget(uri)),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.soon(textEditor.document)),
      vscode.window.onDidChangeVisibleTextEditors(() => this.all()),
      live.onDidChange(() => this.all()),
      answers.onDidForget(() => this.all()),
    ];
    this.all();
  }

  dispose(): void {
    this.subscriptions.forEach((subscription) => subscription.dispose());
    this.waiting.forEach((timer) => clearTimeout(timer));
    this.running.forEach((abort) => abort.abort(new vscode.CancellationError()));
  }

  private edited(event: vscode.TextDocumentChangeEvent): void {
    if (event.contentChanges.length === 0) return;
    this.ranges.follow(event);
    this.running.get(event.document.uri.toString())?.abort(new vscode.CancellationError());
    this.soon(event.document);
  }

  private all(): void {
    for (const document of new Set(vscode.window.visibleTextEditors.map((editor) => editor.document)))
      this.soon(document, 0);
  }

  private soon(document: vscode.TextDocument, wait = REST_MS): void {
    const key = document.uri.toString();
    clearTimeout(this.waiting.get(key));
    this.waiting.delete(key);
    if (!this.live.isLive(document)) return this.forget(document.uri);
    const timer = setTimeout(() => {
      this.waiting.delete(key);
      void this.refresh(document);
    }, wait);
    this.waiting.set(key, timer);
  }

  private forget(uri: vscode.Uri): void {
    const key = uri.toString();
    clearTimeout(this.waiting.get(key));
    this.waiting.delete(key);
    this.running.get(key)?.abort(new vscode.CancellationError());
    this.ranges.set(uri, []);
  }

  private async refresh(document: vscode.TextDocument): Promise<void> {
    const key = document.uri.toString();
    this.running.get(key)?.abort(new vscode.CancellationError());
    const abort = new AbortController();
    this.running.set(key, abort);
    try {
      await this.explainInView(document, abort.signal);
      this.problem(undefined);
    } catch (error) {
      if (!abort.signal.aborted) this.problem(error);
    } finally {
      if (this.running.get(key) === abort) this.running.delete(key);
    }
  }

  private async explainInView(document: vscode.TextDocument, signal: AbortSignal): Promise<void> {
    const { version } = document;
    const sentences = inView(document);
    const known = (): ExplainedSentence[] =>
      sentences.flatMap(({ start, end, text }) => {
        const explanation = this.answers.explanation(text);
        return explanation === undefined || explanation === 'none' ? [] : [{ start, end, explanation }];
      });
    let shown = performance.now();
    const unknown = sentences.filter(({ text }) => this.answers.explanation(text) === undefined);
    // What is known already is not held up by a page of sentences that are not.
    if (unknown.length > 1) this.ranges.set(document.uri, known());
    for (const { text } of unknown) {
      if (this.answers.explanation(text) === undefined) await this.answers.explain(text, signal);
      signal.throwIfAborted();
      if (document.version !== version) return;
      if (performance.now() - shown < SHOW_MS) continue;
      this.ranges.set(document.uri, known());
      shown = performance.now();
    }
    this.ranges.set(document.uri, known());
  }
}

/** In the order of the text, of all editors that show the document. */
function inView(document: vscode.TextDocument): Sentence[] {
  const found = new Map<number, Sentence>();
  for (const editor of vscode.window.visibleTextEditors.filter((each) => each.document === document)) {
    for (const { start, end } of editor.visibleRanges) {
      const from = Math.max(0, start.line - MARGIN);
      const to = Math.min(document.lineCount - 1, end.line + MARGIN);
      const { first, last } = wholeParagraphs(document, from, to);
      const at = (line: number): number =>
        line < document.lineCount ? document.offsetAt(new vscode.Position(line, 0)) : Infinity;
      const [zero, begins, ends] = [at(first), at(from), at(to + 1)];
      for (const sentence of sentencesOf(document, first, last)) {
        const placed = { text: sentence.text, start: zero + sentence.start, end: zero + sentence.end };
        if (placed.end > begins && placed.start < ends) found.set(placed.start, placed);
      }
    }
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}
