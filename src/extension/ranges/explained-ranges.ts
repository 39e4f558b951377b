import type { Span } from '../../shared/span';
import * as vscode from 'vscode';
import type { Explanation } from '../../shared/explanation';
import type { ExplainedRange, ExplainedRanges } from './current-explanation';
import { edited, explainedRange, withOtherLineEndings } from './explained-range';

/** A text that is being explained: where it stands is followed until the answer arrives. */
interface Expected {
  readonly uri: vscode.Uri;
  readonly abort: AbortController;
  range: ExplainedRange;
}

/** Explanations of earlier texts that a document keeps, for undo and redo. */
const MOST_FORMER = 20;

/** Where an answer belongs. */
export interface Expectation {
  /** Aborted when the document closes, the range is cleared, or the same text is explained again. */
  readonly signal: AbortSignal;
  /** Keeps the answer, in the place of every explained range it overlaps; undefined if the text changed meanwhile. */
  fulfil(explanation: Explanation): ExplainedRange | undefined;
  /** To be called in every case, at last. */
  end(): void;
}

/** The explained ranges of all open documents, kept in place through edits, gone when their document closes. */
export class ExplainedRangeStore implements ExplainedRanges, vscode.Disposable {
  private readonly ranges = new Map<string, readonly ExplainedRange[]>();
  /** Of texts in whose place others were explained since: an undo may bring a text back, and its explanation with it. */
  private readonly former = new Map<string, readonly ExplainedRange[]>();
  private readonly lineEndings = new Map<string, vscode.EndOfLine>();
  private readonly expected = new Set<Expected>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly subscriptions = [
    vscode.workspace.onDidChangeTextDocument((event) => this.follow(event)),
    vscode.workspace.onDidCloseTextDocument((document) => void this.forgetIfClosed(document.uri)),
  ];

  constructor(private readonly newId: () => number) {}

  /** The ranges of this document were explained, moved, edited or cleared. */
  readonly onDidChange = this.changed.event;

  /** In the order in which they were explained; a range whose whole text was deleted is empty until an undo. */
  of(uri: vscode.Uri): readonly ExplainedRange[] {
    return this.ranges.get(uri.toString()) ?? [];
  }

  find(id: number): ExplainedRange | undefined {
    return [...this.ranges.values()].flat().find((range) => range.id === id);
  }

  isEmpty(): boolean {
    return this.ranges.size === 0;
  }

  /** Follows `text`, which stands at `start` in the document, until its explanation is there. */
  expect(document: vscode.TextDocument, start: number, text: string): Expectation {
    const uri = document.uri;
    const range = explainedRange(this.newId(), uri, start, withoutWords(text));
    for (const other of this.expected) {
      if (isSame(other.uri, uri) && overlap(other.range, range)) other.abort.abort(new vscode.CancellationError());
    }
    const expected: Expected = { uri, abort: new AbortController(), range };
    this.expected.add(expected);
    this.lineEndings.set(uri.toString(), document.eol);
    return {
      signal: expected.abort.signal,
      fulfil: (explanation) => {
        if (expected.abort.signal.aborted || expected.range.stale) return undefined;
        return this.put(explainedRange(expected.range.id, uri, expected.range.start, explanation));
      },
      end: () => this.expected.delete(expected),
    };
  }

  /** Removes one range, the ranges of a document, or all; what is still being explained there is cancelled. */
  clear(of?: vscode.Uri | ExplainedRange): void {
    const uri = of && ('explanation' in of ? of.uri : of);
    const only = of && 'explanation' in of ? of : undefined;
    for (const expected of this.expected) {
      const meant = !uri || (isSame(expected.uri, uri) && (!only || overlap(expected.range, only)));
      if (meant) expected.abort.abort(new vscode.CancellationError());
    }
    const cleared = uri ? [uri] : [...this.ranges.values()].map(([first]) => first.uri);
    cleared.forEach((each) =>
      this.keepFormer(each, only ? this.formerOf(each).filter((range) => !overlap(range, only)) : []),
    );
    cleared.forEach((each) => this.set(each, only ? this.of(each).filter((range) => range.id !== only.id) : []));
  }

  dispose(): void {
    this.expected.forEach((expected) => expected.abort.abort(new vscode.CancellationError()));
    this.subscriptions.forEach((subscription) => subscription.dispose());
    this.changed.dispose();
    this.ranges.clear();
    this.former.clear();
  }

