import * as vscode from 'vscode';
import { kindOfSource } from '../../shared/text-kinds';
import { TEXT_KIND_WORDING } from '../../shared/strings/kinds';
import type { ModelSummary } from '../../shared/protocol/explainer';
import { megabytes, whole } from '../wording/figures';
import { languageName, modelTitle } from '../wording/names';
import { translate } from '../wording/translate';

/** A model in a list, with the figures of its card. */
export interface ModelItem extends vscode.QuickPickItem {
  readonly model: ModelSummary;
}

export function modelItem(model: ModelSummary, ...more: readonly string[]): ModelItem {
  const title = modelTitle(model.name);
  const facts = [...(title === model.name ? [] : [model.name]), languageName(model.language)];
  if (model.bytes > 0) facts.push(megabytes(model.bytes));
  if (model.speed !== undefined)
    facts.push(vscode.l10n.t('{0} ms for {1} words', model.speed.milliseconds.toFixed(1), whole(model.speed.words)));
  const description = [...facts, ...more].join(' · ');
  return { label: title, description, detail: problemOrFigures(model), model };
}

function problemOrFigures({ problem, measured }: ModelSummary): string {
  if (problem !== undefined)
    return `$(warning) ${vscode.l10n.t('This model cannot be used: one of its files is damaged, missing or not its own. The log has the details.')}`;
  const figures = measured.map(({ data, accuracy, n }) => {
    const kind = kindOfSource(data);
    const name = kind ? translate(TEXT_KIND_WORDING[kind]) : data;
    return vscode.l10n.t('accuracy {0} % on {1} (n = {2})', (accuracy * 100).toFixed(1), name, whole(n));
  });
  return figures.length > 0 ? figures.join(' · ') : vscode.l10n.t('no measured figures');
}
