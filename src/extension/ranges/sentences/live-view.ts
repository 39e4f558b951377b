import * as vscode from 'vscode';
import type { Explanation } from '../../../shared/explanation';
import { sentencesInView } from './in-view';
import type { Sentence } from './lines';
import type { SentenceAnswers } from './sentence-answers';
import type { ExplainedSentence, SentenceRanges } from './sentence-ranges';
import { Typing } from './typing';

/** How long after the last scrolled line the sentences in view are looked at. */
const SCROLL_MS = 40;
/** While one types on, sentences are read at the end of a word, but no more often than this. */
const PACE_MS = 2_000;
/** While many sentences are new (a page was scrolled to), what is there is shown this often. */
const SHOW_MS = 80;

/** Which documents are read sentence by sentence, and how. */
export interface LiveDocuments {
  isLive(document: vscode.TextDocument): boolean;
  /** Sentences of fewer words are not spoken of. */
  fewestWords(document: vscode.TextDocument): number;
  /** How long after the last key the sentences in view are read, in milliseconds. */
  rest(): number;
  readonly onDidChange: vscode.Event<void>;
}

/** Hears what went wrong with the sentences of a live view; undefined: all is well. */
export type OnProblem = (error: unknown) => void;

/**
 * Explains the sentences in view of live documents, and again what changes in them, without unrest: while one types,
 * what is stale is dimmed, and read again after a rest or, now and then, at the end of a word. Only lines in view are
 * read, only sentences that nobody has asked about yet are explained, and what is asked about a text that changes is
 * cancelled.
 */
export class LiveView implements vscode.Disposable {
  private readonly waiting = new Map<string, { readonly timer: ReturnType<typeof setTimeout>; readonly due: number }>();
  private readonly running = new Map<string, AbortController>();
  /** When each document was read last, in milliseconds. */
  private readonly readAt = new Map<string, number>();
  private readonly typing = new Typing();
  private readonly subscriptions: readonly vscode.Disposable[];

  constructor(
    private readonly live: LiveDocuments,
    private readonly answers: SentenceAnswers,
    private readonly ranges: SentenceRanges,
    private readonly problem: OnProblem,
  ) {
    this.subscriptions = [
      vscode.workspace.onDidChangeTextDocument((event) => this.edited(event)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.forget(uri)),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.scrolled(textEditor.document)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (this.typing.moved(textEditor)) this.soon(textEditor.document, this.live.rest());
      }),
      vscode.window.onDidChangeVisibleTextEditors(() => this.all()),
      live.onDidChange(() => this.all()),
      answers.onDidForget(() => this.all()),
    ];
    this.all();
  }

  dispose(): void {
    this.subscriptions.forEach((subscription) => subscription.dispose());
    this.waiting.forEach(({ timer }) => clearTimeout(timer));
    this.running.forEach((abort) => abort.abort(new vscode.CancellationError()));
  }

  private edited(event: vscode.TextDocumentChangeEvent): void {
    if (event.contentChanges.length === 0) return;
    this.ranges.follow(event);
    const { document } = event;
    const key = document.uri.toString();
    this.running.get(key)?.abort(new vscode.CancellationError());
    const wordEnded = this.typing.edited(event);
    const isTime = performance.now() - (this.readAt.get(key) ?? -Infinity) >= PACE_MS;
    this.soon(document, wordEnded && isTime ? 0 : this.live.rest());
  }

  /** Typing scrolls, too: what waits for a rest goes on waiting. */
  private scrolled(document: vscode.TextDocument): void {
    const { due } = this.waiting.get(document.uri.toString()) ?? { due: 0 };
    if (due <= performance.now() + SCROLL_MS) this.soon(document, SCROLL_MS);
  }

  private all(): void {
    for (const document of new Set(vscode.window.visibleTextEditors.map((editor) => editor.document)))
      this.soon(document, 0);
  }

  private soon(document: vscode.TextDocument, wait: number): void {
    const key = document.uri.toString();
    clearTimeout(this.waiting.get(key)?.timer);
    this.waiting.delete(key);
    if (!this.live.isLive(document)) return this.forget(document.uri);
    const timer = setTimeout(() => {
      this.waiting.delete(key);
      void this.refresh(document);
    }, wait);
    this.waiting.set(key, { timer, due: performance.now() + wait });
  }

  private forget(uri: vscode.Uri): void {
    const key = uri.toString();
    clearTimeout(this.waiting.get(key)?.timer);
    this.waiting.delete(key);
    this.running.get(key)?.abort(new vscode.CancellationError());
    this.readAt.delete(key);
    this.typing.forget(uri);
    this.ranges.set(uri, []);
  }

  private async refresh(document: vscode.TextDocument): Promise<void> {
    const key = document.uri.toString();
    this.running.get(key)?.abort(new vscode.CancellationError());
    const abort = new AbortController();
    this.running.set(key, abort);
    this.readAt.set(key, performance.now());
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
    const sentences = sentencesInView(document);
    const fewest = this.live.fewestWords(document);
    const show = (): void => {
      const read: ExplainedSentence[] = [];
      const waiting: Sentence[] = [];
      for (const sentence of sentences) {
        const explanation = this.answers.explanation(sentence.text, document.uri);
        if (explanation === undefined) waiting.push(sentence);
        else if (explanation !== 'none' && wordsIn(explanation) >= fewest)
          read.push({ start: sentence.start, end: sentence.end, explanation });
      }
      this.ranges.set(document.uri, read, { waiting, caret: this.typing.caret(document) });
    };
    let shown = performance.now();
    const unknown = sentences.filter(({ text }) => this.answers.explanation(text, document.uri) === undefined);
    // What is known already is not held up by a page of sentences that are not.
    if (unknown.length > 1) show();
    for (const { text } of unknown) {
      if (this.answers.explanation(text, document.uri) === undefined)
        await this.answers.explain(text, document.uri, signal);
      signal.throwIfAborted();
      if (document.version !== version) return;
      if (performance.now() - shown < SHOW_MS) continue;
      show();
      shown = performance.now();
    }
    show();
  }
}

/** Words that say something: no signs. */
function wordsIn({ words }: Explanation): number {
  return words.filter(({ text }) => /[\p{L}\p{N}]/u.test(text)).length;
}
