import * as vscode from 'vscode';
import type { Sentence } from '../../shared/strings/translated';

/** A sentence of `src/shared/strings/` in the language of the editor. */
export const translate = (sentence: Sentence): string =>
  typeof sentence === 'string'
    ? vscode.l10n.t(sentence)
    : vscode.l10n.t({ message: sentence.message, comment: [...sentence.comment] });