  private put(range: ExplainedRange): ExplainedRange {
    const replaced = this.of(range.uri).filter((other) => overlap(other, range));
    const kept = this.of(range.uri).filter((other) => !overlap(other, range));
    const others = replaced.filter(({ explanation: { text } }) => text !== range.explanation.text);
    this.keepFormer(range.uri, [...this.formerOf(range.uri), ...others]);
    this.set(range.uri, [...kept, range]);
    return range;
  }

  private formerOf(uri: vscode.Uri): readonly ExplainedRange[] {
    return this.former.get(uri.toString()) ?? [];
  }

  private keepFormer(uri: vscode.Uri, ranges: readonly ExplainedRange[]): void {
    if (ranges.length > 0) this.former.set(uri.toString(), ranges.slice(-MOST_FORMER));
    else this.former.delete(uri.toString());
  }

  /**
   * After edits: where a former text stands again and what was explained in its place does not, they change places. A text
   * that stood all the time (another was explained around it) comes back by undo and redo only.
   */
  private broughtBack(
    uri: vscode.Uri,
    ranges: readonly ExplainedRange[],
    after: (range: ExplainedRange) => ExplainedRange,
    undone: boolean,
  ): readonly ExplainedRange[] {
    const former = this.formerOf(uri).map((range) => ({ before: range, now: after(range) }));
    this.keepFormer(uri, former.map(({ now }) => now)); // prettier-ignore
    let shown = ranges;
    for (const { before, now } of former.toReversed()) {
      const instead = shown.filter((range) => overlap(range, now));
      const isBack = !now.stale && (before.stale || undone);
      if (!isBack || instead.some(({ stale }) => !stale)) continue;
      this.keepFormer(uri, [...this.formerOf(uri).filter((other) => other !== now), ...instead]);
      shown = [...shown.filter((range) => !instead.includes(range)), now];
    }
    return shown;
  }

  private set(uri: vscode.Uri, ranges: readonly ExplainedRange[]): void {
    if (ranges.length === 0 && this.of(uri).length === 0) return;
    if (ranges.length > 0) this.ranges.set(uri.toString(), ranges);
    else this.ranges.delete(uri.toString());
    this.changed.fire(uri);
  }

  private follow({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): void {
    const { uri, eol } = document;
    const before = this.of(uri);
    const pending = [...this.expected].filter((expected) => isSame(expected.uri, uri));
    if (before.length === 0 && pending.length === 0) return;
    const text = document.getText();
    const growth = growthOfLineEnding(this.lineEndings.get(uri.toString()), eol);
    this.lineEndings.set(uri.toString(), eol);
    const after = (range: ExplainedRange): ExplainedRange => {
      const moved = growth === 0 ? range : withOtherLineEndings(range, growth, text);
      return contentChanges.length === 0 ? moved : edited(moved, contentChanges, text);
    };
    pending.forEach((expected) => (expected.range = after(expected.range)));
    const ranges = this.broughtBack(uri, before.map(after), after, reason !== undefined);
    if (ranges.some((range, index) => range !== before[index])) this.set(uri, ranges);
  }

  /** Changing a document's language closes and reopens it at once: that must not lose anything. */
  private async forgetIfClosed(uri: vscode.Uri): Promise<void> {
    await Promise.resolve();
    if (vscode.workspace.textDocuments.some((document) => isSame(document.uri, uri))) return;
    this.clear(uri);
    this.lineEndings.delete(uri.toString());
  }
}

function overlap(a: Span, b: Span): boolean {
  return (a.start < b.end && b.start < a.end) || (a.start === b.start && a.end === b.end);
}

function isSame(a: vscode.Uri, b: vscode.Uri): boolean {
  return a.toString() === b.toString();
}

function growthOfLineEnding(before: vscode.EndOfLine | undefined, now: vscode.EndOfLine): number {
  if (before === undefined || before === now) return 0;
  return now === vscode.EndOfLine.CRLF ? 1 : -1;
}

/** Stands in for the explanation of a text until there is one. */
function withoutWords(text: string): Explanation {
  return { ...NOTHING, text };
}

const NOTHING: Explanation = {
  text: '',
  language: 'en',
  model: '',
  method: 'gradient-x-input',
  signed: true,
  target: '',
  baseline: '',
  label: '',
  probabilities: {},
  words: [],
  milliseconds: 0,
  warnings: [],
};
