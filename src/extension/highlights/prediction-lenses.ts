import * as vscode from 'vscode';
import { affectsMarks, markSettings } from '../activate/settings';
import type { ExplainedRange, ExplainedRanges } from '../ranges/current-explanation';
import { capitalised } from '../../shared/strings/capitalised';
import { labelName } from '../wording/names';
import { wholePercent } from '../wording/figures';
import { hasHighlights, strongestFirst, textOf } from './highlights';
import { shownLabel } from './line-predictions';
import { rangeOf } from './painter';

/** No word: the next highlight is the first one. */
const BEFORE_ALL = -1;
/** Phrases that are named on each side. */
const NAMED = { for: 3, against: 2 } as const;

/** The predictions of explained texts on a line of their own above each, where the setting has them there. */
export class PredictionLenses implements vscode.CodeLensProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscriptions: readonly vscode.Disposable[];
  private registered: vscode.Disposable | undefined;
  readonly onDidChangeCodeLenses = this.changed.event;

  constructor(private readonly ranges: ExplainedRanges) {
    this.subscriptions = [
      ranges.onDidChange(() => this.changed.fire()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (affectsMarks(event)) this.register();
      }),
    ];
    this.register();
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    return this.ranges.of(document.uri).flatMap((range) => lensesOf(document, range));
  }

  dispose(): void {
    this.subscriptions.forEach((subscription) => subscription.dispose());
    this.registered?.dispose();
    this.changed.dispose();
  }

  /** An editor asks its providers after every key: there is one only while it is wanted. */
  private register(): void {
    const wanted = markSettings().placement === 'codeLens';
    if (wanted) this.registered ??= vscode.languages.registerCodeLensProvider('*', this);
    if (wanted) return;
    this.registered?.dispose();
    this.registered = undefined;
  }
}

function lensesOf(document: vscode.TextDocument, range: ExplainedRange): vscode.CodeLens[] {
  if (range.end <= range.start) return [];
  const where = rangeOf(document, range);
  const lens = (title: string, command: string, ...args: readonly unknown[]): vscode.CodeLens =>
    new vscode.CodeLens(where, { title, command: `saliency.${command}`, arguments: [...args] });
  const said = lens(lensText(range), 'showPanel');
  // A page of sentences is quieter with one lens each.
  if (range.sentence || !hasHighlights(range.explanation)) return [said];
  return [said, lens(vscode.l10n.t('Next highlight'), 'nextHighlight', range.id, BEFORE_ALL)];
}

/** `Positive 97 % · lovely, comfortable · contradicted by noisy`. */
function lensText(range: ExplainedRange): string {
  const { explanation } = range;
  const strongest = strongestFirst(explanation);
  const named = (side: 'for' | 'against'): string =>
    strongest
      .filter(({ mark }) => mark.side === side)
      .slice(0, NAMED[side])
      .map((highlight) => textOf(explanation, highlight))
      .join(vscode.l10n.t({ message: ', ', comment: ['Between the names of a list'] }));
  const label = shownLabel(range);
  const parts = [
    vscode.l10n.t('{0} {1}', capitalised(labelName(label)), wholePercent(explanation.probabilities[label])),
  ];
  const [supports, contradicts] = [named('for'), named('against')];
  if (supports !== '') parts.push(supports);
  if (contradicts !== '') parts.push(vscode.l10n.t('contradicted by {0}', contradicts));
  if (supports === '' && contradicts === '') parts.push(vscode.l10n.t('no phrase stands out'));
  if (range.stale) parts.push(vscode.l10n.t('text changed'));
  if (!range.sentence) parts.push(vscode.l10n.t('Explain'));
  return parts.join(' · ');
}
