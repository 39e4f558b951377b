import type { AnnotateQuestion } from './annotate';
import type { RunCounts } from './run';
import type { RunSummary } from './run-summary';
import { columnOf, type FileReading, type ReadOptions } from '../records/reading';
import type { RunRecord } from '../shared/findings/run-record';

/** The facts about a finished run that its record needs. */
export interface RunToRecord {
  /** Names of the files that were read, relative to the results. */
  readonly sources: readonly string[];
  readonly reading: ReadOptions;
  readonly question: AnnotateQuestion;
  /** What else the run writes beside the rows; left out: nothing. */
  readonly also?: string;
  readonly done: RunCounts & RunSummary;
  readonly seconds: number;
  /** Of Saliency. */
  readonly version: string;
  /** How its first file was read. */
  readonly found: FileReading | undefined;
}

/** How results were made, as it stands beside them: an overview can then read the files again. */
export function runRecordOf(made: RunToRecord): RunRecord {
  const { found, done, reading, question, also = 'none' } = made;
  const roles = ['text', 'label', 'date', 'group', 'id'] as const;
  const columns = roles.flatMap((role) => {
    const name = found && columnOf(found, role);
    return name === undefined ? [] : [[role, name] as const];
  });
  return {
    version: 1,
    saliency: made.version,
    date: new Date().toISOString(),
    seconds: Math.round(made.seconds * 10) / 10,
    sources: made.sources,
    rows: done.rows,
    errors: done.errors,
    ...(columns.length > 0 && { columns: Object.fromEntries(columns) }),
    models: done.models.map((name) => ({ name })),
    ...(done.methods.length > 0 && { method: done.methods[0] }),
    options: { reading, question, also },
  };
}
