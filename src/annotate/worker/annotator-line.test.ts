import { expect, test } from 'vitest';
import type { WorkerHandle } from '../../shared/rpc/port';
import { AnnotatorLine, type Deeds } from './annotator-line';
import type { FromAnnotator, ToAnnotator } from './messages';

/** A worker that answers every call a turn of the event loop later, and nothing once it was ended. */
const workers = () => {
  let [alive, started] = [0, 0];
  const start = (): WorkerHandle<FromAnnotator, ToAnnotator> => {
    let hear: (message: FromAnnotator) => void = () => undefined;
    let ended = false;
    [alive, started] = [alive + 1, started + 1];
    return {
      post(message) {
        if (message.type !== 'call') return;
        const reply = { type: 'reply', id: message.id, value: undefined } as FromAnnotator;
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

const NO_DEEDS = {} as Deeds;
const REQUEST = {} as never;

test('a call made in the moment in which the worker is ended says so, instead of waiting for ever', async () => {
  for (let steps = 0; steps < 8; steps++) {
    const { start, counts } = workers();
    const line = new AnnotatorLine(start, NO_DEEDS);
    await line.call('run', REQUEST);
    const call = line.call('run', REQUEST).catch((error: unknown) => error);
    for (let i = 0; i < steps; i++) await Promise.resolve();
    const ended = line.end('The window was closed.');
    const late = new Promise((resolve) => setTimeout(resolve, 1_000, 'no answer'));
    expect(await Promise.race([call, late]), `${steps} steps`).toMatchObject({
      code: 'worker-crashed',
      message: 'The annotating worker stopped: The window was closed.',
    });
    await ended;
    expect(counts()).toEqual({ alive: 0, started: 1 });
  }
});

test('one that is ended while it starts is gone, and the next call starts another', async () => {
  const { start, counts } = workers();
  const line = new AnnotatorLine(() => new Promise((resolve) => setImmediate(() => resolve(start()))), NO_DEEDS);
  const call = line.call('run', REQUEST).catch((error: unknown) => error);
  await line.end('It was restarted.');
  expect(await call).toMatchObject({ code: 'worker-crashed' });
  await line.call('run', REQUEST);
  expect(counts()).toEqual({ alive: 1, started: 2 });
  await line.end('It was restarted.');
  expect(counts().alive).toBe(0);
});
