import * as vscode from 'vscode';
import type { Explainer } from '../../shared/protocol/explainer';
import type { Counterfactual, Counterfactuals, Replacement } from '../../shared/studies';
import type { Explanation } from '../../shared/explanation';
import { LruCache } from '../../shared/lru-cache';
import type { ExplainedRange, ExplainedRanges } from '../ranges/current-explanation';
import { wholePercent } from '../wording/figures';
import { labelName } from '../wording/names';
import { rangeOf } from '../highlights/painter';

/** Finding what flips a prediction takes long for long texts: they are asked about only by hand, up to this length. */
const MOST_WORDS = 400;
const KEPT = 32;

/**
 * Quick fixes on explained text: changes that a person would make and that flip the prediction. Each is an edit like any
 * other of the editor: shown before it is made, and undone in one step.
 */
export class FlipActions implements vscode.CodeActionProvider {
  private readonly found = new LruCache<Explanation, Counterfactuals>(KEPT);

  constructor(
    private readonly ranges: ExplainedRanges,
    private readonly explainer: Pick<Explainer, 'counterfactuals'>,
  ) {}

  async provideCodeActions(
    document: vscode.TextDocument,
    selection: vscode.Range,
    { triggerKind }: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeAction[]> {
    const range = this.rangeAt(document, selection);
    if (!range || range.explanation.words.length > MOST_WORDS) return [];
    const known = this.found.get(range.explanation);
    // While the cursor moves nothing is searched for: the light bulb says that there is something to ask.
    if (!known && triggerKind === vscode.CodeActionTriggerKind.Automatic) return [question()];
    const counterfactuals = known ?? (await this.search(range.explanation, token));
    const now = this.ranges.find(range.id);
    if (!counterfactuals || now?.explanation !== range.explanation || now.stale) return [];
    return actionsOf(document, now, counterfactuals);
  }

  /** The range whose text is selected in part, or holds the cursor; an edited one no longer says what flips it. */
  private rangeAt(document: vscode.TextDocument, selection: vscode.Range): ExplainedRange | undefined {
    const [start, end] = [document.offsetAt(selection.start), document.offsetAt(selection.end)];
    return this.ranges.of(document.uri).find((range) => !range.stale && range.start <= end && start <= range.end);
  }

  private async search(
    explanation: Explanation,
    token: vscode.CancellationToken,
  ): Promise<Counterfactuals | undefined> {
    const abort = new AbortController();
    const cancelled = token.onCancellationRequested(() => abort.abort(new vscode.CancellationError()));
    const { text, language, model, method, target } = explanation;
    try {
      const found = await this.explainer.counterfactuals({ text, language, model, method, target }, abort.signal);
      this.found.set(explanation, found);
      return found;
    } catch (error) {
      if (token.isCancellationRequested) return undefined;
      throw error;
    } finally {
      cancelled.dispose();
    }
  }
}

/** So many are offered. */
const OFFERED = 3;

/** What a person would write; the fewest words whose removal flips the prediction leave a text with a hole. */
function actionsOf(
  document: vscode.TextDocument,
  range: ExplainedRange,
  { replacements }: Counterfactuals,
): vscode.CodeAction[] {
  return replacements.found.slice(0, OFFERED).map((found) => action(document, range, found, replacementText(found)));
}

function replacementText({ from, to }: Replacement): string {
  return to === ''
    ? vscode.l10n.t('Remove {0}', vscode.l10n.t('“{0}”', from))
    : vscode.l10n.t('Replace “{0}” by “{1}”', from, to);
}

function action(
  document: vscode.TextDocument,
  range: ExplainedRange,
  { edits, label, probabilities }: Counterfactual,
  what: string,
): vscode.CodeAction {
  const becomes = vscode.l10n.t('becomes {0} {1}', labelName(label), wholePercent(probabilities[label]));
  const title = vscode.l10n.t({ message: '{0}: {1}', args: [what, becomes], comment: ['A name and its value'] });
  const made = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  made.edit = new vscode.WorkspaceEdit();
  for (const { start, end, newText } of edits)
    made.edit.replace(document.uri, rangeOf(document, { start: range.start + start, end: range.start + end }), newText);
  return made;
}

function question(): vscode.CodeAction {
  const asks = new vscode.CodeAction(
    vscode.l10n.t('What would change the prediction…'),
    vscode.CodeActionKind.QuickFix,
  );
  asks.command = { title: asks.title, command: 'editor.action.quickFix' };
  return asks;
}
