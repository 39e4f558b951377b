import * as vscode from 'vscode';
import { pointsText } from '../../shared/points';

/** A contribution with its unit: `+17 points`. */
export function pointsWithUnit(points: number): string {
  const figure = pointsText(points);
  if (/^[+−]1$/.test(figure)) return vscode.l10n.t('{0} point', figure);
  return vscode.l10n.t({
    message: '{0} points',
    args: [figure],
    comment: ['Percentage points of probability, as “+17 points”'],
  });
}

/** `+10 points, 4th of 8`: of the highlights of a text. */
export function contributionText(points: number, rank: number, of: number): string {
  if (of === 1) return vscode.l10n.t('{0}, the only highlight', pointsWithUnit(points));
  return vscode.l10n.t({
    message: '{0}, {1} of {2}',
    args: [pointsWithUnit(points), ordinal(rank), of],
    comment: ['A contribution, and its place among the highlights: “+10 points, 4th of 8”; a plain number in Chinese'],
  });
}

/** 1st, 2nd, …; a plain number where the language has no such ending. */
function ordinal(rank: number): string {
  if (vscode.env.language.startsWith('zh')) return String(rank);
  const ending = { one: 'st', two: 'nd', few: 'rd', other: 'th' } as Readonly<Record<string, string>>;
  return `${rank}${ending[ORDINALS.select(rank)]}`;
}

const ORDINALS = new Intl.PluralRules('en', { type: 'ordinal' });
