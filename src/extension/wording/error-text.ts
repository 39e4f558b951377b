import * as vscode from 'vscode';
import type { SaliencyError } from '../../shared/saliency-error';
import type { Language } from '../../shared/languages';
import { whole } from './figures';
import { labelName, languageName, listed, methodName } from './names';

/** An error for people, in the display language. Details that only exist in English stand in the log. */
export function errorText(error: SaliencyError): string {
  const text = (name: string): string => String(error.data[name] ?? '');
  const list = (name: string): readonly string[] => [error.data[name] ?? []].flat().map(String);
  const language = (name: string): string => languageName(text(name) as Language);
  switch (error.code) {
    case 'no-words':
      return vscode.l10n.t('There are no words in this text.');
    case 'too-long': {
      const [length, most] = ['length', 'most'].map((name) => whole(Number(error.data[name])));
      return vscode.l10n.t('The text is too long: {0} characters; at most {1} are explained at a time.', length, most);
    }
    case 'wrong-language':
      return vscode.l10n.t(
        'The model “{0}” is for {1} texts, not for {2} ones.',
        text('model'),
        language('language'),
        language('asked'),
      );
    case 'unknown-model':
      return vscode.l10n.t('There is no model “{0}”. There are: {1}.', text('model'), listed(list('models')));
    case 'no-model':
      return vscode.l10n.t(
        'There is no model for {0} texts. There are: {1}.',
        language('language'),
        listed(list('models')),
      );
    case 'damaged-model':
      return vscode.l10n.t(
        'Model “{0}”: {1} is damaged, missing or not of this model. Copy the model again from where it came, or remove its folder.',
        text('model'),
        text('file'),
      );
    case 'newer-model':
      return vscode.l10n.t(
        'Model “{0}” is stored in a newer format than this version knows. Update Saliency.',
        text('model'),
      );
    case 'damaged-vocabulary':
      return vscode.l10n.t(
        'The vocabulary of the model is damaged. Copy the model again from where it came, or remove its folder.',
      );
    case 'unknown-architecture':
      return vscode.l10n.t('The model is of a kind that this version does not know. Update Saliency.');
    case 'damaged-installation':
    case 'damaged-segmenter':
      return vscode.l10n.t('A file of Saliency is damaged or missing. Install Saliency again.');
    case 'unknown-target':
      return vscode.l10n.t(
        'The model “{0}” has no label “{1}”. It has: {2}.',
        text('model'),
        text('label'),
        listed(list('labels').map(labelName)),
      );
    case 'unknown-method':
    case 'method-not-offered':
      return vscode.l10n.t(
        'The model “{0}” does not offer the method “{1}”. It offers: {2}.',
        text('model'),
        text('method'),
        listed(list('offered').map(methodName)),
      );
    case 'method-not-signed':
      return vscode.l10n.t(
        'The method “{0}” cannot tell one label from another. For that the model “{1}” offers: {2}.',
        methodName(text('method')),
        text('model'),
        listed(list('offered').map(methodName)),
      );
    case 'same-labels':
      return vscode.l10n.t('Choose two different labels to compare: {0}.', listed(list('labels').map(labelName)));
    case 'too-many-words':
      return vscode.l10n.t(
        'Shapley values are for texts of up to {0} words that the model knows; this one has {1}. Select less, or choose another method.',
        text('most'),
        text('words'),
      );
    case 'relevance-overflow':
      return vscode.l10n.t(
        'Relevance propagation runs out of numbers on this text ({0} words). Select less, or choose another method.',
        text('words'),
      );
    case 'worker-crashed':
      return vscode.l10n.t('The part that explains stopped. Please try again.');
    case 'closed':
      return vscode.l10n.t('Saliency was closed.');
    case 'internal':
      return vscode.l10n.t('Saliency failed at this text, which is a fault of its own. The log has the details.');
    default:
      return error.message;
  }
}
