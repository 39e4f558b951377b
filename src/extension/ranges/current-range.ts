import type { Span } from '../../shared/span';
import * as vscode from 'vscode';
import type {
  Activity,
  ExplainOverrides,
  CurrentExplanation,
  ExplainedRange,
  ExplainedRanges,
} from './current-explanation';
import { wordAt } from './explained-range';
import { rangeOf, type Painter } from '../highlights/painter';

/** The editor does not tell when the mouse leaves a word: after this long it no longer counts as there. */
const MOUSE_RESTS_MS = 5_000;

/** Follows the cursor: see `CurrentExplanation`. */
export class CurrentRangeTracker implements CurrentExplanation, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<ExplainedRange | undefined>();
  private readonly pointed = new vscode.EventEmitter<number | undefined>();
  private readonly activity = new vscode.EventEmitter<Activity>();
  private id: number | undefined;
  private last: ExplainedRange | undefined;
  private lastPointed: number | undefined;
  private mouse: ReturnType<typeof setTimeout> | undefined;
  private readonly subscriptions = [
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.followCursor(textEditor)),
    vscode.window.onDidChangeActiveTextEditor((editor) => editor && this.followCursor(editor)),
  ];

  readonly onDidChange = this.changed.event;
  readonly onDidPointAtWord = this.pointed.event;
  readonly onDidChangeActivity = this.activity.event;

  constructor(
    private readonly ranges: ExplainedRanges,
    private readonly painter: Painter,
    private readonly again: (range: ExplainedRange, changes: ExplainOverrides) => Promise<void>,
  ) {
    this.subscriptions.push(ranges.onDidChange(() => this.update()));
  }

  get current(): ExplainedRange | undefined {
    return this.last;
  }

  /** Makes a range current: it was just explained, or the mouse rests on it. */
  show(range: ExplainedRange): void {
    this.id = range.id;
    this.update();
  }

  /** Work on an explanation began or ended. */
  report(activity: Activity): void {
    this.activity.fire(activity);
  }

  /** The mouse rests on this word of a range. */
  hover(range: ExplainedRange, word: number): void {
    this.pointAt(range, word);
    this.mouse = setTimeout(() => this.pointAtNone(), MOUSE_RESTS_MS);
  }

  /** The mouse is on no word. */
  pointAtNone(): void {
    if (this.last && this.lastPointed !== undefined) this.pointAt(this.last, undefined);
  }

  /** The mouse or the cursor rests on this word of a range, or on none. */
  private pointAt(range: ExplainedRange, word: number | undefined): void {
    clearTimeout(this.mouse);
    this.show(range);
    // The same word is announced again: meanwhile the panel may have followed its own pointer.
    if (word === undefined && this.lastPointed === undefined) return;
    this.lastPointed = word;
    this.pointed.fire(word);
  }

  async revealWord(index: number): Promise<void> {
    const span = this.last?.words[index];
    if (!this.last || !span) return;
    const document = await vscode.workspace.openTextDocument(this.last.uri);
    const visible = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
    const editor = await vscode.window.showTextDocument(document, { viewColumn: visible?.viewColumn });
    const range = rangeOf(document, span);
    editor.selection = new vscode.Selection(range.start, range.start);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  markWord(index: number | undefined): void {
    if (this.last) this.painter.point(this.last.id, index);
  }

  async explainAgain(changes: ExplainOverrides = {}, span?: Span): Promise<void> {
    if (this.last) await this.again({ ...this.last, ...span }, changes);
  }

  dispose(): void {
    clearTimeout(this.mouse);
    this.subscriptions.forEach((subscription) => subscription.dispose());
    this.changed.dispose();
    this.pointed.dispose();
    this.activity.dispose();
  }

  private followCursor({ document, selection }: vscode.TextEditor): void {
    const offset = document.offsetAt(selection.active);
    const range = this.rangeAt(document.uri, offset);
    if (range) this.pointAt(range, wordAt(range, offset));
    else this.pointAtNone();
  }

  private rangeAt(uri: vscode.Uri, offset: number): ExplainedRange | undefined {
    return this.ranges.of(uri).find(({ start, end }) => start <= offset && offset <= end);
  }

  /** As one types, the sentence at the cursor is the current one, also where it was split or joined. */
  private sentenceAtCursor(): ExplainedRange | undefined {
    const editor = vscode.window.activeTextEditor;
    const range = editor && this.rangeAt(editor.document.uri, editor.document.offsetAt(editor.selection.active));
    return range?.sentence ? range : undefined;
  }

  /** What stands where the last current range stood: an undo brought an earlier explanation back. */
  private inItsPlace(): ExplainedRange | undefined {
    const { last } = this;
    if (!last) return undefined;
    const end = Math.max(last.end, last.start + 1);
    const isThere = (range: ExplainedRange): boolean => !range.sentence && range.start < end && last.start < range.end;
    return this.ranges.of(last.uri).find((range) => isThere(range) && !range.stale);
  }

  private update(): void {
    const here = this.last === undefined || this.last.sentence ? this.sentenceAtCursor() : undefined;
    const now = here ?? (this.id === undefined ? undefined : (this.ranges.find(this.id) ?? this.inItsPlace()));
    this.id = now?.id;
    if (now === this.last) return;
    if (now?.id !== this.last?.id) this.lastPointed = undefined;
    this.last = now;
    this.changed.fire(now);
  }
}
