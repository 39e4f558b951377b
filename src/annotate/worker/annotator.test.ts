import { beforeEach, describe, expect, test } from 'vitest';
import { RowStore } from '../../findings/store/row-store';
import { CountingWorker } from '../testing/collect';
import {
  allRows,
  answering,
  Killed,
  never,
  type Place,
  placeWithFiles,
  requestOf,
  ROWS,
  silent,
  WHERE,
} from '../testing/places';
import { annotatorOf } from './annotator';

describe.each(WHERE)('files %s', (where) => {
  let place: Place;
  beforeEach(async () => {
    place = await placeWithFiles(where);
    return () => place.remove();
  });

  test('a row for each record, with file and line, and nothing else beside it', async () => {
    const { run, remains } = annotatorOf(place.disk, answering());
    const done = await run(requestOf(place), never, silent);
    expect(done).toMatchObject({ rows: ROWS + 300, errors: 0 });
    const rows = (await place.text('a.saliency.ndjson')).trimEnd().split('\n').map((line) => JSON.parse(line) as object); // prettier-ignore
    expect(rows).toHaveLength(ROWS + 300);
    expect(rows[0]).toMatchObject({ row: 1, id: '0', file: 'a.csv', line: 2, given: 'even', text: 'It was number 0.' });
    expect(rows.at(-1)).toMatchObject({ row: ROWS + 300, file: 'b.txt', line: 300 });
    expect((await place.names()).sort()).toEqual(['a.csv', 'a.saliency.ndjson', 'b.txt']);
    expect(await remains(requestOf(place).results)).toEqual({ done: true });
  });

  test('stopped or killed, it goes on and ends the same: no row lost, none twice', async () => {
    const whole = annotatorOf(place.disk, answering());
    await whole.run(requestOf(place), never, silent);
    const expected = await place.text('a.saliency.ndjson');
    await place.put('a.saliency.ndjson', '');
    for (const after of [0, 500, 501, 300]) {
      const abort = new AbortController();
      const worker = new Killed(after);
      const stopped = annotatorOf(place.disk, answering(worker)).run(requestOf(place), abort.signal, silent);
      await expect.poll(() => worker.asked.length).toBeGreaterThan(after);
      // Every second one dies without a word: what it was at is simply left.
      if (after % 2 === 0) abort.abort(new Error('stopped'));
      if (after % 2 === 0) await expect(stopped).rejects.toThrow('stopped');
    }
    const { run } = annotatorOf(place.disk, answering());
    const asked = new CountingWorker();
    await annotatorOf(place.disk, answering(asked)).run(requestOf(place), never, silent);
    expect(await place.text('a.saliency.ndjson')).toBe(expected);
    expect(asked.asked.length).toBeLessThan(ROWS + 300);
    expect((await place.names()).sort()).toEqual(['a.csv', 'a.saliency.ndjson', 'b.txt']);
    // Anew: nothing of before is continued.
    await run(requestOf(place, { anew: true }), never, silent);
    expect(await place.text('a.saliency.ndjson')).toBe(expected);
  });

  test('a run that begins after a model was trained anew reads it anew; one under way ends with what it began with', async () => {
    const worker = new Killed(300);
    const restarts: number[] = [];
    const restart = () => Promise.resolve(void restarts.push(worker.asked.length));
    const answer = annotatorOf(place.disk, { ...answering(worker), restart });
    const running = answer.run(requestOf(place), never, silent);
    await expect.poll(() => worker.asked.length).toBeGreaterThan(300);
    await answer.modelsChanged();
    expect(restarts).toEqual([]);
    worker.goOn();
    await running;
    const asked = worker.asked.length;
    await answer.run(requestOf(place, { anew: true }), never, silent);
    expect(restarts).toEqual([asked]);
    // Nothing changed since.
    await answer.run(requestOf(place, { anew: true }), never, silent);
    expect(restarts).toEqual([asked]);
    // Nothing is under way: at once, so that the worker's memory is free.
    await answer.modelsChanged();
    expect(restarts).toHaveLength(2);
  });

  test('what was done when it was stopped can be looked at, and asked for how much it is', async () => {
    const abort = new AbortController();
    const worker = new Killed(900);
    const answer = annotatorOf(place.disk, answering(worker));
    const { run, remains } = answer;
    const stopped = run(requestOf(place), abort.signal, silent);
    await expect.poll(() => worker.asked.length).toBeGreaterThan(900);
    abort.abort(new Error('stopped'));
    await expect(stopped).rejects.toThrow('stopped');
    const { rows } = await remains(requestOf(place).results);
    expect(rows).toBeGreaterThan(500);
    const store = await allRows(answer, { results: requestOf(place).results, partial: true });
    expect(store.rows).toBe(rows);
  });

  test('who follows a run gets its rows while it goes on, also those of before it was stopped', async () => {
    const abort = new AbortController();
    const first = new Killed(900);
    const answer = annotatorOf(place.disk, answering(first));
    const followed = requestOf(place, { followed: true });
    const rows = { results: followed.results, partial: true };
    const stopped = answer.run(followed, abort.signal, silent);
    const reader = await answer.openRows(rows);
    const store = new RowStore();
    store.append((await answer.nextRows(reader, 300))!);
    expect(store.rows).toBeGreaterThan(0);
    expect(store.rows).toBeLessThan(ROWS);
    await expect.poll(() => first.asked.length).toBeGreaterThan(900);
    abort.abort(new Error('stopped'));
    await expect(stopped).rejects.toThrow('stopped');
    for (let piece = await answer.nextRows(reader, 300); piece; piece = await answer.nextRows(reader, 300)) store.append(piece); // prettier-ignore

    const again = annotatorOf(place.disk, answering());
    const resumed = again.run(followed, never, silent);
    const whole = await allRows(again, rows);
    await resumed;
    expect(whole.rows).toBe(ROWS + 300);
    expect(whole.text(0)).toBe('It was number 0.');
    expect(whole.text(ROWS + 299)).toBe('Note 299');
    expect([...whole.numbers.values.slice(0, whole.rows)]).toEqual(Array.from({ length: ROWS + 300 }, (_, i) => i + 1));
  });

  test('a page that asks again while a run goes on gets every row of it', async () => {
    const abort = new AbortController();
    const killed = new Killed(900);
    const answer = annotatorOf(place.disk, answering(killed));
    const followed = requestOf(place, { followed: true });
    const rows = { results: followed.results, partial: true };
    const stopped = answer.run(followed, abort.signal, silent);
    await expect.poll(() => killed.asked.length).toBeGreaterThan(900);
    abort.abort(new Error('stopped'));
    await expect(stopped).rejects.toThrow('stopped');
    const { rows: before } = await answer.remains(followed.results);

    // Its page was not there yet, was shown anew, and is asked for once more: only the last one takes the rows.
    const worker = new Killed(700);
    const again = annotatorOf(place.disk, answering(worker));
    const resumed = again.run(followed, new AbortController().signal, silent).catch(() => undefined);
    const first = await again.openRows(rows);
    await again.nextRows(first, 300);
    await again.closeRows(first);
    const second = await again.openRows(rows);
    const third = again.openRows(rows);
    await again.closeRows(second);
    await expect.poll(() => worker.asked.length).toBeGreaterThan(700);
    worker.goOn();
    const store = new RowStore();
    const reader = await third;
    for (let piece = await again.nextRows(reader, 300); piece; piece = await again.nextRows(reader, 300)) store.append(piece); // prettier-ignore
    await resumed;
    expect(before).toBeGreaterThan(0);
    expect([...store.numbers.values.slice(0, store.rows)]).toEqual(Array.from({ length: ROWS + 300 }, (_, i) => i + 1));
    expect(store.text(ROWS + 299)).toBe('Note 299');
  });

  test('another question is refused until one asks for it anew', async () => {
    const abort = new AbortController();
    const worker = new Killed(900);
    const { run } = annotatorOf(place.disk, answering(worker));
    const stopped = run(requestOf(place), abort.signal, silent);
    await expect.poll(() => worker.asked.length).toBeGreaterThan(900);
    abort.abort(new Error('stopped'));
    await expect(stopped).rejects.toThrow();
    const other = requestOf(place, { question: { explain: false, language: 'en' } });
    const answer = annotatorOf(place.disk, answering());
    await expect(answer.run(other, never, silent)).rejects.toMatchObject({ code: 'other-question' });
    expect((await answer.run({ ...other, anew: true }, never, silent)).rows).toBe(ROWS + 300);
  });
});
