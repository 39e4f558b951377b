import { isRefusal } from '../shared/protocol/batch';
import { SaliencyError } from '../shared/saliency-error';
import { annotate, type AnnotatedRecord, type AnnotateQuestion, type Worker } from './annotate';
import { SourceDigest, type Checkpoint } from './checkpoint';
import type { SourceRecord } from '../records/record';
import type { RowWriter } from './writers/row-writer';

/** Where rows go. */
export interface RowSink {
  /**
   * Writes text, and resolves when more can be written; the checkpoint is the state of the run after it (none: at the
   * end).
   */
  write(text: string, checkpoint?: () => Checkpoint): Promise<void>;
}

/** One run over all records of all sources. */
export interface Run {
  readonly records: AsyncIterable<readonly SourceRecord[]>;
  readonly workers: readonly Worker[];
  readonly question: AnnotateQuestion;
  readonly writer: RowWriter;
  readonly sink: RowSink;
  /** The checkpoint of an earlier run, whose rows are in the sink already. */
  readonly resumed?: Checkpoint;
  readonly signal?: AbortSignal;
  /** Called after every piece. */
  readonly tell?: (done: RunCounts, rows: readonly AnnotatedRecord[]) => void;
}

/** How many rows there are so far, and how many of them are errors; earlier runs included. */
export interface RunCounts {
  readonly rows: number;
  readonly errors: number;
}

/**
 * Annotates everything and writes it to the sink. Rejects with the signal's reason when aborted: what was written by
 * then is whole rows, in order, from the first.
 *
 * @throws SaliencyError `other-source` where what is read is not what the earlier run had read
 */
export async function annotateAll(run: Run): Promise<RunCounts> {
  const { workers, question, writer, sink, resumed, signal } = run;
  const digest = new SourceDigest();
  if (resumed) writer.restore(resumed.state);
  let [rows, errors] = [resumed?.rows ?? 0, resumed?.errors ?? 0];
  let hasHead = resumed !== undefined;
  const checkpoint = (): Checkpoint => ({ rows, source: digest.value(), errors, state: writer.state() });
  const rest = resumed ? behind(run.records, digest, resumed) : run.records;
  for await (const annotated of annotate(rest, workers, question, { first: rows + 1, signal })) {
    let text = hasHead ? '' : writer.head(annotated[0]);
    hasHead = true;
    for (const one of annotated) {
      text += writer.row(one);
      digest.add(one.record);
      rows++;
      if (isRefusal(one.answer)) errors++;
    }
    await sink.write(text, checkpoint);
    run.tell?.({ rows, errors }, annotated);
    signal?.throwIfAborted();
  }
  await sink.write((hasHead ? '' : writer.head(undefined)) + writer.tail());
  return { rows, errors };
}

/** The records after those that are done, which are read again to see that they are the same. */
async function* behind(
  records: AsyncIterable<readonly SourceRecord[]>,
  digest: SourceDigest,
  { rows, source }: Checkpoint,
): AsyncGenerator<readonly SourceRecord[]> {
  let skipped = 0;
  const compare = () => {
    if (skipped === rows && digest.value() !== source) throw otherSource();
  };
  compare();
  for await (const piece of records) {
    if (skipped === rows) {
      yield piece;
      continue;
    }
    const known = piece.slice(0, rows - skipped);
    for (const record of known) digest.add(record);
    skipped += known.length;
    compare();
    if (piece.length > known.length) yield piece.slice(known.length);
  }
  if (skipped < rows) throw otherSource();
}

function otherSource(): SaliencyError {
  return new SaliencyError(
    'What is to be annotated has changed since the run that is to be resumed. Delete its partial file and start anew.',
    'other-source',
  );
}
