import * as vscode from 'vscode';
import type { LoadViews } from '../activate/load-views';
import type { TextExplainer } from '../ranges/explain-texts';

/** As in `languageModelTools` of the manifest. */
const NAME = 'explain_sentiment';

/** Lets agents ask why a text reads as it does. Editors without the API of language-model tools have none. */
export function registerTool(texts: TextExplainer, views: LoadViews): vscode.Disposable[] {
  const lm = vscode.lm as Partial<typeof vscode.lm> | undefined;
  if (typeof lm?.registerTool !== 'function') return [];
  const tool: vscode.LanguageModelTool<unknown> = {
    prepareInvocation: () => ({ invocationMessage: vscode.l10n.t('Explaining sentiment') }),
    invoke: async ({ input }, token) => (await views()).answerAgent(texts, input, token),
  };
  return [lm.registerTool(NAME, tool)];
}
