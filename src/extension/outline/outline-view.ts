import type { Tone } from '../../shared/tone';
import * as vscode from 'vscode';
import { predictedTone } from '../../shared/document';
import { affectsMarks, markSettings } from '../activate/settings';
import { baseName } from '../files/paths';
import { proseOfDocument } from '../ranges/code/document-prose';
import { isProse } from '../ranges/sentences/live-switch';
import type { DocumentReading, WholeDocuments } from '../ranges/sentences/whole-documents';
import { documentText } from '../wording/document-text';
import { whole as count } from '../wording/figures';
import { labelName } from '../wording/names';
import { outlineItem, type OutlineSentence } from './outline-items';
import type { OutlineTree } from './outline-tree';
import { sentenceAt, documentSummary } from './read-document';

/** Sentences that a list shows; more are counted. */
const MOST = 2_000;
/** A longer document is read when one asks for it, not because it is looked at. */
const LONGEST = 1_000_000;
/** The list follows the cursor after so long a rest. */
const FOLLOW_MS = 150;

export const OUTLINE_TONES: readonly Tone[] = ['positive', 'neutral', 'negative'];

/** The sentences of the document at hand in the activity bar, each with its prediction, filtered by label. */
export class OutlineView implements vscode.Disposable {
  private readonly view: vscode.TreeView<OutlineSentence>;
  private readonly subscriptions: readonly vscode.Disposable[];
  private document: vscode.TextDocument | undefined;
  private told = false;
  private filter: Tone | undefined;
  private items: readonly OutlineSentence[] = [];
  private following: ReturnType<typeof setTimeout> | undefined;
  readonly getTreeItem = outlineItem;

  constructor(
    private readonly whole: WholeDocuments,
    private readonly tree: OutlineTree,
  ) {
    this.view = tree.view;
    tree.fill(this);
    this.subscriptions = [
      this.view.onDidChangeVisibility(() => this.look()),
      vscode.window.onDidChangeActiveTextEditor(() => this.look()),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.followCursor(textEditor)),
      whole.onDidPredict((uri) => {
        if (uri.toString() === this.document?.uri.toString()) this.update();
      }),
      whole.onDidChange(() => this.look()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (affectsMarks(event)) this.update();
      }),
    ];
    this.look();
  }

  /** How many sentences of the current document have each label, for the choice of a filter. */
  get counts(): Readonly<Record<Tone, number>> {
    const sides = (this.reading?.sentences ?? []).map(({ prediction }) => predictedTone(prediction));
    const of = (side: Tone): number => sides.filter((each) => each === side).length;
    return { positive: of('positive'), neutral: of('neutral'), negative: of('negative') };
  }

  /** Shows sentences of one label; undefined: all. */
  show(filter: Tone | undefined): void {
    this.filter = filter;
    this.update();
  }

  getChildren(): OutlineSentence[] {
    return this.items.slice(0, MOST);
  }

  dispose(): void {
    clearTimeout(this.following);
    this.subscriptions.forEach((subscription) => subscription.dispose());
  }

  private get reading(): DocumentReading | undefined {
    return this.document && this.whole.reading(this.document.uri);
  }

  /** At the document that is edited, while the view is open; with the focus elsewhere it keeps the last one. */
  private look(): void {
    const editor = vscode.window.activeTextEditor;
    const now = editor && this.canRead(editor.document) ? editor.document : editor ? undefined : this.document;
    if (this.document && (now !== this.document || !this.view.visible)) this.whole.unwatch(this.document.uri);
    this.document = now;
    if (now && this.view.visible && !now.isClosed && now.getText().length <= LONGEST)
      this.whole.watch(now, editor?.visibleRanges.at(0)?.start.line ?? 0);
    this.update();
  }

  private canRead(document: vscode.TextDocument): boolean {
    return this.whole.has(document.uri) || isProse(document) || proseOfDocument(document) !== undefined;
  }

  private update(): void {
    const { document, reading } = this;
    const lines = document && reading ? linesOf(document, reading) : [];
    this.items = lines.filter(
      ({ sentence }) => this.filter === undefined || predictedTone(sentence.prediction) === this.filter,
    );
    this.view.message = document && reading ? this.said(reading, lines) : undefined;
    this.view.description = document && reading ? this.title(document, lines.length) : undefined;
    this.tellMenus(reading !== undefined);
    this.tree.refresh();
    const editor = vscode.window.activeTextEditor;
    if (editor && editor.document === document) this.followCursor(editor);
  }

  private tellMenus(outlined: boolean): void {
    if (outlined === this.told) return;
    this.told = outlined;
    void vscode.commands.executeCommand('setContext', 'saliency.outlined', outlined);
  }

  /** `essay.md · 9 of 20 sentences`. */
  private title({ uri }: vscode.TextDocument, all: number): string {
    const number =
      this.filter === undefined
        ? vscode.l10n.t('{0} sentences', count(all))
        : vscode.l10n.t('{0} of {1} sentences', count(this.items.length), count(all));
    return `${baseName(uri)} · ${number}`;
  }

  private said(reading: DocumentReading, lines: readonly OutlineSentence[]): string {
    const parts: string[] = [];
    const summary = documentSummary(reading);
    if (summary)
      parts.push(documentText(summary, lines.map(({ line, sentence: { text } }) => ({ line, text })))); // prettier-ignore
    else if (reading.done) parts.push(vscode.l10n.t('There is no sentence to read.'));
    if (!reading.done) parts.push(vscode.l10n.t('{0} of {1} sentences read…', count(lines.length), count(reading.all)));
    if (this.filter !== undefined && this.items.length === 0 && lines.length > 0)
      parts.push(vscode.l10n.t('No sentence is {0}. Press 0 to show all.', labelName(this.filter)));
    if (this.items.length > MOST) parts.push(vscode.l10n.t('The first {0} are listed.', count(MOST)));
    return parts.join('\n');
  }

  /** The sentence of the cursor is selected, where it is listed. */
  private followCursor({ document, selection }: vscode.TextEditor): void {
    if (document !== this.document || !this.view.visible) return;
    clearTimeout(this.following);
    this.following = setTimeout(() => {
      const shown = this.getChildren();
      const at = sentenceAt(shown.map(({ sentence }) => sentence), document.offsetAt(selection.active)); // prettier-ignore
      if (at >= 0 && this.view.visible)
        void Promise.resolve(this.view.reveal(shown[at], { select: true, focus: false })).catch(() => undefined);
    }, FOLLOW_MS);
  }
}

function linesOf(document: vscode.TextDocument, { sentences }: DocumentReading): OutlineSentence[] {
  const { uri } = document;
  const { palette } = markSettings();
  return sentences.map((sentence) => ({ uri, line: document.positionAt(sentence.start).line + 1, sentence, palette }));
}
