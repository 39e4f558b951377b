import * as vscode from 'vscode';
import type { RunCounts } from '../../annotate/run';
import type { RunSummary } from '../../annotate/run-summary';
import { runRecordOf } from '../../annotate/run-record';
import { runRecordFile } from '../../findings/review/beside';
import type { FileReading } from '../../records/reading';
import type { RunRecord } from '../../shared/findings/run-record';
import type { KnownRun } from './runs';
import { parentOf } from '../files/paths';
import { writeWhole } from './write-whole';

/** `reviews.saliency.ndjson` → `reviews.saliency.run.json`. */
const besideOf = (results: vscode.Uri): vscode.Uri => results.with({ path: runRecordFile(results.path) });

/** How the results were made, if that is stored beside them. */
export async function readRunRecord(results: vscode.Uri): Promise<RunRecord | undefined> {
  try {
    const bytes = await vscode.workspace.fs.readFile(besideOf(results));
    const record = JSON.parse(new TextDecoder().decode(bytes)) as RunRecord;
    return record.version === 1 ? record : undefined;
  } catch {
    return undefined;
  }
}

/** The facts about a finished run that its record needs. */
interface FinishedRun {
  readonly run: KnownRun;
  readonly done: RunCounts & RunSummary;
  readonly seconds: number;
  readonly version: string;
  /** How its first file is read. */
  readonly reading: FileReading | undefined;
}

/** Writes how the results were made beside them: a colleague's overview can read the files again. */
export async function writeRunRecord(results: vscode.Uri, finished: FinishedRun): Promise<void> {
  const { run, done, seconds, version, reading: found } = finished;
  const { question, also, input } = run;
  const sources = input.sources.map(({ name }) => name);
  const record = runRecordOf({ sources, reading: input.reading, question, also, done, seconds, version, found });
  await writeWhole(besideOf(results), `${JSON.stringify(record, undefined, 2)}\n`);
}

/** The run that a record tells of, with its files beside the results; undefined: it does not say enough. */
export function runOf(results: vscode.Uri, record: RunRecord | undefined): KnownRun | undefined {
  const { reading, question, also } = (record?.options ?? {}) as Partial<KnownRun> & {
    reading?: KnownRun['input']['reading'];
  };
  if (!record || !reading || !question) return undefined;
  const folder = parentOf(results);
  const sources = record.sources.map((name) => ({ address: vscode.Uri.joinPath(folder, name).toString(), name }));
  return { input: { sources, reading }, question, also: also ?? 'none', open: false };
}
