import type * as vscode from 'vscode';
import { openFile } from './annotate';
import type { CommandServices } from './command';

/** @param more all that are selected in the explorer */
export async function train(
  { training }: CommandServices,
  uri?: vscode.Uri,
  more?: readonly vscode.Uri[],
): Promise<void> {
  const all = await training();
  await all.train(more?.length ? more : [uri ?? (await openFile())]);
}

/** @param rows numbers of rows of the results; left out: all that were reviewed */
export async function improveModel(
  { training }: CommandServices,
  results: vscode.Uri,
  rows?: readonly number[],
): Promise<void> {
  await (await training()).improve(results, rows);
}

export async function resumeTraining({ training }: CommandServices): Promise<void> {
  await (await training()).resume();
}

export async function showTraining({ training }: CommandServices): Promise<void> {
  await (await training()).show();
}
