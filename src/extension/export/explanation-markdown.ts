import * as vscode from 'vscode';
import type { Explanation } from '../../shared/explanation';
import { rankedPhrases, togetherLine } from '../wording/explanation-text';
import { percent, wholePercent } from '../wording/figures';
import { textOf } from '../highlights/highlights';
import { markdownTable } from '../wording/markdown-table';
import { capitalised } from '../../shared/strings/capitalised';
import { labelName, listed, modelWithLanguage, questionText } from '../wording/names';
import { whyNoHighlights } from '../wording/no-highlights';
import { pointsWithUnit } from '../wording/points';
import { predictionText } from '../wording/prediction';
import { warningText } from '../wording/warning-text';

/** What Markdown or HTML would take for its own. */
const SIGNS = /[\\`*_[\]<>#|~&!]/g;

/** An explanation as Markdown: the prediction, the text, the probabilities, what is highlighted with its contribution. */
export function explanationMarkdown(explanation: Explanation): string {
  const { text, signed, target, probabilities, warnings } = explanation;
  const shares = Object.entries(probabilities).map(([label, share]) => [
    capitalised(labelName(label)),
    wholePercent(share),
  ]);
  const sides = {
    for: vscode.l10n.t('supports {0}', labelName(target)),
    against: vscode.l10n.t('contradicts {0}', labelName(target)),
  };
  const { shown, points } = rankedPhrases(explanation);
  const rows = shown.map((highlight, place) => {
    const cells = [String(place + 1), plain(textOf(explanation, highlight))];
    const { points: worth = 0, direction, score } = highlight;
    if (direction === 'none') return [...cells, percent(score, vscode.env.language)];
    return [...cells, listed([pointsWithUnit(worth), sides[direction]])];
  });
  const figure = signed ? vscode.l10n.t('Contribution') : vscode.l10n.t('Share');
  const head = [vscode.l10n.t('Rank'), vscode.l10n.t('Phrase'), figure];
  const facts = [
    `${vscode.l10n.t('Method')}: ${plain(questionText(explanation))}`,
    `${vscode.l10n.t('Model')}: ${plain(modelWithLanguage(explanation))}`,
  ];
  return `${[
    `## ${plain(capitalised(predictionText(explanation)))}`,
    plain(text).replace(/^/gm, '> '),
    facts.join(' · '),
    ...warnings.map((warning) => `_${plain(warningText(warning))}_`),
    markdownTable([[vscode.l10n.t('Label'), vscode.l10n.t('Probability')], ...shares]),
    rows.length > 0 ? markdownTable([head, ...rows]) : plain(whyNoHighlights(explanation)),
    ...togetherLine(points).map(plain),
  ].join('\n\n')}\n`;
}

/** Letters that stay what they are. A row of a table doubles the backslash before its own bar. */
function plain(text: string): string {
  const signs = text.replace(SIGNS, (sign) => (sign === '|' ? '&#124;' : `\\${sign}`));
  return signs.replace(/^(\s*)([-+=])/gm, '$1\\$2').replace(/^(\s*\d+)([.)])/gm, '$1\\$2');
}
