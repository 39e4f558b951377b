import * as vscode from 'vscode';
import { escaped } from '../hover/hover-text';
import type { CurrentRangeTracker } from '../ranges/current-range';
import type { ExplainedRange } from '../ranges/current-explanation';
import { wordHighlights } from './highlights';
import { shownLabel } from './line-predictions';
import { wholePercent } from '../wording/figures';
import { labelName, languageName, methodName } from '../wording/names';
import { isCloseCall, predictionText } from '../wording/prediction';
import { warningText } from '../wording/warning-text';

/** The prediction of the current explanation, and what one should know of it; a click opens the panel. */
export class StatusBar implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem(
    'saliency.prediction',
    vscode.StatusBarAlignment.Right,
    100,
  );
  private readonly subscriptions: readonly vscode.Disposable[];

  constructor(private readonly current: CurrentRangeTracker) {
    this.item.name = vscode.l10n.t('Saliency: Prediction');
    this.item.command = 'saliency.showPanel';
    this.subscriptions = [
      current.onDidChange(() => this.update()),
      vscode.window.onDidChangeActiveTextEditor(() => this.update()),
    ];
    this.update();
  }

  dispose(): void {
    this.subscriptions.forEach((subscription) => subscription.dispose());
    this.item.dispose();
  }

  private update(): void {
    const range = this.current.current;
    const active = vscode.window.activeTextEditor;
    // The panel has the focus where no text editor has.
    const isHere = active === undefined || active.document.uri.toString() === range?.uri.toString();
    if (!range || !isHere || range.end === range.start) return this.item.hide();
    const { explanation } = range;
    const label = shownLabel(range);
    const shown = vscode.l10n.t('{0} {1}', labelName(label), wholePercent(explanation.probabilities[label]));
    const said = predictionText(explanation, label);
    this.item.text = [vscode.l10n.t('Sentiment: {0}', shown), ...notes(range)].join(' · ');
    const facts = [
      `**${escaped(said)}**`,
      escaped(`${explanation.model} · ${languageName(explanation.language)} · ${methodName(explanation.method)}`),
      ...explanation.warnings.map(warningText).map(escaped),
      vscode.l10n.t('Click to open the explanation panel.'),
    ];
    this.item.tooltip = new vscode.MarkdownString(facts.join('\n\n'));
    this.item.accessibilityInformation = {
      label: vscode.l10n.t('Sentiment: {0}, model {1}', said, explanation.model),
    };
    this.item.show();
  }
}

/** What one should know beside the prediction, in words; while a sentence is typed nothing is said of its change. */
function notes({ explanation, stale, sentence }: ExplainedRange): string[] {
  const found = isCloseCall(explanation) ? [vscode.l10n.t('close call')] : [];
  const count = wordHighlights(explanation).shown.length;
  if (stale && !sentence) found.push(vscode.l10n.t('text changed'));
  else if (count === 0) found.push(vscode.l10n.t('no highlights'));
  else if (!sentence) found.push(count === 1 ? vscode.l10n.t('1 highlight') : vscode.l10n.t('{0} highlights', count));
  return found;
}
