import { mkdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CountingWorker, lengthOf } from '../testing/collect';
import { MemoryHost } from '../testing/memory-host';
import { answering, inMemory, inputOf, never, NOTES, onDisk, requestOf, silent, TABLE } from '../testing/places';
import { annotatorOf } from './annotator';

test('a full disk leaves nothing half-written, and says so', async () => {
  const host = new MemoryHost();
  const place = inMemory(host);
  await place.put('a.csv', TABLE);
  await place.put('b.txt', NOTES);
  host.fails = (...[name]) => (name === 'write' ? { message: 'ENOSPC: no space left on device', code: '' } : undefined);
  const { run } = annotatorOf(place.disk, answering());
  await expect(run(requestOf(place), never, silent)).rejects.toMatchObject({ code: 'unwritable', data: { reason: 'ENOSPC' } }); // prettier-ignore
  expect((await place.names()).sort()).toEqual(['a.csv', 'b.txt']);
});

test('a disk that is full in the middle keeps whole pieces only, and they are gone on with', async () => {
  const host = new MemoryHost();
  const place = inMemory(host);
  const text = 'It was a long way, '.repeat(50);
  await place.put('a.csv', ['review', ...Array.from({ length: 2_000 }, (_, i) => `"${text}${i}"`)].join('\n'));
  const request = requestOf(place, { input: inputOf(place, 'a.csv') });
  await annotatorOf(place.disk, answering()).run(request, never, silent);
  const expected = await place.text('a.saliency.ndjson');
  host.files.delete('memory:/work/a.saliency.ndjson');

  // The second piece is written by half, as disks do.
  const second = 'memory:/work/a.saliency.ndjson.partial/000002.rows';
  host.fails = (...call) => {
    if (call[0] !== 'write' || call[1] !== second) return undefined;
    host.files.set(second, call[2].slice(0, 100));
    return { message: 'ENOSPC: no space left on device', code: '' };
  };
  const stopped = annotatorOf(place.disk, answering()).run(request, never, silent);
  await expect(stopped).rejects.toMatchObject({ code: 'unwritable', data: { reason: 'ENOSPC', kept: 1 } });
  const partial = 'a.saliency.ndjson.partial/000001';
  expect((await place.names()).sort()).toEqual(['a.csv', `${partial}.json`, `${partial}.rows`]);
  expect(expected.startsWith(await place.text(`${partial}.rows`))).toBe(true);
  host.fails = undefined;
  const again = new CountingWorker();
  await annotatorOf(place.disk, answering(again)).run(request, never, silent);
  expect(await place.text('a.saliency.ndjson')).toBe(expected);
  expect(again.asked.length).toBeLessThan(2_000);
  expect((await place.names()).sort()).toEqual(['a.csv', 'a.saliency.ndjson']);
});

test('results in a place that is no folder are refused before anything is read', async () => {
  const place = await onDisk();
  await place.put('a.csv', TABLE);
  await mkdir(join(place.folder, 'x'));
  const results = { address: place.address('missing/a.saliency.ndjson'), name: 'a' };
  const { run } = annotatorOf(place.disk, answering());
  const input = inputOf(place, 'a.csv');
  await expect(run(requestOf(place, { results, input }), never, silent)).rejects.toMatchObject({
    code: 'no-such-file',
  });
  await rm(place.folder, { recursive: true });
  expect(lengthOf('x')).toMatchObject({ label: 'odd' });
});

test.skipIf(process.platform !== 'linux')(
  'a disk of this machine that is full, or only to be read, is said so',
  async () => {
    const place = await onDisk();
    await place.put('a.csv', TABLE);
    const { run } = annotatorOf(place.disk, answering());
    const request = requestOf(place, { input: inputOf(place, 'a.csv') });
    await symlink('/dev/full', join(place.folder, 'a.saliency.ndjson.partial'));
    await expect(run(request, never, silent)).rejects.toMatchObject({ code: 'unwritable', data: { reason: 'ENOSPC' } });
    expect(await place.names()).toEqual(['a.csv']);
    const results = { address: 'file:///sys/a.saliency.ndjson', name: 'a.saliency.ndjson' };
    await expect(run({ ...request, results }, never, silent)).rejects.toMatchObject({ code: 'unwritable' });
    await rm(place.folder, { recursive: true });
  },
);
