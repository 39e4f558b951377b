import * as vscode from 'vscode';
import { isLanguage, LANGUAGE_CODES } from '../../shared/languages';
import type { ExplainRequest } from '../../shared/protocol/explainer';
import { SaliencyError } from '../../shared/saliency-error';
import type { TextExplainer } from '../ranges/explain-texts';

/** Explains what an agent asks about. */
export async function answerAgent(
  texts: TextExplainer,
  input: unknown,
  token: vscode.CancellationToken,
): Promise<vscode.LanguageModelToolResult> {
  const abort = new AbortController();
  const cancelled = token.onCancellationRequested(() => abort.abort(new vscode.CancellationError()));
  try {
    if (token.isCancellationRequested) throw new vscode.CancellationError();
    return result(await texts.ask(requestIn(input), abort.signal));
  } catch (error) {
    // An agent can correct its request if the error names what is allowed: in English, like the answers.
    if (error instanceof SaliencyError) return result({ error: error.message, code: error.code });
    throw error;
  } finally {
    cancelled.dispose();
  }
}

/** What the schema of the manifest allows; the editor does not check it. @throws SaliencyError `wrong-input` */
function requestIn(input: unknown): ExplainRequest {
  const { text, ...rest } = (typeof input === 'object' && input !== null ? input : {}) as Record<string, unknown>;
  if (typeof text !== 'string') throw new SaliencyError('`text` must be a string: the text to explain.', 'wrong-input');
  const given = ['language', 'model', 'method', 'target'].filter((name) => rest[name] !== undefined);
  const wrong = given.find((name) => typeof rest[name] !== 'string');
  if (wrong !== undefined) throw new SaliencyError(`\`${wrong}\` must be a string.`, 'wrong-input');
  if (rest.language !== undefined && !isLanguage(rest.language))
    throw new SaliencyError(
      `\`language\` must be ${LANGUAGE_CODES.map((code) => `"${code}"`).join(' or ')}.`,
      'wrong-input',
    );
  return { text, ...Object.fromEntries(given.map((name) => [name, rest[name]])) };
}

function result(value: unknown): vscode.LanguageModelToolResult {
  return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(JSON.stringify(value))]);
}
