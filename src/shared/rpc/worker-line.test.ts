import { expect, test } from 'vitest';
import { SaliencyError } from '../saliency-error';
import type { Message } from './messages';
import type { WorkerHandle } from './port';
import { WorkerLine } from './worker-line';

interface Sums {
  sum(...numbers: readonly number[]): Promise<number>;
}

/** A worker that answers every call a turn of the event loop later, and nothing once it was ended. */
const workers = () => {
  let [alive, started] = [0, 0];
  const start = (): WorkerHandle => {
    let hear: (message: Message) => void = () => undefined;
    let ended = false;
    [alive, started] = [alive + 1, started + 1];
    return {
      post(message) {
        if (message.type !== 'call') return;
        const reply: Message = { type: 'reply', id: message.id, value: 0 };
        setImmediate(() => {
          if (!ended) hear(reply);
        });
      },
      listen: (onMessage) => (hear = onMessage),
      onCrash: () => undefined,
      terminate() {
        if (!ended) alive--;
        ended = true;
        return Promise.resolve();
      },
    };
  };
  return { start, counts: () => ({ alive, started }) };
};

const lineTo = (start: () => WorkerHandle | Promise<WorkerHandle>) =>
  new WorkerLine<Sums>({ start, served: () => ({}), does: 'adding' });
const caught = (call: Promise<unknown>): Promise<unknown> => call.catch((error: unknown) => error);

test('a call made in the moment in which the worker is ended says so, instead of waiting for ever', async () => {
  for (let steps = 0; steps < 8; steps++) {
    const { start, counts } = workers();
    const line = lineTo(start);
    await line.remote.sum(1);
    const call = caught(line.remote.sum(2));
    for (let i = 0; i < steps; i++) await Promise.resolve();
    const ended = line.end('The window was closed.');
    const late = new Promise((resolve) => setTimeout(resolve, 30_000, 'no answer'));
    const answer = await Promise.race([call, late]);
    expect(answer, `${steps} steps`).toBeInstanceOf(SaliencyError);
    expect(answer, `${steps} steps`).toMatchObject({
      code: 'worker-crashed',
      message: 'The adding worker stopped: The window was closed.',
    });
    await ended;
    expect(counts()).toEqual({ alive: 0, started: 1 });
  }
});

test('one that is ended while it starts is gone, and the next call starts another', async () => {
  const { start, counts } = workers();
  const line = lineTo(() => new Promise((resolve) => setImmediate(() => resolve(start()))));
  const call = caught(line.remote.sum(1));
  await line.end('It was restarted.');
  expect(await call).toMatchObject({ code: 'worker-crashed' });
  await line.remote.sum(2);
  expect(counts()).toEqual({ alive: 1, started: 2 });
  await line.end('It was restarted.');
  expect(counts().alive).toBe(0);
});

test('one that dies takes all its calls along, and the next call starts another', async () => {
  const { start, counts } = workers();
  let crash: (reason: string) => void = () => undefined;
  const line = lineTo(() => ({ ...start(), onCrash: (crashed) => (crash = crashed) }));
  await line.remote.sum(1);
  const calls = [line.remote.sum(2), line.remote.sum(3)].map(caught);
  crash('It ran out of memory.');
  for (const call of calls) {
    expect(await call).toMatchObject({ message: 'The adding worker stopped: It ran out of memory.' });
  }
  expect(await line.remote.sum(4)).toBe(0);
  expect(counts()).toEqual({ alive: 1, started: 2 });
});

test('one that cannot be started is said, and the next call tries again', async () => {
  const { start } = workers();
  let tries = 0;
  const line = lineTo(() => (++tries === 1 ? Promise.reject(new Error('no such file')) : start()));
  await expect(line.remote.sum(1)).rejects.toMatchObject({
    code: 'worker-crashed',
    message: 'The adding worker could not be started: no such file',
  });
  expect(await line.remote.sum(1)).toBe(0);
});

test('a call that cannot travel is its own problem, also before the worker is up', async () => {
  const { start } = workers();
  const copying = (): WorkerHandle => {
    const handle = start();
    return { ...handle, post: (message) => handle.post(structuredClone(message)) };
  };
  const line = lineTo(() => Promise.resolve(copying()));
  const [uncloneable, other] = [caught(line.remote.sum({ f: () => 1 } as never)), line.remote.sum(1)];
  expect(await uncloneable).toMatchObject({ message: expect.stringContaining('could not be cloned') as string });
  expect(await other).toBe(0);
});
