import { writeFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { runRecordOf, type RunToRecord } from '../../annotate/run-record';
import { runRecordFile } from '../../findings/review/beside';
import { installedVersion } from '../input/resources';

/** Writes how results were made beside them, so that their overview can read the files again. @param files as they were named */
export async function writeRunRecord(
  results: string,
  files: readonly string[],
  made: Omit<RunToRecord, 'sources' | 'version'>,
): Promise<void> {
  const sources = files.map((file) => relative(dirname(resolve(results)), resolve(file)).replaceAll('\\', '/'));
  const record = runRecordOf({ ...made, sources, version: await installedVersion() });
  await writeFile(runRecordFile(results), `${JSON.stringify(record, undefined, 2)}\n`);
}
