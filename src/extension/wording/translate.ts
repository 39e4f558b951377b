import * as vscode from 'vscode';
import type { TranslatedSentence } from '../../shared/strings/translated';

/** A sentence of `src/shared/strings/` in the language of the editor, with `values` for `{0}`, `{1}` … */
export const translate = (sentence: TranslatedSentence, ...values: readonly string[]): string =>
  typeof sentence === 'string'
    ? vscode.l10n.t(sentence, ...values)
    : vscode.l10n.t({ message: sentence.message, comment: [...sentence.comment], args: [...values] });
