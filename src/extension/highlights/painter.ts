import type { Span } from '../../shared/span';
import * as vscode from 'vscode';
import { affectsMarks, type MarkSettings } from '../activate/settings';
import type { ExplainedRange, ExplainedRanges } from '../ranges/current-explanation';
import { DecorationTypes } from './decoration-types';
import { mayStandOn, predictionsOf } from './placement';
import { wordHighlights, type ShownHighlight } from './highlights';
import type { PaintedEditors } from './painted-editor';

/** Keeps the marks of every visible editor as the explained ranges of its document say. */
export class Painter implements vscode.Disposable {
  /** Made when something is marked first: the start of the editor does not wait for them. */
  private made: DecorationTypes | undefined;
  private pointed: { readonly id: number; readonly word: number } | undefined;
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly ranges: ExplainedRanges,
    private readonly painted: PaintedEditors,
    private readonly wants: () => MarkSettings,
  ) {
    this.subscriptions = [
      ranges.onDidChange((uri) => this.paintAll((editor) => editor.document.uri.toString() === uri.toString())),
      vscode.window.onDidChangeVisibleTextEditors(() => this.paintAll()),
      vscode.workspace.onDidChangeTextDocument((change) => this.followBelow(change)),
      // With the panel beside it an editor is narrower.
      vscode.window.tabGroups.onDidChangeTabGroups(({ opened, closed }) => {
        if (opened.length + closed.length > 0) this.paintAll();
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (affectsMarks(event)) this.renew();
      }),
    ];
  }

  /** Outlines one word of a range, in every editor that shows it. */
  point(id: number, word: number | undefined): void {
    this.pointed = word === undefined ? undefined : { id, word };
    this.paintAll((editor) => this.ranges.of(editor.document.uri).length > 0, true);
  }

  dispose(): void {
    this.subscriptions.forEach((subscription) => subscription.dispose());
    this.made?.dispose();
  }

  private get types(): DecorationTypes {
    this.made ??= new DecorationTypes(this.wants());
    return this.made;
  }

  private renew(): void {
    this.made?.dispose();
    this.made = undefined;
    this.painted.forget();
    this.paintAll();
  }

  private paintAll(which: (editor: vscode.TextEditor) => boolean = () => true, onlyPointed = false): void {
    for (const editor of vscode.window.visibleTextEditors.filter(which)) {
      if (!onlyPointed) this.paint(editor);
      if (this.pointed || onlyPointed) editor.setDecorations(this.types.pointed, this.pointedRanges(editor.document));
    }
  }

  private paint(editor: vscode.TextEditor): void {
    const { document } = editor;
    const ranges = this.ranges.of(document.uri);
    if (ranges.length === 0 && !this.made) return;
    const wanted = this.wants();
    this.painted
      .of(editor)
      .paint(
        new Map<vscode.TextEditorDecorationType, readonly vscode.DecorationOptions[]>([
          ...predictionsOf(document, ranges, this.types, wanted),
          ...this.markedRanges(document, ranges, wanted),
        ]),
      );
  }

  /**
   * A line that a prediction was written on, below its text, is no longer empty: no explained text changed with it. Or a
   * line was broken: what goes along with typing would go to the next line.
   */
  private followBelow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const { made } = this;
    if (!made) return;
    const moved = vscode.window.visibleTextEditors.filter(
      (editor) => editor.document === document && this.painted.of(editor).hasMoved(made.predictions),
    );
    if (moved.length === 0) return;
    // An edit at the end of the text itself may take the empty line away.
    const lines = contentChanges.flatMap(({ range: { start } }) => [start.line, start.line + 1]);
    const broken = contentChanges.some(({ text }) => text.includes('\n'));
    if (broken || mayStandOn(document, this.ranges.of(document.uri), lines, this.wants().density)) {
      this.paintAll((editor) => moved.includes(editor));
    }
  }

  private markedRanges(
    document: vscode.TextDocument,
    ranges: readonly ExplainedRange[],
    { density }: MarkSettings,
  ): [vscode.TextEditorDecorationType, vscode.DecorationOptions[]][] {
    const byType = new Map<vscode.TextEditorDecorationType, vscode.DecorationOptions[]>();
    for (const range of ranges) {
      for (const highlight of wordHighlights(range.explanation, density).shown) {
        const type = this.types.of(highlight.mark, range.stale);
        const marked = byType.get(type) ?? [];
        marked.push(...placesOf(range, highlight).map((span) => ({ range: rangeOf(document, span) })));
        byType.set(type, marked);
      }
    }
    return [...byType];
  }

  private pointedRanges(document: vscode.TextDocument): vscode.Range[] {
    const { pointed } = this;
    const range = pointed && this.ranges.of(document.uri).find(({ id }) => id === pointed.id);
    const span = pointed && range?.words[pointed.word];
    return span ? [rangeOf(document, span)] : [];
  }
}

/** Where a highlight stands now: one stretch, or more where words inside it were changed. */
function placesOf({ words }: ExplainedRange, { first, last }: ShownHighlight): Span[] {
  const places: { start: number; end: number }[] = [];
  let open: { start: number; end: number } | undefined;
  for (const span of words.slice(first, last)) {
    if (!span) open = undefined;
    else if (open) open.end = span.end;
    else places.push((open = { ...span }));
  }
  return places;
}

export function rangeOf(document: vscode.TextDocument, { start, end }: Span): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}
