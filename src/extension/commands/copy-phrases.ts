import * as vscode from 'vscode';
import { textOf, wordHighlights } from '../highlights/highlights';
import type { CommandServices } from './command';

/** Copies the highlighted phrases of the current explanation, one a line, in text order. */
export async function copyPhrases({ current }: Pick<CommandServices, 'current'>): Promise<void> {
  const explanation = current.current?.explanation;
  if (!explanation) return;
  const shown = wordHighlights(explanation).highlights.filter(({ step }) => step > 0);
  await vscode.env.clipboard.writeText(shown.map((each) => textOf(explanation, each)).join('\n'));
}
