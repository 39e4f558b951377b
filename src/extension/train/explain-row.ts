import * as vscode from 'vscode';
import type { RowResult } from '../../shared/fine-tuning';
import { showRow, type RowPlace } from '../annotate/show-row';
import type { TrainingParts } from './training-host';

/** Opens a row explained by the new model: in its file where its text stands there as it was read, else on its own. */
export async function explainRow(parts: TrainingParts, { text, place, row }: RowResult, model: string): Promise<void> {
  const found = place?.address === undefined ? undefined : await foundIn(place.address, text, place.line);
  await showRow(parts, found, { text, title: vscode.l10n.t('Row {0}', place?.line ?? row + 1), asked: { model } });
}

/** Where a text stands in a file of text: from its line on, else anywhere; not where it is written in another way. */
async function foundIn(address: string, text: string, line = 1): Promise<RowPlace | undefined> {
  const uri = vscode.Uri.parse(address);
  if (/\.(xlsx|xlsm|ods|zip|gz)$/i.test(uri.path)) return undefined;
  const document = await vscode.workspace.openTextDocument(uri).then(undefined, () => undefined);
  if (!document) return undefined;
  const whole = document.getText();
  const from = document.offsetAt(new vscode.Position(Math.min(Math.max(0, line - 1), document.lineCount - 1), 0));
  const near = whole.indexOf(text, from);
  const start = near >= 0 ? near : whole.indexOf(text);
  if (start < 0) return undefined;
  const range = new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
  return { document, range, isText: true };
}
