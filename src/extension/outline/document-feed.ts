import * as vscode from 'vscode';
import { arcBars, predictedTone, type DocumentSummary } from '../../shared/document';
import { toneOf } from '../../shared/tone';
import type { DocumentMessage } from '../../shared/protocol/host-to-panel';
import type { DocumentView, SentenceHighlight, TypicalSentence } from '../../shared/protocol/document';
import { baseName } from '../files/paths';
import { wordHighlights } from '../highlights/highlights';
import { proseOfDocument } from '../ranges/code/document-prose';
import { isProse } from '../ranges/sentences/live-switch';
import type { DocumentAtHand } from '../ranges/current-explanation';
import type { SentenceAnswers } from '../ranges/sentences/sentence-answers';
import type { DocumentReading, PredictedSentence, WholeDocuments } from '../ranges/sentences/whole-documents';
import { toneCourse } from '../wording/document-text';
import { sentenceAt, documentSummary } from './read-document';

/** Characters of a sentence that a bar tells. */
const TOLD = 160;
/** While a document is read, and as the cursor moves, the page hears of it this often. */
const PACE_MS = 120;

/** What the panel shows of the document at hand: follows its reading and the cursor. */
export class DocumentFeed implements DocumentAtHand, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscriptions: readonly vscode.Disposable[];
  private document: vscode.TextDocument | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly askedFor = new Set<string>();
  private asked = false;
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly whole: WholeDocuments,
    private readonly answers: SentenceAnswers,
  ) {
    this.subscriptions = [
      vscode.window.onDidChangeActiveTextEditor((editor) => editor && this.look(editor.document)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.look(textEditor.document)),
      whole.onDidPredict((uri) => this.predicted(uri)),
    ];
    const { visibleTextEditors, activeTextEditor } = vscode.window;
    for (const editor of [...visibleTextEditors, activeTextEditor]) if (editor) this.look(editor.document);
    if (this.document && whole.has(this.document.uri)) this.predicted(this.document.uri);
  }

  /** The page shows the document: it is read, if it has not been. */
  read(): void {
    if (this.document && !this.document.isClosed) this.whole.watch(this.document, 0);
    this.soon();
  }

  /** Puts the cursor on a place of the document. */
  async goTo(start: number): Promise<void> {
    if (this.document)
      await vscode.commands.executeCommand('saliency.goToSentence', this.document.uri.toString(), start);
  }

  /** What there is to tell now. */
  message(): DocumentMessage {
    const { document } = this;
    const reading = document && this.whole.reading(document.uri);
    const summary = reading && documentSummary(reading);
    const { asked } = this;
    this.asked = false;
    const common = { type: 'document', available: document !== undefined, asked } as const;
    if (!document || !reading || !summary) return { ...common, view: null, cursor: -1 };
    return {
      ...common,
      view: this.viewOf(document, reading, summary),
      cursor: barOf(document, reading.sentences, summary),
    };
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.subscriptions.forEach((subscription) => subscription.dispose());
    this.changed.dispose();
  }

  private look(document: vscode.TextDocument): void {
    const can = this.whole.has(document.uri) || isProse(document) || proseOfDocument(document) !== undefined;
    if (can) this.document = document;
    this.soon();
  }

  /** A document that was just explained as a whole is turned to, once. */
  private predicted(uri: vscode.Uri): void {
    const key = uri.toString();
    if (!this.whole.has(uri)) this.askedFor.delete(key);
    else if (!this.askedFor.has(key)) {
      this.askedFor.add(key);
      this.asked = true;
    }
    if (key === this.document?.uri.toString()) this.soon();
  }

  private soon(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.changed.fire();
      // The view that shows it has been notified.
      this.asked = false;
    }, PACE_MS);
  }

  private viewOf(document: vscode.TextDocument, reading: DocumentReading, summary: DocumentSummary): DocumentView {
    const { sentences, all } = reading;
    const { uri } = document;
    const lineOf = ({ start }: PredictedSentence): number => document.positionAt(start).line + 1;
    const placed = summary.phases.map(({ from }) => from);
    const told = sentences.map((each, at) => ({ text: each.text, line: placed.includes(at) ? lineOf(each) : 0 }));
    return {
      file: baseName(uri),
      label: summary.label,
      tone: toneOf(summary, summary.label),
      probabilities: summary.probabilities,
      rival: summary.rival,
      course: toneCourse(summary, told),
      counts: Object.entries(summary.counts).map(([label, count]) => ({ label, count, tone: toneOf(summary, label) })),
      bars: arcBars(summary).map((bar) => {
        const first = sentences[bar.from];
        return { ...bar, start: first.start, line: lineOf(first), text: shortened(first.text) };
      }),
      typical: reading.done ? summary.typical.map((at) => this.typical(uri, sentences[at], lineOf(sentences[at]))) : [],
      read: sentences.length,
      all,
    };
  }

  /** Its highlights come when it was explained. */
  private typical(uri: vscode.Uri, { start, text, prediction }: PredictedSentence, line: number): TypicalSentence {
    const explained = this.answers.explanation(text, uri);
    if (explained === undefined)
      void this.answers.explain(text, uri, new AbortController().signal).then(
        () => this.soon(),
        () => undefined,
      );
    const highlights =
      explained === undefined || explained === 'none'
        ? []
        : wordHighlights(explained).shown.map(({ first, last, mark }): SentenceHighlight => ({
            start: explained.words[first].start,
            end: explained.words[last - 1].end,
            ...mark,
          }));
    const { label, probabilities } = prediction;
    return { line, start, text, label, probability: probabilities[label], tone: predictedTone(prediction), highlights };
  }
}

function barOf(
  document: vscode.TextDocument,
  sentences: readonly PredictedSentence[],
  summary: DocumentSummary,
): number {
  const editor = vscode.window.visibleTextEditors.find((each) => each.document === document);
  if (!editor) return -1;
  const at = sentenceAt(sentences, document.offsetAt(editor.selection.active));
  return at < 0 ? -1 : arcBars(summary).findIndex(({ from, to }) => from <= at && at < to);
}

function shortened(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.length > TOLD ? `${plain.slice(0, TOLD)}…` : plain;
}
