import * as vscode from 'vscode';
import { pushesTo, toneOf } from '../../shared/emphasis';
import type { Explanation } from '../../shared/explanation';
import type { ExplainedRange } from '../ranges/current-explanation';
import { percent, wholePercent, score, whole } from '../wording/figures';
import { wordHighlights } from '../highlights/highlights';
import { labelName, methodName, questionText } from '../wording/names';
import type { WordFacts } from './word-facts';

/** Places of the bar beside a score. */
const BAR = 10;

/** The commands that a hover may run. */
export const HOVER_COMMANDS = ['showPanel', 'nextWord', 'clear', 'selectMethod', 'otherMethods'].map(
  (name) => `saliency.${name}`,
);

/** Markdown with a little HTML about one word; every part that comes from the text is escaped. */
export function hoverText(range: ExplainedRange, word: number, facts: WordFacts = {}): string {
  const { explanation, stale } = range;
  const { words } = explanation;
  const { known, attention } = words[word];
  const rows = [
    [vscode.l10n.t('Score'), scoreAndRank(explanation, word)],
    [vscode.l10n.t('Method'), questionText(explanation)],
  ];
  if (facts.without) rows.push([vscode.l10n.t('Without it'), withoutIt(explanation, facts.without)]);
  if (facts.others) rows.push([vscode.l10n.t('Other methods'), otherMethods(facts.others)]);
  if (attention !== undefined) rows.push([vscode.l10n.t('Attention'), attentionShare(attention, words.length)]);
  const answer = known ? vscode.l10n.t('yes') : vscode.l10n.t('no, the model has never learned this word');
  rows.push([vscode.l10n.t('Known to the model'), answer]);
  if (facts.seen) rows.push([vscode.l10n.t('Seen in training'), timesSeen(facts.seen)]);
  if (stale) rows.push([vscode.l10n.t('Note'), vscode.l10n.t('the text around it has changed since')]);
  // A table of Markdown has to have a head: the score is it.
  const [head, ...body] = rows.map(([name, value], row) => {
    const drawn = row === 0 ? `&emsp;${bar(explanation, word)}` : '';
    return `| ${escaped(name)}&emsp; | ${escaped(value)}${drawn} |`;
  });
  const table = [head, '|:--|:--|', ...body].join('\n');
  return [headline(explanation, word), table, '---', links(range, word, facts)].join('\n\n');
}

/** Every ASCII sign as a character reference: no Markdown and no HTML survives, not even in a table cell. */
export function escaped(text: string): string {
  return text.replace(/[^\S\u00a0]+/g, ' ').replace(/[!-/:-@[-`{-~]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function headline(explanation: Explanation, word: number): string {
  const bold = `**${escaped(explanation.words[word].text)}**`;
  const { direction, step } = wordHighlights(explanation).emphasis[word];
  if (explanation.words[word].score === 0) return vscode.l10n.t('{0} counts for nothing here', bold);
  const pushed = pushesTo(explanation, direction);
  if (pushed === undefined) {
    const label = `**${escaped(labelName(explanation.label))}**`;
    return step > 0
      ? vscode.l10n.t('{0} matters for the prediction {1}', bold, label)
      : vscode.l10n.t('{0} matters little for the prediction {1}', bold, label);
  }
  const colour = `var(--vscode-saliency-${toneOf(explanation, pushed)})`;
  const sign = `<span style="color:${colour};">${direction === 'for' ? '▲' : '▼'}</span>`;
  const label = `**${escaped(labelName(explanation.target))}**`;
  return direction === 'for'
    ? vscode.l10n.t('{0} {1} supports {2}', bold, sign, label)
    : vscode.l10n.t('{0} {1} contradicts {2}', bold, sign, label);
}

function scoreAndRank(explanation: Explanation, word: number): string {
  const { words, signed } = explanation;
  const { rank } = wordHighlights(explanation).emphasis[word];
  const value = score(words[word].score, signed);
  return rank === 1
    ? vscode.l10n.t('{0}, strongest of {1}', value, words.length)
    : vscode.l10n.t('{0}, rank {1} of {2}', value, rank, words.length);
}

function attentionShare(share: number, words: number): string {
  const { language } = vscode.env;
  return vscode.l10n.t('{0} (uniform share {1})', percent(share, language), percent(1 / words, language));
}

/** How much of the largest score of the text this one is: a bar of ten, in the colour of what the word supports. */
function bar(explanation: Explanation, word: number): string {
  const { words, signed } = explanation;
  const sizes = words.map(({ score: value }) => (signed ? Math.abs(value) : Math.max(0, value)));
  const part = sizes[word] / Math.max(...sizes);
  const filled = Math.round(BAR * part) || (part > 0 ? 1 : 0);
  const pushed = pushesTo(explanation, wordHighlights(explanation).emphasis[word].direction);
  const tone = pushed === undefined ? 'neutral' : toneOf(explanation, pushed);
  const full = `<span style="color:var(--vscode-saliency-${tone});">${'■'.repeat(filled)}</span>`;
  return `${filled > 0 ? full : ''}${'□'.repeat(BAR - filled)}`;
}

/** `positive 0.81 → 0.42, flips`. */
function withoutIt({ label, probabilities }: Explanation, without: NonNullable<WordFacts['without']>): string {
  const change = `${labelName(label)} ${wholePercent(probabilities[label])} → ${wholePercent(without.probabilities[label])}`;
  return without.label === label
    ? vscode.l10n.t('{0}, prediction stays', change)
    : vscode.l10n.t('{0}, changes to {1}', change, labelName(without.label));
}

/** `positive 214 · negative 12`: texts of the training with the word. */
function timesSeen(seen: NonNullable<WordFacts['seen']>): string {
  const counts = Object.entries(seen).sort((a, b) => b[1] - a[1]);
  return counts.map(([label, count]) => `${labelName(label)} ${whole(count)}`).join(' · ');
}

/** `attention 1st`, …: where the word stands by each. */
function otherMethods(others: NonNullable<WordFacts['others']>): string {
  if (others.length === 0) return vscode.l10n.t('the model has no others');
  return others.map(({ method, rank }) => vscode.l10n.t('{0}: rank {1}', methodName(method), rank)).join(' · ');
}

function links({ id }: ExplainedRange, word: number, { others }: WordFacts): string {
  const link = (title: string, command: string, ...args: readonly number[]): string =>
    `[${title}](command:saliency.${command}?${encodeURIComponent(JSON.stringify(args))})`;
  return [
    link(vscode.l10n.t('Open panel'), 'showPanel'),
    link(vscode.l10n.t('Next word'), 'nextWord', id, word),
    ...(others ? [] : [link(vscode.l10n.t('Other methods'), 'otherMethods', id, word)]),
    link(vscode.l10n.t('Choose method'), 'selectMethod'),
    link(vscode.l10n.t('Hide marks'), 'clear', id),
  ].join('&emsp;');
}
