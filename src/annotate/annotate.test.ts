import { describe, expect, test } from 'vitest';
import type { BatchRequest } from '../shared/protocol/explainer';
import type { BatchResult } from '../shared/protocol/batch';
import { SaliencyError } from '../shared/saliency-error';
import { annotate, type AnnotatedRecord, type Worker } from './annotate';
import type { SourceRecord } from '../records/record';
import { annotateAll } from './run';
import { CountingWorker, lengthOf, MemorySink } from './testing/collect';
import { memorySource } from '../records/testing/collect';
import { allRecords } from '../records/source';
import { writerFor, OUTPUTS } from './writers/writer';

const QUESTION = { explain: false };
const rows = (n: number): SourceRecord[] => Array.from({ length: n }, (_, i) => ({ line: i + 1, text: `text ${i}` }));

async function* pieces(...all: SourceRecord[][]): AsyncGenerator<SourceRecord[]> {
  for (const piece of all) yield await Promise.resolve(piece);
}

async function gathered(source: AsyncIterable<readonly AnnotatedRecord[]>): Promise<AnnotatedRecord[]> {
  const found: AnnotatedRecord[] = [];
  for await (const some of source) found.push(...some);
  return found;
}

/** Answers when it is told to. */
class SlowWorker implements Worker {
  readonly held: (() => void)[] = [];
  batch({ texts }: BatchRequest): Promise<readonly BatchResult[]> {
    return new Promise((resolve) => this.held.push(() => resolve(texts.map(lengthOf))));
  }
}

test('rows come in order, whichever worker is faster, each once', async () => {
  const slow = new SlowWorker();
  const quick = new CountingWorker();
  const release = setInterval(() => slow.held.pop()?.(), 1);
  const found = await gathered(annotate(pieces(rows(500), rows(3)), [slow, quick], QUESTION));
  clearInterval(release);
  expect(found.map(({ row }) => row)).toEqual(Array.from({ length: 503 }, (_, i) => i + 1));
  expect(found.every(({ record, answer }) => 'text' in answer && answer.text === record.text)).toBe(true);
});

test('a source is not read faster than rows are taken', async () => {
  let given = 0;
  async function* endless(): AsyncGenerator<SourceRecord[]> {
    for (;;) {
      given++;
      yield await Promise.resolve(rows(32));
    }
  }
  const taken = annotate(endless(), [new CountingWorker()], QUESTION);
  for (let i = 0; i < 5; i++) await taken.next();
  await new Promise(setImmediate);
  expect(given).toBeLessThan(12);
  await taken.return(undefined);
});

test('a source that pauses does not hold back what is done', async () => {
  async function* pausing(): AsyncGenerator<SourceRecord[]> {
    yield rows(2);
    await new Promise(() => undefined);
  }
  const { value } = await annotate(pausing(), [new CountingWorker()], QUESTION).next();
  expect((value as AnnotatedRecord[]).map(({ row }) => row)).toEqual([1, 2]);
});

test('an abort is heard while the source pauses', async () => {
  async function* silent(): AsyncGenerator<SourceRecord[]> {
    await new Promise(() => undefined);
    yield [];
  }
  const abort = new AbortController();
  const next = annotate(silent(), [new CountingWorker()], QUESTION, { signal: abort.signal }).next();
  abort.abort('enough');
  await expect(next).rejects.toBe('enough');
});

test('a text that a worker dies of is one row with an error; its neighbours have their answers', async () => {
  const worker: Worker = {
    batch: ({ texts }) =>
      texts.includes('text 5')
        ? Promise.reject(new SaliencyError('The explaining worker stopped.', 'worker-crashed'))
        : Promise.resolve(texts.map(lengthOf)),
  };
  const found = await gathered(annotate(pieces(rows(10)), [worker], QUESTION));
  expect(found.flatMap(({ row, answer }) => ('error' in answer ? [row] : []))).toEqual([6]);
});

test('what fails every text ends the run', async () => {
  const worker: Worker = { batch: () => Promise.reject(new SaliencyError('There is no model “x”.', 'unknown-model')) };
  await expect(gathered(annotate(pieces(rows(2)), [worker], QUESTION))).rejects.toMatchObject({
    code: 'unknown-model',
  });
});

describe.each(OUTPUTS)('a run that stopped and goes on, as %s', (output) => {
  const file = `id,text\n${Array.from({ length: 200 }, (_, i) => (i % 7 ? `${i},text number ${i}` : `${i},dam,age`)).join('\n')}`;
  const options = { labels: ['even', 'odd'], explained: false, title: 'a.csv' };
  const run = (sink: MemorySink, content: string, from?: MemorySink['checkpoints'][number]['checkpoint']) =>
    annotateAll({
      records: allRecords([memorySource('a.csv', content, 97)], { fields: {}, unit: 'line' }),
      ...{
        workers: [new CountingWorker()],
        question: QUESTION,
        writer: writerFor(output, options),
        sink,
        resumed: from,
      },
    });

  test('writes from every checkpoint on what the whole run wrote', async () => {
    const whole = new MemorySink();
    expect(await run(whole, file)).toEqual({ rows: 200, errors: 29 });
    expect(whole.checkpoints.length).toBeGreaterThan(3);
    for (const { at, checkpoint } of whole.checkpoints) {
      const rest = new MemorySink();
      expect(await run(rest, file, checkpoint)).toEqual({ rows: 200, errors: 29 });
      expect(whole.text.slice(0, at) + rest.text).toBe(whole.text);
    }
  });

  test('refuses to go on with another source', async () => {
    const whole = new MemorySink();
    await run(whole, file);
    const { checkpoint } = whole.checkpoints[2];
    const changed = file.replace('text number 1\n', 'text number one\n');
    await expect(run(new MemorySink(), changed, checkpoint)).rejects.toMatchObject({ code: 'other-source' });
    await expect(run(new MemorySink(), file.slice(0, 60), checkpoint)).rejects.toMatchObject({ code: 'other-source' });
  });
});
