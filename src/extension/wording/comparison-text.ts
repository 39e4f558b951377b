import * as vscode from 'vscode';
import type { ModelSummary } from '../../shared/protocol/explainer';
import type { Explanation } from '../../shared/explanation';
import { score } from './figures';
import { markdownTable } from './markdown-table';
import { labelName, methodName } from './names';
import { predictionText } from './prediction';

/**
 * One text as several models read it: a Markdown table of their predictions, and one of their scores word by word. Models
 * cut a text into the same words where their language is the same; a word that one has not stays empty there.
 */
export function comparisonText(explanations: readonly Explanation[], models: readonly ModelSummary[]): string {
  const [{ text }] = explanations;
  const accuracy = (name: string): string => {
    const measured = models.find((model) => model.name === name)?.measured.at(0);
    return measured ? `${(measured.accuracy * 100).toFixed(1)} %` : '';
  };
  const verdicts = explanations.map((each) => [
    each.model,
    predictionText(each),
    each.signed
      ? vscode.l10n.t('{0}, for {1}', methodName(each.method), labelName(each.target))
      : methodName(each.method),
    accuracy(each.model),
  ]);
  const head = [vscode.l10n.t('Model'), vscode.l10n.t('Verdict'), vscode.l10n.t('Method'), vscode.l10n.t('Accuracy')];
  const places = [...new Set(explanations.flatMap(({ words }) => words.map(({ start }) => start)))].sort(
    (a, b) => a - b,
  );
  const rows = places.map((place) => {
    const found = explanations.map(({ words, signed }) => ({
      signed,
      word: words.find(({ start }) => start === place),
    }));
    const written = found.find(({ word }) => word !== undefined)!.word!.text;
    return [written, ...found.map(({ signed, word }) => (word ? score(word.score, signed) : ''))];
  });
  return [
    `# ${vscode.l10n.t('Comparison of models')}`,
    text.replace(/^/gm, '> '),
    markdownTable([head, ...verdicts]),
    markdownTable([[vscode.l10n.t('Word'), ...explanations.map(({ model }) => model)], ...rows]),
    `${vscode.l10n.t('Scores of different methods have different units: compare which words lead, not the figures.')}\n`,
  ].join('\n\n');
}
