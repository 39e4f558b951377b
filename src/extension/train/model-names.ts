import * as vscode from 'vscode';
import type { Language } from '../../shared/languages';
import { languageName } from '../wording/names';

/** Longest name of a model: it is a folder's, too. */
const MOST = 60;

/** `english-support-tickets`, and a number where there is one already. */
export function suggestedName(language: Language, source: string, taken: readonly string[]): string {
  const stem = source.replace(/(\.saliency)?(\.[a-z]+)?(\.gz)?$/i, '');
  const plain = `${languageName(language)} ${stem}`
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, MOST - 4)
    .replace(/-+$/, '');
  const names = new Set(taken.map((name) => name.toLowerCase()));
  for (let count = 1; ; count++) {
    const name = count === 1 ? plain : `${plain}-${count}`;
    if (!names.has(name)) return name;
  }
}

/** What is wrong with a name, as a sentence; undefined: nothing. */
export function nameProblem(name: string, taken: readonly string[]): string | undefined {
  if (name.trim() === '') return vscode.l10n.t('The new model needs a name.');
  if (!/^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*$/u.test(name) || name.endsWith('.'))
    return vscode.l10n.t(
      'A name has letters, digits, dots, hyphens and underscores, and begins with a letter or digit.',
    );
  if (name.length > MOST) return vscode.l10n.t('A name has at most {0} characters.', MOST);
  if (/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(name))
    return vscode.l10n.t('No folder can have this name on Windows.');
  const there = taken.some((other) => other.toLowerCase() === name.toLowerCase());
  return there ? vscode.l10n.t('There is a model of this name already.') : undefined;
}
