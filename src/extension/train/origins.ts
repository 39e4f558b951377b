import * as vscode from 'vscode';
import { whole } from '../wording/figures';
import { readRunRecord, runOf } from '../annotate/run-record-file';
import { KnownRuns } from '../annotate/runs';
import { ViewFile } from '../annotate/saved-view';
import { withShownLabels } from '../annotate/shown-labels';
import { labelledFiles } from '../annotate/sources';
import { namedFile, parentOf } from '../files/paths';
import { SaliencyError } from '../../shared/saliency-error';
import type { DraftOrigin } from './draft';
import { reviewedName, reviewedRows } from './reviewed-rows';

/** Files with labels, as they were chosen; of folders those in them. @throws SaliencyError `nothing-to-annotate` */
export async function filesOrigin(chosen: readonly vscode.Uri[]): Promise<DraftOrigin> {
  const files = await labelledFiles(chosen);
  const names = files.map(namedFile);
  const source = names.length === 1 ? names[0].name : vscode.l10n.t('{0} files', whole(names.length));
  return { sources: names, source, folder: parentOf(files[0]) };
}

/** What was reviewed of results, with the labels that their files have. @throws SaliencyError `nothing-to-annotate` */
export async function reviewsOrigin(
  results: vscode.Uri,
  memory: vscode.Memento,
  rows?: readonly number[],
): Promise<DraftOrigin> {
  const reviewed = await reviewedRows(results, rows && new Set(rows));
  if (reviewed.rows.length === 0)
    throw new SaliencyError(
      vscode.l10n.t('Nothing was reviewed yet: accept or correct some predictions first.'),
      'nothing-to-annotate',
    );
  const record = await readRunRecord(results);
  const run = new KnownRuns(memory).of(results) ?? runOf(results, record);
  return {
    sources: run?.input.sources ?? [],
    ...(run && { reading: withShownLabels(run.input.reading, record?.meaning, await ViewFile.beside(results).read()) }),
    reviewed,
    source: reviewedName(results),
    folder: parentOf(results),
  };
}
