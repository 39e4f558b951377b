import * as vscode from 'vscode';
import { pushesTo } from '../../shared/emphasis';
import { toneOf } from '../../shared/tone';
import type { Explanation } from '../../shared/explanation';
import { faintnessOf } from '../../shared/highlights';
import { shareOfTarget } from '../../shared/points';
import { PANEL_TOP_SENTENCES } from '../../shared/strings/panel-top';
import { highlightAt, textOf, wordHighlights } from '../highlights/highlights';
import { colourVariable } from '../highlights/palette';
import type { ExplainedRange } from '../ranges/current-explanation';
import { escapedMarkdown } from '../wording/escaped-markdown';
import { percent, score, whole, wholePercent } from '../wording/figures';
import { labelName, listed, methodName } from '../wording/names';
import { contributionText, pointsWithUnit } from '../wording/points';
import { translate } from '../wording/translate';
import type { PredictionWithout } from './removals';
import type { PhraseWords, WordFacts } from './word-facts';

/** The commands that a hover may run. */
export const HOVER_COMMANDS = ['showPanel', 'nextHighlight', 'clear', 'otherMethods', 'logOdds'].map(
  (name) => `saliency.${name}`,
);

/** Methods that are named where they do not agree. */
const NAMED = 2;

/** What the hover over a word speaks of: the highlight that it stands in, else the word alone. */
export function highlightOrWordAt(explanation: Explanation, word: number): PhraseWords {
  return highlightAt(explanation, word) ?? { first: word, last: word + 1 };
}

/** Markdown with a little HTML about one phrase; every part that comes from the text is escapedMarkdown. */
export function hoverText(range: ExplainedRange, part: PhraseWords, facts: WordFacts = {}): string {
  const { explanation, stale } = range;
  const rows: [string, string][] = [];
  if (facts.without) rows.push([vscode.l10n.t('Without it'), change(explanation, facts.without)]);
  rows.push([vscode.l10n.t('Contribution'), contribution(explanation, part)]);
  if (facts.logOdds && explanation.signed)
    rows.push([vscode.l10n.t('Log-odds'), score(scoreOf(explanation, part), true)]);
  if (facts.others) rows.push([vscode.l10n.t('Other methods'), otherMethods(facts.others)]);
  rows.push([vscode.l10n.t('Words'), vocabulary(explanation, part)]);
  if (facts.seen) rows.push([vscode.l10n.t('Training frequency'), timesSeen(facts.seen)]);
  const faint = whyFaint(explanation, part);
  if (faint !== undefined) rows.push([vscode.l10n.t('Note'), faint]);
  if (stale) rows.push([vscode.l10n.t('Note'), vscode.l10n.t('the text around it has changed since')]);
  // A table of Markdown has to have a head: the first row is it.
  const [head, ...body] = rows.map(([name, value]) => `| ${escapedMarkdown(name)}&emsp; | ${escapedMarkdown(value)} |`);
  const table = [head, '|:--|:--|', ...body].join('\n');
  const twin = facts.twin && sameSaid(explanation, facts.twin);
  return [
    headline(explanation, part),
    table,
    ...(twin ? [escapedMarkdown(twin)] : []),
    '---',
    links(range, part, facts),
  ].join('\n\n');
}

function headline(explanation: Explanation, part: PhraseWords): string {
  const bold = `**${escapedMarkdown(textOf(explanation, part))}**`;
  const value = scoreOf(explanation, part);
  if (value === 0) return vscode.l10n.t('{0} has no effect here', bold);
  const direction = explanation.signed ? (value < 0 ? 'against' : 'for') : 'none';
  const pushed = pushesTo(explanation, direction);
  if (pushed === undefined) {
    const label = `**${escapedMarkdown(labelName(explanation.label))}**`;
    return highlightAt(explanation, part.first)
      ? vscode.l10n.t('{0} matters for the prediction {1}', bold, label)
      : vscode.l10n.t('{0} matters little for the prediction {1}', bold, label);
  }
  const colour = colourVariable(toneOf(explanation, pushed));
  const sign = `<span style="color:${colour};">${direction === 'for' ? '▲' : '▼'}</span>`;
  const label = `**${escapedMarkdown(labelName(explanation.target))}**`;
  return direction === 'for'
    ? vscode.l10n.t('{0} {1} supports {2}', bold, sign, label)
    : vscode.l10n.t('{0} {1} contradicts {2}', bold, sign, label);
}

