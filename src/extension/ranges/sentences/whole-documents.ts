import * as vscode from 'vscode';
import type { PredictedText } from '../explain-texts';
import { proseSentences } from './in-view';
import { sentencesOf, type Sentence } from './lines';
import type { SentenceAnswers } from './sentence-answers';

/** A sentence of a whole document with its prediction. */
export interface PredictedSentence {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly prediction: PredictedText;
}

/** How far a document has been read. */
export interface DocumentReading {
  /** The sentences that were read, in the order of the text. */
  readonly sentences: readonly PredictedSentence[];
  /** How many there are to read; some may turn out to have no words. */
  readonly all: number;
  /** Whether every one was read. */
  readonly done: boolean;
}

/** After the last key a whole document is looked through again: a little later than what is in view, so that it is read once. */
const REST_MS = 600;
/** The extension host is not held up longer than this at a time. */
const SLICE_MS = 4;
/** The number of sentences in one message to the worker: few enough that other requests need not wait long. */
const AT_A_TIME = 16;
/** Text without blank lines is cut into parts of this many lines. */
const LONGEST = 400;

interface Whole extends DocumentReading {
  abort: AbortController;
  timer?: ReturnType<typeof setTimeout>;
  sentences: readonly PredictedSentence[];
  all: number;
  done: boolean;
  /** Explained as one asked for; else only read, for its outline. */
  explained: boolean;
}

/** Documents whose every sentence is predicted, and again while they are edited. */
export class WholeDocuments implements vscode.Disposable {
  private readonly byDocument = new Map<string, Whole>();
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly predicted = new vscode.EventEmitter<vscode.Uri>();
  private readonly subscriptions: readonly vscode.Disposable[];
  /** Documents came or went. */
  readonly onDidChange = this.changed.event;
  /** There are more predictions on a document, or others. */
  readonly onDidPredict = this.predicted.event;

