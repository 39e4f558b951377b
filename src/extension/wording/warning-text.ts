import * as vscode from 'vscode';
import { LANGUAGE_CODES, type Language } from '../../shared/languages';
import type { Warning } from '../../shared/warning';
import { whole, wholePercent } from './figures';
import { labelName, languageName, listed } from './names';

/** A warning in the display language; one that is newer than this file as it is. */
export function warningText(warning: Warning): string {
  switch (warning.code) {
    case 'no-known-words':
      return vscode.l10n.t(
        'No word of this text is in the model’s vocabulary: the prediction does not depend on the text.',
      );
    case 'unknown-words':
      return vscode.l10n.t('{0} % of the words are unknown to this model.', warning.percent);
    case 'longer-than-trained':
      return vscode.l10n.t(
        'The text has {0} words; this model was trained on at most {1}.',
        whole(warning.words),
        whole(warning.trained),
      );
    case 'tie':
      return vscode.l10n.t('The prediction is a tie: {0} {1}, {2} {3}.', ...tied(warning));
    case 'near-tie':
      return vscode.l10n.t('The prediction is a close call: {0} {1}, {2} {3}.', ...tied(warning));
    case 'not-complete':
      return vscode.l10n.t(
        'The scores should sum to {1} (logits) but are off by {0}: treat them as approximate.',
        warning.delta,
        warning.difference,
      );
    case 'relevance-unstable':
      return vscode.l10n.t(
        'The relevances of the words cancel out: they are {0} times as large as the logit together. Choose another method for this text.',
        warning.times,
      );
    case 'relevance-kept':
      return vscode.l10n.t('{0} % of the logit went to the model’s biases instead of to words.', warning.percent);
    case 'no-language':
      return vscode.l10n.t(
        'The text has no {0} words: it was read as {1}.',
        eitherOf(LANGUAGE_CODES.map(languageName)),
        languageName(warning.readAs),
      );
    case 'other-language': {
      const { found, readAs } = warning;
      return vscode.l10n.t('The text is {0}, but it was read as {1}.', languageName(found), languageName(readAs));
    }
    case 'mixed-languages':
      return vscode.l10n.t(
        'The text mixes languages ({0}): it was read as {1}.',
        listed(LANGUAGE_CODES.flatMap((code) => wordsOf(code, warning[code]))),
        languageName(warning.readAs),
      );
    default:
      return (warning as Warning).message;
  }
}

const wordsOf = (language: Language, count: number | undefined): string[] =>
  count === undefined ? [] : [vscode.l10n.t('{0} words: {1}', languageName(language), whole(count))];

const eitherOf = (names: readonly string[]): string =>
  new Intl.ListFormat(vscode.env.language, { type: 'disjunction' }).format(names);

function tied({ labels, probabilities }: Extract<Warning, { code: 'tie' | 'near-tie' }>): string[] {
  return labels.flatMap((label, index) => [labelName(label), wholePercent(probabilities[index])]);
}
