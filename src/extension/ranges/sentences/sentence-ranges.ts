import * as vscode from 'vscode';
import type { Explanation } from '../../../shared/explanation';
import type { ExplainedRange, ExplainedRanges, Span } from '../current-explanation';
import { explainedRange, shifted } from '../explained-range';

/** A sentence where it stands, and why it reads as it does. */
export interface ExplainedSentence extends Span {
  readonly explanation: Explanation;
}

/** The explained sentences of live documents. Edits move them at once; those that were edited wait for their answer. */
export class SentenceRanges implements ExplainedRanges, vscode.Disposable {
  private readonly byDocument = new Map<string, readonly ExplainedRange[]>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;

  constructor(private readonly newId: () => number) {}

  of(uri: vscode.Uri): readonly ExplainedRange[] {
    return this.byDocument.get(uri.toString()) ?? [];
  }

  find(id: number): ExplainedRange | undefined {
    for (const ranges of this.byDocument.values()) {
      const found = ranges.find((range) => range.id === id);
      if (found) return found;
    }
    return undefined;
  }

  isEmpty(): boolean {
    return this.byDocument.size === 0;
  }

  /** What a document's sentences are now; one in the place of another keeps its id. */
  set(uri: vscode.Uri, sentences: readonly ExplainedSentence[]): void {
    const before = this.of(uri);
    const taken = new Set<number>();
    const ranges = sentences.map(({ start, end, explanation }): ExplainedRange => {
      const old = before.find((range) => range.start < end && start < range.end && !taken.has(range.id));
      if (old) taken.add(old.id);
      if (old && !old.stale && old.start === start && old.explanation === explanation) return old;
      return { ...explainedRange(old?.id ?? this.newId(), uri, start, explanation), sentence: true };
    });
    if (ranges.length === before.length && ranges.every((range, index) => range === before[index])) return;
    if (ranges.length > 0) this.byDocument.set(uri.toString(), ranges);
    else this.byDocument.delete(uri.toString());
    this.changed.fire(uri);
  }

  /** Moves what stands behind an edit. Nobody is told: the editor moves its decorations itself. */
  follow({ document: { uri }, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const ranges = this.of(uri);
    if (ranges.length > 0)
      this.byDocument.set(
        uri.toString(),
        ranges.map((range) => shifted(range, contentChanges)),
      );
  }

  dispose(): void {
    this.byDocument.clear();
    this.changed.dispose();
  }
}
