import { isAttention } from '../../shared/methods';
import * as vscode from 'vscode';
import type { Explanation } from '../../shared/explanation';
import { percent, wholePercent, score } from '../wording/figures';
import { wordHighlights } from '../highlights/highlights';
import { markdownTable } from '../wording/markdown-table';
import { capitalised } from '../../shared/strings/capitalised';
import { labelName, methodName } from '../wording/names';
import { predictionText } from '../wording/prediction';
import { warningText } from '../wording/warning-text';

/** What Markdown or HTML would take for its own. */
const SIGNS = /[\\`*_[\]<>#|~&!]/g;

/** An explanation as Markdown: the prediction, the text, the probabilities, every word with its score. */
export function explanationMarkdown(explanation: Explanation): string {
  const { text, model, method, signed, target, probabilities, words, warnings } = explanation;
  const named = signed ? vscode.l10n.t('{0}, for {1}', methodName(method), labelName(target)) : methodName(method);
  const attended = words.some(({ attention }) => attention !== undefined) && !isAttention(method);
  const head = [vscode.l10n.t('Rank'), vscode.l10n.t('Word'), vscode.l10n.t('Score')];
  const shares = Object.entries(probabilities).map(([label, share]) => [
    capitalised(labelName(label)),
    wholePercent(share),
  ]);
  const rows = wordHighlights(explanation).byRank.map((word, place) => {
    const { text: written, score: value, attention = 0 } = words[word];
    const cells = [String(place + 1), plain(written), score(value, signed)];
    return attended ? [...cells, percent(attention, vscode.env.language)] : cells;
  });
  return [
    `## ${plain(capitalised(predictionText(explanation)))}`,
    plain(text).replace(/^/gm, '> '),
    `${vscode.l10n.t('Method')}: ${plain(named)} · ${vscode.l10n.t('Model')}: ${plain(model)}`,
    ...warnings.map((warning) => `_${plain(warningText(warning))}_`),
    markdownTable([[vscode.l10n.t('Label'), vscode.l10n.t('Probability')], ...shares]),
    `${markdownTable([attended ? [...head, vscode.l10n.t('Attention')] : head, ...rows])}\n`,
  ].join('\n\n');
}

/** Letters that stay what they are. A row of a table doubles the backslash before its own bar. */
function plain(text: string): string {
  const signs = text.replace(SIGNS, (sign) => (sign === '|' ? '&#124;' : `\\${sign}`));
  return signs.replace(/^(\s*)([-+=])/gm, '$1\\$2').replace(/^(\s*\d+)([.)])/gm, '$1\\$2');
}
