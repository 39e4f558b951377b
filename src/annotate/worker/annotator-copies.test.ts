import { parse } from 'csv-parse/sync';
import { beforeEach, describe, expect, test } from 'vitest';
import { allRows as storeRows, NO_REVIEWS } from '../../findings/data';
import { accuracy } from '../../findings/figures/accuracy';
import {
  allRows,
  answering,
  inputOf,
  never,
  type Place,
  placeWithFiles,
  requestOf,
  ROWS,
  silent,
  TABLE,
  WHERE,
} from '../testing/places';
import { annotatorOf } from './annotator';

describe.each(WHERE)('copies of results %s', (where) => {
  let place: Place;
  beforeEach(async () => {
    place = await placeWithFiles(where);
    return () => place.remove();
  });

  test('chosen rows as a file of their own: whole, or as a table', async () => {
    const answer = annotatorOf(place.disk, answering());
    const one = requestOf(place, { input: inputOf(place, 'a.csv') });
    await answer.run(one, never, silent);
    const request = { results: one.results, partial: false, which: { by: 'number', rows: [7, 3, 1999] } as const };
    const copy = (name: string) => ({ address: place.address(name), name });
    expect(await answer.extract({ ...request, to: 'ndjson', copy: copy('some.ndjson') }, never)).toEqual({
      rows: 3,
      errors: 0,
    });
    const store = await allRows(answer, { results: copy('some.ndjson'), partial: false });
    expect([...store.numbers.values.slice(0, 3)]).toEqual([3, 7, 1999]);
    await answer.extract({ ...request, to: 'csv', copy: copy('some.csv') }, never);
    const table: string[][] = parse(await place.text('some.csv'), { bom: true });
    expect(table.map((cells) => cells[0])).toEqual(['row', '3', '7', '1999']);
    expect(table[1][2]).toBe('It was number 2.');

    // Beside other results, each row has what these predict of its text; one that they lack has nothing.
    const before = [{ row: 7, label: 'negative', probability: 0.61 }];
    await answer.extract({ ...request, before, to: 'csv', copy: copy('compared.csv') }, never);
    const [head, three, seven]: string[][] = parse(await place.text('compared.csv'), { bom: true });
    const at = head.indexOf('previous_prediction');
    expect(head.slice(at, at + 4)).toEqual([
      'previous_prediction',
      'previous_probability',
      'prediction',
      'probability',
    ]);
    expect([three, seven].map((cells) => cells.slice(at, at + 2))).toEqual([
      ['', ''],
      ['negative', '0.61'],
    ]);
    expect(seven.slice(at + 2, at + 4)).toEqual(table[2].slice(table[0].indexOf('prediction')).slice(0, 2));
  });

  test('rows to be learnt from have the labels of the review, else of the file, and no prediction', async () => {
    const answer = annotatorOf(place.disk, answering());
    const one = requestOf(place, { input: inputOf(place, 'a.csv') });
    await answer.run(one, never, silent);
    const copy = { address: place.address('training.csv'), name: 'training.csv' };
    const request = { results: one.results, partial: false, which: { by: 'number', rows: [7, 3] } as const, copy };
    await answer.extract({ ...request, to: 'training', labels: [[7, 'neutral']] }, never);
    const saved = (await place.text(one.results.name)).split('\n').slice(2, 3).map((line) => JSON.parse(line) as { givenLabel?: string }); // prettier-ignore
    const table: string[][] = parse(await place.text('training.csv'), { bom: true });
    expect(table).toEqual([
      ['row', 'text', 'label'],
      ['3', 'It was number 2.', saved[0].givenLabel ?? ''],
      ['7', 'It was number 6.', 'neutral'],
    ]);
    // What a person changed the meaning of the file's labels to holds; a label without a meaning is left out.
    const given = (JSON.parse((await place.text(one.results.name)).split('\n')[2]) as { given: string }).given;
    for (const [meaning, label] of [
      [{ [given]: 'positive' }, 'positive'],
      [{}, ''],
    ] as const) {
      await answer.extract({ ...request, to: 'training', meaning }, never);
      const rows: string[][] = parse(await place.text('training.csv'), { bom: true });
      expect(rows[1][2]).toBe(label);
    }
  });

  test('a copy as a table: own columns of one file, common ones of several that differ; again with other labels', async () => {
    const answer = annotatorOf(place.disk, answering());
    const both = requestOf(place);
    await answer.run(both, never, silent);
    const copy = { address: place.address('out.csv'), name: 'out.csv' };
    await answer.copy({ ...both, to: 'csv', copy }, never);
    const [header, first] = parse(await place.text('out.csv'), { bom: true });
    expect(header.slice(0, 5)).toEqual(['file', 'row', 'id', 'text', 'label']);
    expect(first.slice(0, 4)).toEqual(['a.csv', '1', '0', 'It was number 0.']);

    const one = requestOf(place, { input: inputOf(place, 'a.csv'), anew: true });
    await answer.run(one, never, silent);
    await answer.copy({ ...one, to: 'csv', copy }, never);
    const rows: string[][] = parse(await place.text('out.csv'), { bom: true });
    expect(rows[0].slice(0, 4)).toEqual(['id', 'review', 'label', 'saliency_label']);
    expect(rows).toHaveLength(ROWS + 1);
    expect(rows.slice(1).map(([id]) => id)).toEqual(Array.from({ length: ROWS }, (_, i) => `${i}`));

    const input = { ...one.input, reading: { unit: 'line', fields: { label: '' } } } as const;
    const without = await allRows(answer, { results: one.results, partial: false, input });
    expect(without.given).toEqual([]);
    const store = await allRows(answer, { results: one.results, partial: false });
    // `lengthOf` says odd or even of a text's length; the file says it of its number.
    const right = Array.from({ length: ROWS }, (_, i) => `It was number ${i}.`.length % 2 === i % 2).filter(Boolean);
    store.setMeaning({ odd: 'odd', even: 'even' });
    const found = accuracy({ store, reviews: NO_REVIEWS }, storeRows({ store }), 'file');
    expect(found?.accuracy.value).toBeCloseTo(right.length / ROWS);
    await place.put('a.csv', TABLE.replace('number 7.', 'number seven.'));
    await expect(answer.copy({ ...one, to: 'html', copy }, never)).rejects.toMatchObject({
      code: 'source-changed',
    });
    expect((await place.names()).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});
