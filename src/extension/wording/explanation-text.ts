import * as vscode from 'vscode';
import type { Explanation } from '../../shared/explanation';
import type { Highlight } from '../../shared/highlights';
import { pointsText, type Points } from '../../shared/points';
import { percent, score, wholePercent } from './figures';
import { textOf, wordHighlights } from '../highlights/highlights';
import { capitalised } from '../../shared/strings/capitalised';
import { labelName, listed, modelWithLanguage, questionText } from './names';
import { whyNoHighlights } from './no-highlights';
import { pointsWithUnit } from './points';
import { predictionText } from './prediction';
import { warningText } from './warning-text';

/** An explanation in plain sentences and lines, one phrase per line: nothing is shown by colour or position alone. */
export function explanationText(explanation: Explanation, logOdds = false): string {
  const { text, probabilities, warnings } = explanation;
  const shares = Object.entries(probabilities).map(([label, share]) => `${labelName(label)} ${wholePercent(share)}`);
  const facts = [
    [vscode.l10n.t('Prediction'), predictionText(explanation)],
    [vscode.l10n.t('Probabilities'), shares.join(' · ')],
    [vscode.l10n.t('Method'), questionText(explanation)],
    [vscode.l10n.t('Model'), modelWithLanguage(explanation)],
    ...warnings.map((warning) => [vscode.l10n.t('Note'), warningText(warning)]),
  ];
  const { shown, rest, points } = rankedPhrases(explanation);
  return [
    ...facts.map(([name, value]) => line(capitalised(name), value)),
    '',
    text,
    '',
    shown.length > 0
      ? vscode.l10n.t('Phrases, the strongest first ({0}):', shown.length)
      : whyNoHighlights(explanation),
    ...shown.map((highlight, place) => `${place + 1}. ${phraseLine(explanation, highlight, logOdds)}`),
    ...togetherLine(points),
    ...(rest.length > 0
      ? ['', vscode.l10n.t('Too little to be highlighted: {0}', listed(rest.map((each) => textOf(explanation, each))))]
      : []),
    '',
  ].join('\n');
}

/** All that can be highlighted, the strongest first, and what is too weak for it. */
export function rankedPhrases(explanation: Explanation) {
  const { highlights, points } = wordHighlights(explanation, 'more');
  const ranked = highlights
    .filter(({ rank, score: value }) => rank !== undefined && value !== 0)
    .sort((a, b) => a.rank! - b.rank!);
  return { shown: ranked.filter(({ step }) => step > 0), rest: ranked.filter(({ step }) => step === 0), points };
}

/** `loved every minute: +70 points, supports positive`. */
function phraseLine(explanation: Explanation, highlight: Highlight, logOdds: boolean): string {
  const { signed, target, words } = explanation;
  const { points, direction, first, last, score: value } = highlight;
  const said = [points === undefined ? percent(value, vscode.env.language) : pointsWithUnit(points)];
  if (direction === 'for') said.push(vscode.l10n.t('supports {0}', labelName(target)));
  if (direction === 'against') said.push(vscode.l10n.t('contradicts {0}', labelName(target)));
  if (logOdds && signed) said.push(vscode.l10n.t('log-odds {0}', score(value, true)));
  if (words.slice(first, last).some(({ known }) => !known)) said.push(vscode.l10n.t('partly out of vocabulary'));
  return line(textOf(explanation, highlight), listed(said));
}

/** What all phrases make together, where the method says from where. */
export function togetherLine(points: Points | undefined): string[] {
  if (points?.from === undefined) return [];
  return [
    vscode.l10n.t(
      'All phrases together: {0} points, from {1} for an empty text to {2}',
      pointsText(100 * (points.to - points.from)),
      wholePercent(points.from),
      wholePercent(points.to),
    ),
  ];
}

function line(name: string, value: string): string {
  return vscode.l10n.t({ message: '{0}: {1}', args: [name, value], comment: ['A name and its value'] });
}
