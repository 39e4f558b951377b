import { dirname } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { TINY_EN, TINY_EN_THREE, TINY_ZH } from '../../model/testing/tiny-models';
import { importParts } from '../local/import-parts';
import { LocalExplainer } from '../local/local-explainer';
import { startNodeWorker } from './node-worker';
import { bundled, removed } from '../testing/bundle';
import { expectSameBytes, explainerSuite } from '../testing/explainer-suite';
import { installationSuite } from '../testing/installation-suite';
import { studiesSuite } from '../testing/studies-suite';
import { tinyFiles, type TinyFiles } from '../testing/tiny-files';
import { explainInWorker } from './worker-explainer';

let script: string;
beforeAll(async () => {
  script = await bundled('worker.cjs');
  return () => removed(dirname(script));
});

describe('the Node worker', () => {
  explainerSuite((files) => explainInWorker(() => startNodeWorker(script), files));
  installationSuite((files) => explainInWorker(() => startNodeWorker(script), files));
  studiesSuite((files) => explainInWorker(() => startNodeWorker(script), files));

  test('gives the bytes that the process itself gives', async () => {
    const files = await tinyFiles(TINY_ZH, TINY_EN, TINY_EN_THREE);
    const [local, worker] = [
      new LocalExplainer(files, importParts),
      explainInWorker(() => startNodeWorker(script), files),
    ];
    await expectSameBytes(local, worker);
  });
});

describe('a worker that dies', () => {
  /** Files that stop the first reader at a shard until `release` is called. */
  function stoppedAtWeights(files: TinyFiles) {
    let reached!: () => void;
    const atWeights = new Promise<void>((resolve) => (reached = resolve));
    let release!: () => void;
    const released = new Promise<void>((resolve) => (release = resolve));
    const read = async (path: string) => {
      if (path.endsWith('.bin')) {
        reached();
        await released;
      }
      return files.read(path);
    };
    return { files: { read }, atWeights, release };
  }

  test('takes its request along, in a clear sentence; those behind it get a new worker', async () => {
    const { files, atWeights, release } = stoppedAtWeights(await tinyFiles(TINY_EN));
    let workers = 0;
    const start = () => {
      workers++;
      return startNodeWorker(script);
    };
    const explainer = explainInWorker(start, files);
    const first = explainer.explain({ text: 'I loved it.' });
    const failed = expect(first).rejects.toMatchObject({
      name: 'SaliencyError',
      code: 'worker-crashed',
      message: 'The explaining worker stopped: It was restarted. Please try again.',
    });
    const second = explainer.explain({ text: 'It is bad.' });
    await atWeights;
    await explainer.restart();
    release();
    await failed;
    expect((await second).text).toBe('It is bad.');
    expect((await explainer.explain({ text: 'I loved it.' })).text).toBe('I loved it.');
    expect(workers).toBe(2);
    await explainer.dispose();
  });

  test('between two calls, at any moment, leaves none of them without an answer', async () => {
    const files = await tinyFiles(TINY_EN);
    // Everything below happens in the moment in which the first reply arrives, a step of a promise apart.
    for (let steps = 0; steps < 25; steps++) {
      const explainer = explainInWorker(() => startNodeWorker(script), files);
      const first = explainer.models();
      const second = explainer.models().catch((error: unknown) => error);
      await first;
      for (let i = 0; i < steps; i++) await Promise.resolve();
      const ended = explainer.restart();
      const late = new Promise((resolve) => setTimeout(resolve, 30_000, 'no answer'));
      expect(await Promise.race([second, late]), `${steps} steps`).not.toBe('no answer');
      await ended;
      await explainer.dispose();
    }
  }, 240_000);

  test('of its own is noticed, and replaced', async () => {
    const files = await tinyFiles(TINY_EN);
    const handles: ReturnType<typeof startNodeWorker>[] = [];
    const start = () => {
      const handle = startNodeWorker(script);
      handles.push(handle);
      return handle;
    };
    const explainer = explainInWorker(start, files);
    await explainer.explain({ text: 'I loved it.' });
    // Nothing that a request can send kills it, so the host's own wire does: a message that is none.
    handles[0].post(null as never);
    const next = await explainer.explain({ text: 'It is bad.' }).catch(() => explainer.explain({ text: 'It is bad.' }));
    expect(next.text).toBe('It is bad.');
    expect(handles).toHaveLength(2);
    await explainer.dispose();
  });

  test('before it was up (no such script) is an error of the request, not of the process', async () => {
    const explainer = explainInWorker(() => startNodeWorker('/nowhere/worker.cjs'), await tinyFiles(TINY_EN));
    await expect(explainer.explain({ text: 'I loved it.' })).rejects.toMatchObject({ code: 'worker-crashed' });
    await explainer.dispose();
  });
});

