import * as vscode from 'vscode';
import type { RunRecord } from '../../shared/findings/run-record';

/** `reviews.saliency.ndjson` → `reviews.saliency.run.json`. */
const besideOf = (results: vscode.Uri): vscode.Uri =>
  results.with({ path: results.path.replace(/(\.ndjson)?(\.gz)?$/, '.run.json') });

/** How the results were made, where that stands beside them. */
export async function readRunRecord(results: vscode.Uri): Promise<RunRecord | undefined> {
  try {
    const bytes = await vscode.workspace.fs.readFile(besideOf(results));
    const record = JSON.parse(new TextDecoder().decode(bytes)) as RunRecord;
    return record.version === 1 ? record : undefined;
  } catch {
    return undefined;
  }
}
