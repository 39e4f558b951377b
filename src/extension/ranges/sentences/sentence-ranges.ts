import type { Span } from '../../../shared/span';
import * as vscode from 'vscode';
import type { Explanation, Label } from '../../../shared/explanation';
import type { ExplainedRange, ExplainedRanges } from '../current-explanation';
import { explainedRange, shifted } from '../explained-range';

/** A sentence where it stands, and why it reads as it does. */
export interface ExplainedSentence extends Span {
  readonly explanation: Explanation;
}

/** What else is known of a document's sentences. */
interface InPlace {
  /** Sentences that wait for their explanation: what stands there stays, dimmed where it is of another text. */
  readonly waiting?: readonly Span[];
  /** Where one types: the word there is not highlighted, since it may be going on. */
  readonly caret?: number;
}

/** Another label is shown once it leads by this probability. */
const MARGIN = 0.05;

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
  set(uri: vscode.Uri, sentences: readonly ExplainedSentence[], { waiting = [], caret }: InPlace = {}): void {
    const before = this.of(uri);
    const taken = new Set<number>();
    const read = sentences.map((sentence): ExplainedRange => {
      const old = before.find((range) => overlap(range, sentence) && !taken.has(range.id));
      if (old) taken.add(old.id);
      const range = placed(uri, sentence, old?.id ?? this.newId(), caret);
      const heldLabel = old && held(old, sentence.explanation);
      const now = heldLabel === undefined ? range : { ...range, heldLabel };
      return old && isSame(old, now) ? old : now;
    });
    const stay = before.filter(
      (range) =>
        !taken.has(range.id) &&
        waiting.some((sentence) => overlap(range, sentence)) &&
        !read.some((other) => overlap(range, other)),
    );
    const ranges = stay.length === 0 ? read : [...read, ...stay].sort((a, b) => a.start - b.start);
    if (ranges.length === before.length && ranges.every((range, index) => range === before[index])) return;
    if (ranges.length > 0) this.byDocument.set(uri.toString(), ranges);
    else this.byDocument.delete(uri.toString());
    this.changed.fire(uri);
  }

  /**
   * Moves what stands after an edit. The editor moves its decorations itself, so only a sentence that is stale now, or
   * a word that is another now, is told of.
   */
  follow({ document: { uri }, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const before = this.of(uri);
    if (before.length === 0) return;
    const ranges = before.map((range) => shifted(range, contentChanges));
    this.byDocument.set(uri.toString(), ranges);
    if (ranges.some((range, index) => looksOther(before[index], range))) this.changed.fire(uri);
  }

  dispose(): void {
    this.byDocument.clear();
    this.changed.dispose();
  }
}

function placed(
  uri: vscode.Uri,
  { start, explanation }: ExplainedSentence,
  id: number,
  caret?: number,
): ExplainedRange {
  const range = { ...explainedRange(id, uri, start, explanation), sentence: true as const };
  if (caret === undefined || caret < range.start || caret > range.end) return range;
  const goesOn = (word: Span | undefined): boolean => word !== undefined && word.start <= caret && caret <= word.end;
  return { ...range, words: range.words.map((word) => (goesOn(word) ? undefined : word)) };
}

/** The label that was shown, where the new one does not lead it by enough. */
function held(old: ExplainedRange, { label, probabilities }: Explanation): Label | undefined {
  const shown = old.heldLabel ?? old.explanation.label;
  const rival = probabilities[shown];
  return shown !== label && rival !== undefined && probabilities[label] - rival < MARGIN ? shown : undefined;
}

function isSame(old: ExplainedRange, now: ExplainedRange): boolean {
  return (
    !old.stale &&
    old.start === now.start &&
    old.explanation === now.explanation &&
    old.heldLabel === now.heldLabel &&
    old.words.every((word, index) => (word === undefined) === (now.words[index] === undefined))
  );
}

function looksOther(before: ExplainedRange, after: ExplainedRange): boolean {
  if (before === after) return false;
  const lost = (word: Span | undefined, index: number): boolean =>
    word === undefined && before.words[index] !== undefined;
  return before.stale !== after.stale || after.words.some(lost);
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