test('an abort while the worker computes rejects at once, and its late answer is ignored', async () => {
  const explainer = explainInWorker(() => startNodeWorker(script), await tinyFiles(TINY_ZH));
  await explainer.explain({ text: '很好' });
  const abort = new AbortController();
  const long = explainer.explain({ text: '质量很好，'.repeat(15_000) }, abort.signal);
  const short = explainer.explain({ text: '不好' });
  // The long one is under way once the queue took it, a turn of the event loop later.
  await new Promise(setImmediate);
  abort.abort();
  await expect(long).rejects.toBe(abort.signal.reason);
  expect((await short).text).toBe('不好');
  await explainer.dispose();
});

test('a worker that a long text made large is replaced when it has answered', async () => {
  const limit = 8 * 2 ** 20;
  const explainer = explainInWorker(() => startNodeWorker(script), await tinyFiles(TINY_ZH), {
    mostWasmBytes: limit,
  });
  await explainer.explain({ text: '很好', method: 'gradient-x-input' });
  expect((await explainer.status()).wasmBytes).toBeGreaterThan(0);
  const long = await explainer.explain({ text: '质量很好，'.repeat(10_000), method: 'gradient-x-input' });
  expect(long.words).toHaveLength(40_000);
  expect(await explainer.status()).toEqual({ tensors: 0, wasmBytes: 0, loaded: [] });
  expect((await explainer.explain({ text: '很好' })).words).toHaveLength(2);
  await explainer.dispose();
});

test('tfjs starts with the first question that needs it, not before', async () => {
  const tfjs = 16 * 2 ** 20;
  const explainer = explainInWorker(() => startNodeWorker(script), await tinyFiles(TINY_ZH));
  await explainer.explain({ text: '很好' });
  // States, and gradients by the words of a recurrent network, are computed in memories of their own.
  await explainer.explain({ text: '很好', method: 'gradient-x-input' });
  expect(await explainer.status()).toMatchObject({ tensors: 0, loaded: ['zh-tiny'] });
  expect((await explainer.status()).wasmBytes).toBeLessThan(tfjs);
  await explainer.explain({ text: '很好', method: 'integrated-gradients' });
  expect((await explainer.status()).tensors).toBeGreaterThan(0);
  expect((await explainer.status()).wasmBytes).toBeGreaterThan(tfjs);
  await explainer.dispose();
});

test('closed while its worker starts, it ends that worker', async () => {
  let handed!: (worker: ReturnType<typeof startNodeWorker>) => void;
  const starting = new Promise<ReturnType<typeof startNodeWorker>>((resolve) => (handed = resolve));
  const explainer = explainInWorker(() => starting, await tinyFiles(TINY_EN));
  const refused = expect(explainer.explain({ text: 'I loved it.' })).rejects.toMatchObject({ code: 'closed' });
  // Lets the request reach the start of the worker.
  await Promise.resolve();
  await explainer.dispose();
  const worker = startNodeWorker(script);
  let terminated = false;
  handed({
    ...worker,
    terminate: () => {
      terminated = true;
      return worker.terminate();
    },
  });
  await refused;
  expect(terminated).toBe(true);
});

test('a worker that cannot be started is said in a sentence', async () => {
  const start = () => Promise.reject(new Error('no such file'));
  const explainer = explainInWorker(start, await tinyFiles(TINY_EN));
  await expect(explainer.explain({ text: 'I loved it.' })).rejects.toMatchObject({
    name: 'SaliencyError',
    message: 'The explaining worker could not be started: no such file',
  });
});

test('nothing starts before it is needed, and nothing after the end', async () => {
  let workers = 0;
  const start = () => {
    workers++;
    return startNodeWorker(script);
  };
  const explainer = explainInWorker(start, await tinyFiles(TINY_EN));
  expect(workers).toBe(0);
  await explainer.dispose();
  await expect(explainer.explain({ text: 'I loved it.' })).rejects.toMatchObject({ code: 'closed' });
  expect(workers).toBe(0);
});
