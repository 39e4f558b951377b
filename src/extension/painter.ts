import * as vscode from 'vscode';
import { toneOf } from '../engine/surface';
import type { ExplainedRange, Span } from './current-explanation';
import { accent, DecorationTypes } from './decoration-types';
import type { ExplainedDocuments } from './explained-documents';
import { markKey, readingOf } from './marks';
import { verdict } from './verdict';

/** Keeps the marks of every visible editor as the explained ranges of its document say. */
export class Painter implements vscode.Disposable {
  private types: DecorationTypes;
  private painted = new WeakMap<vscode.TextEditor, ReadonlySet<vscode.TextEditorDecorationType>>();
  private pointed: { readonly id: number; readonly word: number } | undefined;
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly documents: ExplainedDocuments,
    private readonly wants: () => { readonly verdict: boolean; readonly overviewRuler: boolean },
  ) {
    this.types = new DecorationTypes(wants().overviewRuler);
    this.subscriptions = [
      documents.onDidChange((uri) => this.paintAll((editor) => editor.document.uri.toString() === uri.toString())),
      vscode.window.onDidChangeVisibleTextEditors(() => this.paintAll()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('saliency.marks')) this.renew();
      }),
    ];
  }

  /** Outlines one word of a range, in every editor that shows it. */
  point(id: number, word: number | undefined): void {
    this.pointed = word === undefined ? undefined : { id, word };
    this.paintAll((editor) => this.documents.of(editor.document.uri).length > 0, true);
  }

  dispose(): void {
    this.subscriptions.forEach((subscription) => subscription.dispose());
    this.types.dispose();
  }

  private renew(): void {
    this.types.dispose();
    this.types = new DecorationTypes(this.wants().overviewRuler);
    this.painted = new WeakMap();
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
    const ranges = this.documents.of(document.uri);
    const verdicts = this.wants().verdict ? ranges.filter((range) => range.end > range.start) : [];
    const byType = new Map<vscode.TextEditorDecorationType, readonly vscode.DecorationOptions[]>([
      [this.types.verdicts, verdicts.map((range) => verdictOf(document, range))],
      ...this.markedRanges(document, ranges),
    ]);
    // Only the types that have, or had, something in this editor cost a message to it.
    const before = this.painted.get(editor) ?? new Set();
    const now = [...byType].filter(([, marked]) => marked.length > 0).map(([type]) => type);
    for (const type of new Set([...before, ...now])) editor.setDecorations(type, [...(byType.get(type) ?? [])]);
    this.painted.set(editor, new Set(now));
  }

  private markedRanges(
    document: vscode.TextDocument,
    ranges: readonly ExplainedRange[],
  ): [vscode.TextEditorDecorationType, vscode.DecorationOptions[]][] {
    const byKey = new Map<string, vscode.DecorationOptions[]>();
    for (const range of ranges) {
      readingOf(range.explanation).marks.forEach((mark, word) => {
        const span = range.words[word];
        if (!mark || !span) return;
        const key = markKey(mark);
        const marked = byKey.get(key) ?? [];
        marked.push({ range: rangeOf(document, span) });
        byKey.set(key, marked);
      });
    }
    return [...byKey].map(([key, marked]) => [this.types.marks.get(key)!, marked]);
  }

  private pointedRanges(document: vscode.TextDocument): vscode.Range[] {
    const { pointed } = this;
    const range = pointed && this.documents.of(document.uri).find(({ id }) => id === pointed.id);
    const span = pointed && range?.words[pointed.word];
    return span ? [rangeOf(document, span)] : [];
  }
}

export function rangeOf(document: vscode.TextDocument, { start, end }: Span): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

function verdictOf(document: vscode.TextDocument, range: ExplainedRange): vscode.DecorationOptions {
  const { explanation, stale } = range;
  const end = document.positionAt(range.end);
  const said = verdict(explanation);
  return {
    range: new vscode.Range(end, end),
    renderOptions: {
      after: {
        contentText: stale ? vscode.l10n.t('{0} · text changed', said) : said,
        color: accent(toneOf(explanation, explanation.label)),
        margin: '0 0 0 28px',
      },
    },
  };
}
