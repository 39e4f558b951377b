import * as vscode from 'vscode';
import { escaped } from '../hover/hover-text';
import type { CurrentRangeTracker } from '../ranges/current-range';
import { languageName, methodName } from '../wording/names';
import { verdict } from '../wording/prediction';
import { warningText } from '../wording/warning-text';

/** The verdict of the current explanation and the model it is of; a click opens the panel. */
export class StatusBar implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('saliency.verdict', vscode.StatusBarAlignment.Right, 100);
  private readonly subscriptions: readonly vscode.Disposable[];

  constructor(private readonly current: CurrentRangeTracker) {
    this.item.name = vscode.l10n.t('Saliency: Verdict');
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
    const { explanation, stale } = range;
    const said = verdict(explanation);
    const icon = explanation.warnings.length > 0 || stale ? '$(warning) ' : '';
    this.item.text = `${icon}${stale ? vscode.l10n.t('{0} · text changed', said) : said} · ${explanation.model}`;
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