function scoreOf({ words }: Explanation, { first, last }: PhraseWords): number {
  return words.slice(first, last).reduce((sum, word) => sum + word.score, 0);
}

/** `+10 points, 4th of 8`; of a method without sides its share. */
function contribution(explanation: Explanation, part: PhraseWords): string {
  const { points, shown } = wordHighlights(explanation);
  const highlight = highlightAt(explanation, part.first);
  if (!points) return percent(scoreOf(explanation, part), vscode.env.language);
  if (highlight) return contributionText(highlight.points ?? 0, highlight.rank, shown.length);
  const own = points.words.slice(part.first, part.last).reduce((sum, word) => sum + word, 0);
  return vscode.l10n.t('{0}, too little to be highlighted', pointsWithUnit(own));
}

/** Why the highlight of a phrase is faint, if it is for a reason that its figures do not tell. */
function whyFaint(explanation: Explanation, { first }: PhraseWords): string | undefined {
  const highlight = highlightAt(explanation, first);
  const why = highlight && faintnessOf(explanation, wordHighlights(explanation).shown);
  if (why === undefined || (why === 'neutral' && highlight?.direction !== 'for')) return undefined;
  return translate(PANEL_TOP_SENTENCES.faint[why]);
}

/** `72 % → 55 % positive`, and what it changes to. */
function change(explanation: Explanation, without: PredictionWithout): string {
  const [before, after] = [explanation.probabilities, without.probabilities].map((probabilities) =>
    wholePercent(shareOfTarget({ ...explanation, probabilities })),
  );
  const said = vscode.l10n.t('{0} → {1} {2}', before, after, labelName(explanation.target));
  return without.label === explanation.label
    ? said
    : vscode.l10n.t('{0}, changes to {1}', said, labelName(without.label));
}

/** `“awful” says the same; without both: 41 %.` */
function sameSaid(explanation: Explanation, { text, without }: NonNullable<WordFacts['twin']>): string {
  const both = wholePercent(shareOfTarget({ ...explanation, probabilities: without.probabilities }));
  return vscode.l10n.t('“{0}” says the same; without both: {1}.', text, both);
}

function vocabulary({ words }: Explanation, { first, last }: PhraseWords): string {
  const unknown = words.slice(first, last).filter(({ text, known }) => !known && /[\p{L}\p{N}]/u.test(text));
  if (unknown.length === 0) return vscode.l10n.t('in vocabulary');
  return vscode.l10n.t('{0} out of vocabulary', listed(unknown.map(({ text }) => vscode.l10n.t('“{0}”', text))));
}

/** `positive 214 · negative 12`: texts of the training with the word. */
function timesSeen(seen: NonNullable<WordFacts['seen']>): string {
  const counts = Object.entries(seen).sort((a, b) => b[1] - a[1]);
  return counts.map(([label, count]) => `${labelName(label)} ${whole(count)}`).join(' · ');
}

/** `4 of 5 agree; not: attention`. */
function otherMethods(others: NonNullable<WordFacts['others']>): string {
  if (others.length === 0) return vscode.l10n.t('the model has no others');
  const not = others.filter(({ agrees }) => !agrees).map(({ method }) => methodName(method));
  const said = vscode.l10n.t('{0} of {1} agree', others.length - not.length, others.length);
  return not.length > 0 && not.length <= NAMED ? vscode.l10n.t('{0}; not: {1}', said, listed(not)) : said;
}

function links({ id, explanation }: ExplainedRange, { first }: PhraseWords, { others, logOdds }: WordFacts): string {
  const link = (title: string, command: string, ...args: readonly number[]): string =>
    `[${title}](command:saliency.${command}?${encodeURIComponent(JSON.stringify(args))})`;
  return [
    link(vscode.l10n.t('Open Panel'), 'showPanel'),
    link(vscode.l10n.t('Next Highlight'), 'nextHighlight', id, first),
    ...(others ? [] : [link(vscode.l10n.t('Other Methods'), 'otherMethods', id, first)]),
    ...(explanation.signed
      ? [link(logOdds ? vscode.l10n.t('Without Log-Odds') : vscode.l10n.t('Log-Odds'), 'logOdds', id, first)]
      : []),
    link(vscode.l10n.t('Clear'), 'clear', id),
  ].join('&emsp;');
}
