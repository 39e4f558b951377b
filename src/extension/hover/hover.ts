import type { Explainer } from '../../shared/protocol/explainer';
import type { Span } from '../../shared/span';
import * as vscode from 'vscode';
import type { CurrentRangeTracker } from '../ranges/current-range';
import type { ExplainedRange, ExplainedRanges } from '../ranges/current-explanation';
import { HOVER_COMMANDS, hoverText, highlightOrWordAt } from './hover-text';
import { predictionsOnLine } from '../highlights/placement';
import { rangeOf } from '../highlights/painter';
import { predictionHover } from './prediction-hover';
import type { HoverState } from './hover-state';
import { FactFinder, type PhraseWords } from './word-facts';

/**
 * Says of a word under the pointer what it does to the prediction, and tells the panel which word that is; after the end
 * of a line, or below it, what was predicted there.
 */
export class WordHover implements vscode.HoverProvider {
  private readonly facts: FactFinder;

  constructor(
    private readonly ranges: ExplainedRanges,
    private readonly current: CurrentRangeTracker,
    explainer: Explainer,
    state: HoverState,
  ) {
    this.facts = new FactFinder(explainer, state);
  }

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | undefined> {
    const offset = document.offsetAt(position);
    for (const range of this.ranges.of(document.uri)) {
      const word = range.words.findIndex((span) => span !== undefined && span.start <= offset && offset < span.end);
      if (word < 0) continue;
      this.current.hover(range, word);
      const part = highlightOrWordAt(range.explanation, word);
      const facts = await this.facts.about(range.explanation, part, signalOf(token));
      return new vscode.Hover(markdown(hoverText(range, part, facts)), rangeOf(document, spanOf(range, part, word)));
    }
    this.current.pointAtNone();
    return this.behindLine(document, position);
  }

  /** The pointer rests on what stands after the end of a line. */
  private behindLine(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    const { end } = document.lineAt(position.line).range;
    if (position.character < end.character) return undefined;
    const ended = predictionsOnLine(document, this.ranges.of(document.uri), position.line);
    return ended && new vscode.Hover(markdown(predictionHover(ended)), new vscode.Range(end, end));
  }
}

/** Where the phrase stands now; where one of its ends was changed, the word under the pointer. */
function spanOf({ words }: ExplainedRange, { first, last }: PhraseWords, word: number): Span {
  const [start, end] = [words[first]?.start, words[last - 1]?.end];
  return start === undefined || end === undefined ? words[word]! : { start, end };
}

function markdown(value: string): vscode.MarkdownString {
  const text = new vscode.MarkdownString(value);
  text.supportHtml = true;
  text.isTrusted = { enabledCommands: HOVER_COMMANDS };
  return text;
}

function signalOf(token: vscode.CancellationToken): AbortSignal {
  const abort = new AbortController();
  token.onCancellationRequested(() => abort.abort(new vscode.CancellationError()));
  return abort.signal;
}
