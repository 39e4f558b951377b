import * as vscode from 'vscode';
import type { ModelSummary } from '../../engine/explainer';
import { megabytes } from '../figures';
import { languageName } from '../names';
import type { Parts } from '../parts';
import { reportError } from '../report-error';
import { changeSetting } from '../settings';

interface ModelItem extends vscode.QuickPickItem {
  readonly model: ModelSummary;
}

/** Lets the person choose the model of a language; what is shown in that language is explained anew with it. */
export async function selectModel({ current, explainer, log }: Parts): Promise<void> {
  try {
    const shown = current.current?.explanation;
    const models = await explainer.models();
    const items = models.map((model) => itemOf(model, model.name === shown?.model));
    const title = vscode.l10n.t('Which model is to judge texts of its language?');
    const chosen = await vscode.window.showQuickPick(items, { title, matchOnDescription: true, matchOnDetail: true });
    if (!chosen) return;
    const { name, language } = chosen.model;
    await changeSetting(`model.${language}`, name);
    if (shown?.language === language) await current.explainAgain({ model: name });
  } catch (error) {
    await reportError(error, log);
  }
}

function itemOf(model: ModelSummary, isShown: boolean): ModelItem {
  const facts = [languageName(model.language)];
  if (model.bytes > 0) facts.push(megabytes(model.bytes));
  if (isShown) facts.push(vscode.l10n.t('shown now'));
  return { label: model.name, description: facts.join(' · '), detail: problemOrFigures(model), model };
}

function problemOrFigures({ problem, measured }: ModelSummary): string {
  if (problem !== undefined) return `$(warning) ${problem}`;
  const figures = measured.map(({ data, accuracy, n }) =>
    vscode.l10n.t(
      '{0} % right on {1} (n = {2})',
      (accuracy * 100).toFixed(1),
      data,
      n.toLocaleString(vscode.env.language),
    ),
  );
  return figures.length > 0 ? figures.join(' · ') : vscode.l10n.t('no measured figures');
}
