import type * as vscode from 'vscode';
import type { ExplainedRange, ExplainedRanges } from './current-explanation';

/** What was asked for by hand, and beside it the sentences of live views: a text is marked once, by hand first. */
export class MergedRanges implements ExplainedRanges {
  readonly onDidChange: vscode.Event<vscode.Uri>;

  constructor(
    private readonly byHand: ExplainedRanges,
    private readonly sentences: ExplainedRanges,
  ) {
    this.onDidChange = (listener, self, disposables) => {
      const [one, other] = [byHand, sentences].map(({ onDidChange }) => onDidChange(listener, self, disposables));
      return {
        dispose: () => {
          one.dispose();
          other.dispose();
        },
      };
    };
  }

  of(uri: vscode.Uri): readonly ExplainedRange[] {
    const byHand = this.byHand.of(uri);
    const others = this.sentences.of(uri);
    if (byHand.length === 0 || others.length === 0) return others.length === 0 ? byHand : others;
    const free = ({ start, end }: ExplainedRange) => byHand.every((range) => range.end <= start || end <= range.start);
    return [...byHand, ...others.filter(free)];
  }

  find(id: number): ExplainedRange | undefined {
    return this.byHand.find(id) ?? this.sentences.find(id);
  }
}
