import type { RunRecord } from '../../shared/findings/run-record';

/** The record of how results were made: `reviews.saliency.ndjson` → `reviews.saliency.run.json`. */
export const runRecordFile = (results: string): string => results.replace(/(\.ndjson)?(\.gz)?$/, '.run.json');

/** Reads such a record; undefined if the text is none, or one of a later version. */
export function readRun(written: string): RunRecord | undefined {
  let value: unknown;
  try {
    value = JSON.parse(written);
  } catch {
    return undefined;
  }
  const { version, date, sources, models } = (value ?? {}) as Partial<RunRecord>;
  const isRun = version === 1 && typeof date === 'string' && Array.isArray(sources) && Array.isArray(models);
  return isRun ? (value as RunRecord) : undefined;
}
