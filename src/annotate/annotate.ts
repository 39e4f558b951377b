import { rowErrorText } from '../shared/file-errors';
import type { BatchResult } from '../shared/protocol/batch';
import type { BatchRequest, Explainer } from '../shared/protocol/explainer';
import { ERRORS } from '../shared/errors';
import { SaliencyError } from '../shared/saliency-error';
import type { SourceRecord } from '../records/record';

/** The question that is asked about every text. */
export type AnnotateQuestion = Omit<BatchRequest, 'texts'>;

/** A record, its row number, and its explanation or error. */
export interface AnnotatedRecord {
  /** From 1, over all files. */
  readonly row: number;
  readonly record: SourceRecord;
  readonly answer: BatchResult;
}

/** What explains texts: an `Explainer`, or a test double of one. */
export type Worker = Pick<Explainer, 'batch'>;

/** The most texts and characters of one message to a worker: enough to make messages cheap, few enough to cancel. */
const TEXTS = 32;
const CHARACTERS = 16_000;
/** Messages under way for each worker: the one that it works on, and those whose rows wait for a slower worker. */
const UNDER_WAY = 3;

/**
 * Annotates records in order: a row comes out for each one that went in, and none overtakes another, whichever worker
 * was faster. Records are taken only as fast as rows are taken from here.
 *
 * @param first number of the first row
 * @throws SaliencyError for an error of every text, such as a missing model or damaged files; the signal's reason when
 * aborted
 */
export async function* annotate(
  source: AsyncIterable<readonly SourceRecord[]>,
  workers: readonly Worker[],
  question: AnnotateQuestion,
  { first = 1, signal }: { readonly first?: number; readonly signal?: AbortSignal } = {},
): AsyncGenerator<readonly AnnotatedRecord[]> {
  const office = new WorkerPool(workers, question, signal);
  const pieces = source[Symbol.asyncIterator]();
  const underWay: Promise<readonly AnnotatedRecord[]>[] = [];
  let row = first;
  let parts: SourceRecord[][] = [];
  let next: Promise<IteratorResult<readonly SourceRecord[]>> | undefined = orAbort(pieces.next(), signal);
  try {
    while (next || parts.length > 0 || underWay.length > 0) {
      while (parts.length > 0 && underWay.length < UNDER_WAY * workers.length) {
        const part = parts.shift()!;
        underWay.push(office.answer(part, row));
        row += part.length;
      }
      const isFull: boolean = parts.length > 0 || next === undefined;
      // Rows that are done are given out even while the source waits for its next record.
      const arrived: IteratorResult<readonly SourceRecord[]> | undefined = isFull
        ? undefined
        : await Promise.race([next!, ...underWay.slice(0, 1).map((rows) => rows.then(() => undefined))]);
      if (!arrived) yield await underWay.shift()!;
      else {
        next = arrived.done ? undefined : orAbort(pieces.next(), signal);
        if (!arrived.done) parts = cut(arrived.value);
      }
    }
  } finally {
    // Not awaited: a source that waits for its next piece can be closed only when that comes.
    pieces.return?.()?.catch(() => undefined);
  }
}

/** The value of a promise, unless the signal aborts first; leaves no listener on the signal. */
function orAbort<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  const guarded = new Promise<T>((resolve, reject) => {
    const abort = () => reject(signal?.reason);
    if (signal?.aborted) abort();
    signal?.addEventListener('abort', abort, { once: true });
    const done = () => signal?.removeEventListener('abort', abort);
    promise.then(resolve, reject).finally(done);
  });
  guarded.catch(() => undefined);
  return guarded;
}

/** Divides records into runs, one for each message. */
function cut(records: readonly SourceRecord[]): SourceRecord[][] {
  const parts: SourceRecord[][] = [];
  let [texts, characters] = [TEXTS, CHARACTERS];
  for (const record of records) {
    if (texts >= TEXTS || characters >= CHARACTERS) {
      parts.push([]);
      [texts, characters] = [0, 0];
    }
    parts.at(-1)!.push(record);
    texts++;
    characters += record.text?.length ?? 0;
  }
  return parts;
}

/** Gives each batch of records to the worker that is free first. */
class WorkerPool {
  private readonly free: Worker[];
  private readonly waiting: ((worker: Worker) => void)[] = [];

  constructor(
    workers: readonly Worker[],
    private readonly question: AnnotateQuestion,
    private readonly signal?: AbortSignal,
  ) {
    this.free = [...workers];
  }

  answer(records: readonly SourceRecord[], first: number): Promise<readonly AnnotatedRecord[]> {
    const answers = this.answers(records).then((found) =>
      records.map((record, i) => ({ row: first + i, record, answer: found[i] })),
    );
    // The error reaches the consumer when it awaits this record. Until then Node would report an unhandled rejection.
    answers.catch(() => undefined);
    return answers;
  }

  private async answers(records: readonly SourceRecord[]): Promise<readonly BatchResult[]> {
    const texts = records.flatMap(({ text }) => (text === undefined ? [] : [text]));
    const answers = texts.length === 0 ? [] : await this.withWorker((worker) => this.ask(worker, texts));
    let at = 0;
    return records.map(({ text, error }) =>
      text === undefined ? { error: error ?? rowErrorText('noText'), code: 'bad-row' } : answers[at++],
    );
  }

  private async withWorker<T>(task: (worker: Worker) => Promise<T>): Promise<T> {
    const worker = this.free.pop() ?? (await new Promise<Worker>((resolve) => this.waiting.push(resolve)));
    try {
      return await task(worker);
    } finally {
      const next = this.waiting.shift();
      if (next) next(worker);
      else this.free.push(worker);
    }
  }

  /** A text that crashes a worker must not fail the others of its batch: it is found by explaining them one at a time. */
  private async ask(worker: Worker, texts: readonly string[]): Promise<readonly BatchResult[]> {
    this.signal?.throwIfAborted();
    try {
      return await worker.batch({ ...this.question, texts }, this.signal);
    } catch (error) {
      if (!(error instanceof SaliencyError) || ERRORS[error.code].scope !== 'worker') throw error;
      if (texts.length === 1) return [{ error: error.message, code: error.code }];
      const answers: BatchResult[] = [];
      for (const text of texts) answers.push(...(await this.ask(worker, [text])));
      return answers;
    }
  }
}
