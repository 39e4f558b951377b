import * as vscode from 'vscode';
import type { CurrentRangeTracker } from '../ranges/current-range';
import type { ExplainedRanges } from '../ranges/current-explanation';
import { HOVER_COMMANDS, hoverText } from './hover-text';
import { rangeOf } from '../highlights/painter';
import type { FactFinder } from './word-facts';

/** Says of a word under the pointer what it does to the verdict, and tells the panel which word that is. */
export class WordHover implements vscode.HoverProvider {
  constructor(
    private readonly ranges: ExplainedRanges,
    private readonly current: CurrentRangeTracker,
    private readonly facts: FactFinder,
  ) {}

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | undefined> {
    const offset = document.offsetAt(position);
    for (const range of this.ranges.of(document.uri)) {
      const word = range.words.findIndex((span) => span !== undefined && span.start <= offset && offset < span.end);
      if (word < 0) continue;
      this.current.pointAt(range, word);
      const where = rangeOf(document, range.words[word]!);
      const facts = await this.facts.about(range.explanation, word, signalOf(token));
      const text = new vscode.MarkdownString(hoverText(range, word, facts));
      text.supportHtml = true;
      text.isTrusted = { enabledCommands: HOVER_COMMANDS };
      return new vscode.Hover(text, where);
    }
    return undefined;
  }
}

function signalOf(token: vscode.CancellationToken): AbortSignal {
  const abort = new AbortController();
  token.onCancellationRequested(() => abort.abort(new vscode.CancellationError()));
  return abort.signal;
}
