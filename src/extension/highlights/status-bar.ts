import * as vscode from 'vscode';
import { escapedMarkdown } from '../wording/escaped-markdown';
import type { CurrentRangeTracker } from '../ranges/current-range';
import type { ExplainedRange } from '../ranges/current-explanation';
import { wordHighlights } from './highlights';
import { shownLabel } from './line-predictions';
import { documentSummary } from '../outline/read-document';
import type { WholeDocuments } from '../ranges/sentences/whole-documents';
import { documentPrediction, shortDocumentPrediction } from '../wording/document-prediction';
import { whole, wholePercent } from '../wording/figures';
import { labelName, methodName, modelTitle, modelWithLanguage } from '../wording/names';
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

  constructor(
    private readonly current: CurrentRangeTracker,
    private readonly whole: WholeDocuments,
  ) {
    this.item.name = vscode.l10n.t('Saliency: Prediction');
    this.item.command = 'saliency.showPanel';
    this.subscriptions = [
      current.onDidChange(() => this.update()),
      vscode.window.onDidChangeActiveTextEditor(() => this.update()),
      whole.onDidPredict(() => this.update()),
    ];
    this.update();
  }

  dispose(): void {
    this.subscriptions.forEach((subscription) => subscription.dispose());
    this.item.dispose();
  }

  /** The prediction of a document that was explained as a whole. */
  private ofDocument(uri: vscode.Uri | undefined): { readonly short: string; readonly full: string } | undefined {
    const reading = uri && this.whole.has(uri) ? this.whole.reading(uri) : undefined;
    const summary = reading && documentSummary(reading);
    if (!reading || !summary) return undefined;
    const short = vscode.l10n.t('document {0}', shortDocumentPrediction(summary));
    const full = vscode.l10n.t(
      'The document as a whole: {0}. The mean of its {1} sentences, weighted by their length.',
      documentPrediction(summary),
      whole(reading.sentences.length),
    );
    return { short, full };
  }

  private update(): void {
    const range = this.current.current;
    const active = vscode.window.activeTextEditor;
    // The panel has the focus where no text editor has.
    const isHere = active === undefined || active.document.uri.toString() === range?.uri.toString();
    const document = this.ofDocument(active?.document.uri ?? range?.uri);
    if (!range || !isHere || range.end === range.start) {
      if (document === undefined) return this.item.hide();
      this.item.text = vscode.l10n.t('Sentiment: {0}', document.short);
      this.item.tooltip = document.full;
      this.item.accessibilityInformation = { label: vscode.l10n.t('Sentiment: {0}', document.full) };
      return this.item.show();
    }
    const { explanation } = range;
    const label = shownLabel(range);
    const shown = vscode.l10n.t('{0} {1}', labelName(label), wholePercent(explanation.probabilities[label]));
    const said = predictionText(explanation, label);
    const both = document && [document.short, vscode.l10n.t('sentence {0}', shown)].join(' · ');
    this.item.text = [vscode.l10n.t('Sentiment: {0}', both ?? shown), ...notes(range)].join(' · ');
    const facts = [
      ...(document ? [escapedMarkdown(document.full)] : []),
      `**${escapedMarkdown(said)}**`,
      escapedMarkdown(source(explanation)),
      ...explanation.warnings.map(warningText).map(escapedMarkdown),
      vscode.l10n.t('Click to open the explanation panel.'),
    ];
    this.item.tooltip = new vscode.MarkdownString(facts.join('\n\n'));
    this.item.accessibilityInformation = {
      label: vscode.l10n.t('Sentiment: {0}, model {1}', said, modelTitle(explanation.model)),
    };
    this.item.show();
  }
}

/** What the prediction is by. */
function source(explanation: ExplainedRange['explanation']): string {
  return [modelWithLanguage(explanation), methodName(explanation.method)].join(' · ');
}

/** Notes beside the prediction. While a sentence is being typed, changes of it are not mentioned. */
function notes({ explanation, stale, sentence }: ExplainedRange): string[] {
  const found = isCloseCall(explanation) ? [vscode.l10n.t('close call')] : [];
  const count = wordHighlights(explanation).shown.length;
  if (stale && !sentence) found.push(vscode.l10n.t('text changed'));
  else if (count === 0) found.push(vscode.l10n.t('no highlights'));
  else if (!sentence) found.push(count === 1 ? vscode.l10n.t('1 highlight') : vscode.l10n.t('{0} highlights', count));
  return found;
}
