import * as vscode from 'vscode';
import { pushesTo } from '../../shared/emphasis';
import type { Explanation } from '../../shared/explanation';
import { percent, wholePercent, score } from './figures';
import { wordHighlights } from '../highlights/highlights';
import { capitalised, labelName, languageName, questionText } from './names';
import { predictionText } from './prediction';
import { warningText } from './warning-text';

/** An explanation in plain sentences and lines, one word a line: nothing in it is told by colour or place alone. */
export function explanationText(explanation: Explanation): string {
  const { text, language, model, probabilities, warnings, words } = explanation;
  const shares = Object.entries(probabilities).map(([label, share]) => `${labelName(label)} ${wholePercent(share)}`);
  const facts = [
    [vscode.l10n.t('Verdict'), predictionText(explanation)],
    [vscode.l10n.t('Probabilities'), shares.join(' · ')],
    [vscode.l10n.t('Method'), questionText(explanation)],
    [vscode.l10n.t('Model'), `${model} · ${languageName(language)}`],
    ...warnings.map((warning) => [vscode.l10n.t('Note'), warningText(warning)]),
  ];
  const { byRank } = wordHighlights(explanation);
  return [
    ...facts.map(([name, value]) => line(capitalised(name), value)),
    '',
    text,
    '',
    vscode.l10n.t('Words, the most important first ({0}):', words.length),
    ...byRank.map((word, place) => `${place + 1}. ${wordLine(explanation, word)}`),
    '',
  ].join('\n');
}

/** `wonderful: +0.37, for positive, attention 22.7 %`. */
function wordLine(explanation: Explanation, word: number): string {
  const { text, score: value, attention, known } = explanation.words[word];
  const { direction } = wordHighlights(explanation).emphasis[word];
  const pushed = value === 0 ? undefined : pushesTo(explanation, direction);
  const said = [score(value, explanation.signed)];
  if (pushed !== undefined && direction === 'for') said.push(vscode.l10n.t('for {0}', labelName(explanation.target)));
  if (pushed !== undefined && direction === 'against')
    said.push(vscode.l10n.t('against {0}', labelName(explanation.target)));
  if (attention !== undefined) said.push(vscode.l10n.t('attention {0}', percent(attention, vscode.env.language)));
  if (!known) said.push(vscode.l10n.t('out of vocabulary'));
  return line(text, said.join(vscode.l10n.t({ message: ', ', comment: ['Between the names of a list'] })));
}

function line(name: string, value: string): string {
  return vscode.l10n.t({ message: '{0}: {1}', args: [name, value], comment: ['A name and its value'] });
}
