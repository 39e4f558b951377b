import { expect, test } from 'vitest';
import { SerialQueue } from './serial-queue';

function deferred<T>() {
  let resolve!: (value: T) => void;
  const promise = new Promise<T>((done) => (resolve = done));
  return { promise, resolve };
}

test('tasks run one at a time, in order, and a failing one stops nobody', async () => {
  const queue = new SerialQueue();
  const gate = deferred<undefined>();
  const log: string[] = [];
  const first = queue.run(async () => {
    log.push('first starts');
    await gate.promise;
    log.push('first ends');
    throw new Error('first failed');
  });
  const second = queue.run(async () => log.push('second'));
  gate.resolve(undefined);
  await expect(first).rejects.toThrow('first failed');
  await second;
  expect(log).toEqual(['first starts', 'first ends', 'second']);
});

test('a task that waits is dropped when aborted', async () => {
  const queue = new SerialQueue();
  const gate = deferred<undefined>();
  const abort = new AbortController();
  let ran = false;
  const first = queue.run(() => gate.promise);
  const second = queue.run(async () => {
    ran = true;
  }, abort.signal);
  abort.abort(new Error('no longer wanted'));
  await expect(second).rejects.toThrow('no longer wanted');
  gate.resolve(undefined);
  await first;
  await queue.idle();
  expect(ran).toBe(false);
});

test('a task that runs is abandoned at once, and the next waits for its end', async () => {
  const queue = new SerialQueue();
  const gate = deferred<string>();
  const started = deferred<undefined>();
  const abort = new AbortController();
  const log: string[] = [];
  const first = queue.run(async () => {
    started.resolve(undefined);
    log.push(await gate.promise);
  }, abort.signal);
  await started.promise;
  abort.abort();
  await expect(first).rejects.toBe(abort.signal.reason);
  const second = queue.run(async () => log.push('second'));
  gate.resolve('first ended');
  await second;
  expect(log).toEqual(['first ended', 'second']);
});

test('an aborted signal never gets a task started', async () => {
  const task = () => Promise.reject(new Error('ran'));
  await expect(new SerialQueue().run(task, AbortSignal.abort('before'))).rejects.toBe('before');
});
