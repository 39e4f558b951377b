import { ARCHITECTURE_WORDING, architectureInName } from '../../shared/strings/architectures';
import { LANGUAGE_WORDING } from '../../shared/strings/languages';
import * as vscode from 'vscode';
import type { Explanation, Label } from '../../shared/explanation';
import { isMethod } from '../../shared/methods';
import { LABEL_WORDING, SHORT_LABEL_WORDING } from '../../shared/strings/labels';
import { METHOD_WORDING } from '../../shared/strings/methods';
import { LANGUAGE_CODES, type Language } from '../../shared/languages';
import { capitalised } from '../../shared/strings/capitalised';
import { translate } from './translate';

/** A label in the display language; a model's own labels stay as they are. */
export const labelName = (label: Label): string =>
  Object.hasOwn(LABEL_WORDING, label) ? translate(LABEL_WORDING[label]) : label;

/** A label in a few letters, where it is one of those that shipped models use. */
export const shortLabelName = (label: Label): string =>
  Object.hasOwn(SHORT_LABEL_WORDING, label) ? translate(SHORT_LABEL_WORDING[label]) : label;

export const methodName = (method: string): string =>
  isMethod(method) ? translate(METHOD_WORDING[method].title) : method;

/** By which method the words are scored, and for which label: `gradient × input, for positive`. */
export function questionText({ method, signed, target, against }: Explanation): string {
  const name = methodName(method);
  if (!signed) return vscode.l10n.t('{0} (importance, without direction)', name);
  return against === undefined
    ? vscode.l10n.t('{0}, for {1}', name, labelName(target))
    : vscode.l10n.t('{0}, for {1} rather than {2}', name, labelName(target), labelName(against));
}

export const languageName = (language: Language): string => translate(LANGUAGE_WORDING[language]);

/** A model as people read it: the default of a language by its language, a packaged one by its network, others by their own names. */
export function modelTitle(name: string): string {
  const language = LANGUAGE_CODES.find((code) => code === name);
  if (language) return vscode.l10n.t('{0} (default)', capitalised(languageName(language)));
  const architecture = architectureInName(name);
  return architecture ? translate(ARCHITECTURE_WORDING[architecture]) : name;
}

/** The model with the language that it reads, which the default of a language has in its title. */
export const modelWithLanguage = ({ model, language }: Pick<Explanation, 'model' | 'language'>): string =>
  [modelTitle(model), ...(model === language ? [] : [languageName(language)])].join(' · ');

/** Names one after the other, as the display language parts them. */
export function listed(names: readonly string[]): string {
  if (names.length === 0) return vscode.l10n.t('none');
  return names.join(vscode.l10n.t({ message: ', ', comment: ['Between the names of a list'] }));
}
