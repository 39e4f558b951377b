import * as vscode from 'vscode';
import { hasHighlights } from '../highlights/highlights';
import { shownLabel } from '../highlights/line-predictions';
import type { ExplainedRange } from '../ranges/current-explanation';
import { escapedMarkdown } from '../wording/escaped-markdown';
import { wholePercent } from '../wording/figures';
import { capitalised } from '../../shared/strings/capitalised';
import { labelName, modelTitle } from '../wording/names';
import { whyNoHighlights } from '../wording/no-highlights';
import { predictionText } from '../wording/prediction';
import { warningText } from '../wording/warning-text';

/** Predictions in full: what the short form after a line stands for, in Markdown whose parts are escapedMarkdown. */
export function predictionHover(ended: readonly ExplainedRange[]): string {
  const link = `[${vscode.l10n.t('Open panel')}](command:saliency.showPanel)`;
  return [...ended.map(inFull), '---', link].join('\n\n');
}

function inFull(range: ExplainedRange): string {
  const { explanation, stale } = range;
  const shown = shownLabel(range);
  const others = Object.entries(explanation.probabilities)
    .filter(([label]) => label !== shown)
    .sort((a, b) => b[1] - a[1])
    .map(([label, probability]) => `${labelName(label)} ${wholePercent(probability)}`);
  const notes = explanation.warnings.map(warningText);
  if (!hasHighlights(explanation)) notes.push(whyNoHighlights(explanation));
  if (stale) notes.push(vscode.l10n.t('The text has changed since.'));
  const head = `**${escapedMarkdown(capitalised(predictionText(explanation, shown)))}** &emsp; ${escapedMarkdown(others.join(' · '))}`;
  return [
    head,
    escapedMarkdown(capitalised(vscode.l10n.t('model: {0}', modelTitle(explanation.model)))),
    ...notes.map(escapedMarkdown),
  ].join('\n\n');
}