  constructor(private readonly answers: SentenceAnswers) {
    this.subscriptions = [
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.again(document, REST_MS);
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.remove(uri)),
      answers.onDidForget(() => vscode.workspace.textDocuments.forEach((document) => this.again(document, 0))),
    ];
  }

  /** Whether a document was explained as a whole. */
  has(uri: vscode.Uri): boolean {
    return this.byDocument.get(uri.toString())?.explained ?? false;
  }

  /** The sentences of a document that was explained as a whole. */
  of(uri: vscode.Uri): readonly PredictedSentence[] {
    return this.has(uri) ? this.byDocument.get(uri.toString())!.sentences : [];
  }

  /** How far a document has been read, whether it was explained or is only watched. */
  reading(uri: vscode.Uri): DocumentReading | undefined {
    return this.byDocument.get(uri.toString());
  }

  /** Judges every sentence, those at `line` first. @throws SaliencyError; the signal's reason when aborted */
  async add(document: vscode.TextDocument, line: number, tell: (done: number, all: number) => void): Promise<void> {
    const whole = this.begin(document, true);
    this.changed.fire();
    await this.predict(document, whole, line, tell);
  }

  /** Reads every sentence, those at `line` first, and continues as the text changes; shows nothing in the text. */
  watch(document: vscode.TextDocument, line: number): void {
    if (this.byDocument.has(document.uri.toString())) return;
    const whole = this.begin(document, false);
    this.predict(document, whole, line, () => undefined).catch(() => undefined);
  }

  /** Forgets a document that was only watched, not explained. */
  unwatch(uri: vscode.Uri): void {
    if (this.byDocument.has(uri.toString()) && !this.has(uri)) this.remove(uri);
  }

  private begin({ uri }: vscode.TextDocument, explained: boolean): Whole {
    const before = this.byDocument.get(uri.toString());
    before?.abort.abort(new vscode.CancellationError());
    clearTimeout(before?.timer);
    const { sentences = [], all = 0 } = before ?? {};
    const whole: Whole = { abort: new AbortController(), sentences, all, done: false, explained };
    this.byDocument.set(uri.toString(), whole);
    return whole;
  }

  /** Removes the sentences of one document, or of all. */
  remove(uri?: vscode.Uri): void {
    const keys = uri ? [uri.toString()] : [...this.byDocument.keys()];
    const gone = keys.filter((key) => this.byDocument.has(key));
    for (const key of gone) {
      const { abort, timer } = this.byDocument.get(key)!;
      clearTimeout(timer);
      abort.abort(new vscode.CancellationError());
      this.byDocument.delete(key);
      this.predicted.fire(vscode.Uri.parse(key));
    }
    if (gone.length > 0) this.changed.fire();
  }

  dispose(): void {
    this.subscriptions.forEach((subscription) => subscription.dispose());
    this.remove();
    this.changed.dispose();
    this.predicted.dispose();
  }

  private again(document: vscode.TextDocument, wait: number): void {
    const whole = this.byDocument.get(document.uri.toString());
    if (!whole) return;
    whole.abort.abort(new vscode.CancellationError());
    clearTimeout(whole.timer);
    whole.done = false;
    whole.timer = setTimeout(() => {
      whole.abort = new AbortController();
      // What a person should know was said when the document was explained first.
      this.predict(document, whole, 0, () => undefined).catch(() => undefined);
    }, wait);
  }

  private async predict(
    document: vscode.TextDocument,
    whole: Whole,
    line: number,
    tell: (done: number, all: number) => void,
  ): Promise<void> {
    const { signal } = whole.abort;
    const sentences = await allSentences(document, signal);
    const at = document.offsetAt(new vscode.Position(Math.min(line, document.lineCount - 1), 0));
    const near = sentences.findIndex(({ end }) => end > at);
    const order = [...sentences.slice(Math.max(0, near)), ...sentences.slice(0, Math.max(0, near))];
    const unknown = [...new Set(order.map(({ text }) => text))].filter(
      (text) => !this.answers.prediction(text, document.uri),
    );
    // Each showing sends every prediction there is: shown when there are twice as many.
    for (let done = 0, show = AT_A_TIME; done < unknown.length; done += AT_A_TIME) {
      await this.answers.predict(unknown.slice(done, done + AT_A_TIME), document.uri, signal);
      signal.throwIfAborted();
      tell(Math.min(done + AT_A_TIME, unknown.length), unknown.length);
      if (done < show) continue;
      await this.show(document.uri, whole, sentences);
      show = done * 2;
    }
    signal.throwIfAborted();
    whole.done = true;
    await this.show(document.uri, whole, sentences);
  }

  private async show(uri: vscode.Uri, whole: Whole, sentences: readonly Sentence[]): Promise<void> {
    whole.sentences = sentences.flatMap(({ start, end, text }) => {
      const prediction = this.answers.prediction(text, uri);
      return prediction === undefined || prediction === 'none' ? [] : [{ start, end, text, prediction }];
    });
    whole.all = sentences.length;
    this.predicted.fire(uri);
    await breath();
  }
}

/** Every sentence of a document; lets the host breathe in between. @throws the signal's reason once the text changes */
async function allSentences(document: vscode.TextDocument, signal: AbortSignal): Promise<Sentence[]> {
  const ofCode = proseSentences(document);
  if (ofCode) return ofCode;
  const found: Sentence[] = [];
  let since = performance.now();
  for (let first = 0; first < document.lineCount;) {
    let last = first;
    while (last + 1 < document.lineCount && last - first < LONGEST && document.lineAt(last + 1).text.trim() !== '')
      last++;
    const start = document.offsetAt(new vscode.Position(first, 0));
    for (const each of sentencesOf(document, first, last))
      found.push({ text: each.text, start: start + each.start, end: start + each.end });
    first = last + 1;
    if (performance.now() - since < SLICE_MS) continue;
    await breath();
    signal.throwIfAborted();
    since = performance.now();
  }
  return found;
}

function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
