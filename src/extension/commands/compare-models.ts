import * as vscode from 'vscode';
import { comparisonText } from '../wording/comparison-text';
import type { ExplainedRange } from '../ranges/current-explanation';
import type { Services } from '../activate/services';
import { withPatience } from '../wording/progress';
import { explainHere } from './explain';
import { modelItem } from './model-item';

/** Explains one text by several models of its language, and shows their predictions and scores side by side. */
export async function compareModels(parts: Services): Promise<void> {
  const { explainer, texts, readOnly } = parts;
  const range = await toCompare(parts);
  if (!range) return;
  const { text, language, method } = range.explanation;
  const models = await explainer.models();
  const able = models.filter((model) => model.language === language && model.problem === undefined);
  const items = able.map((model) => ({ ...modelItem(model), picked: true }));
  const title = vscode.l10n.t('Which models are to be compared on this text?');
  const chosen = await vscode.window.showQuickPick(items, { title, canPickMany: true, matchOnDetail: true });
  if (!chosen || chosen.length === 0) return;
  const abort = new AbortController();
  // The settings may ask for a method; where a model lacks it, its own is taken.
  const asked = chosen.map(({ model }) => texts.ask({ text, model: model.name, preferred: { method } }, abort.signal));
  const cancel = (): void => abort.abort(new vscode.CancellationError());
  const explanations = await withPatience(vscode.l10n.t('Comparing models'), cancel, Promise.all(asked));
  await readOnly.show(
    `${vscode.l10n.t('Comparison')}.md`,
    comparisonText(explanations, models),
    vscode.ViewColumn.Active,
  );
}

/** What is selected, else what is current, else the paragraph of the cursor. */
async function toCompare(parts: Services): Promise<ExplainedRange | undefined> {
  const selected = vscode.window.activeTextEditor?.selection.isEmpty === false;
  if (!selected && parts.current.current) return parts.current.current;
  return (await explainHere(parts)).at(0);
}
