import * as vscode from 'vscode';
import { pushesTo, toneOf } from '../engine/surface';
import type { Explanation } from '../explain/explanation';
import type { ExplainedRange } from './current-explanation';
import { percent, score } from './figures';
import { readingOf } from './marks';
import { labelName, methodName } from './names';

/** The commands that a hover may run. */
export const HOVER_COMMANDS = ['showPanel', 'nextWord', 'clear', 'selectMethod'].map((name) => `saliency.${name}`);

/** Markdown with a little HTML about one word; every part that comes from the text is escaped. */
export function hoverText(range: ExplainedRange, word: number): string {
  const { explanation, stale } = range;
  const { words, signed, method, target } = explanation;
  const { known, attention } = words[word];
  const named = signed
    ? vscode.l10n.t('{0}, for {1}', methodName(method), labelName(target))
    : vscode.l10n.t('{0} (how much, not for or against)', methodName(method));
  const rows = [
    [vscode.l10n.t('Score'), scoreAndRank(explanation, word)],
    [vscode.l10n.t('Method'), named],
  ];
  if (attention !== undefined) rows.push([vscode.l10n.t('Attention'), attentionShare(attention, words.length)]);
  const answer = known ? vscode.l10n.t('yes') : vscode.l10n.t('no, the model has never learned this word');
  rows.push([vscode.l10n.t('Known to the model'), answer]);
  if (stale) rows.push([vscode.l10n.t('Note'), vscode.l10n.t('the text around it has changed since')]);
  // A table of Markdown has to have a head: the score is it.
  const [head, ...body] = rows.map(([name, value]) => `| ${escaped(name)}&emsp; | ${escaped(value)} |`);
  const table = [head, '|:--|:--|', ...body].join('\n');
  return [headline(explanation, word), table, '---', links(range, word)].join('\n\n');
}

/** Every ASCII sign as a character reference: no Markdown and no HTML survives, not even in a table cell. */
export function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[!-/:-@[-`{-~]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function headline(explanation: Explanation, word: number): string {
  const bold = `**${escaped(explanation.words[word].text)}**`;
  const { direction, step } = readingOf(explanation).emphasis[word];
  if (explanation.words[word].score === 0) return vscode.l10n.t('{0} counts for nothing here', bold);
  const pushed = pushesTo(explanation, direction);
  if (pushed === undefined) {
    const label = `**${escaped(labelName(explanation.label))}**`;
    return step > 0
      ? vscode.l10n.t('{0} matters for the verdict {1}', bold, label)
      : vscode.l10n.t('{0} matters little for the verdict {1}', bold, label);
  }
  const colour = `var(--vscode-saliency-${toneOf(explanation, pushed)})`;
  const sign = `<span style="color:${colour};">${direction === 'for' ? '▲' : '▼'}</span>`;
  const label = `**${escaped(labelName(explanation.target))}**`;
  return direction === 'for'
    ? vscode.l10n.t('{0} {1} speaks for {2}', bold, sign, label)
    : vscode.l10n.t('{0} {1} speaks against {2}', bold, sign, label);
}

function scoreAndRank(explanation: Explanation, word: number): string {
  const { words, signed } = explanation;
  const { rank } = readingOf(explanation).emphasis[word];
  const value = score(words[word].score, signed);
  return rank === 1
    ? vscode.l10n.t('{0}, strongest of {1}', value, words.length)
    : vscode.l10n.t('{0}, rank {1} of {2}', value, rank, words.length);
}

function attentionShare(share: number, words: number): string {
  const { language } = vscode.env;
  return vscode.l10n.t('{0} (even share {1})', percent(share, language), percent(1 / words, language));
}

function links({ id }: ExplainedRange, word: number): string {
  const link = (title: string, command: string, ...args: readonly number[]): string =>
    `[${title}](command:saliency.${command}?${encodeURIComponent(JSON.stringify(args))})`;
  return [
    link(vscode.l10n.t('Open panel'), 'showPanel'),
    link(vscode.l10n.t('Next word'), 'nextWord', id, word),
    link(vscode.l10n.t('Choose method'), 'selectMethod'),
    link(vscode.l10n.t('Hide marks'), 'clear', id),
  ].join('&emsp;');
}
