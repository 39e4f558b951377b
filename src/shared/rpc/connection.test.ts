import { describe, expect, test } from 'vitest';
import { SaliencyError } from '../saliency-error';
import type { AnswerOptions } from './answerer';
import { Connection } from './connection';
import { RemoteError } from './failure';
import { copyToMove, moving } from './moving';
import { joinedPorts } from './testing';

/** What one side offers in these tests; a method that is not declared can be asked for all the same. */
interface Shelf {
  add(book: string): Promise<readonly string[]>;
  count(to: number, signal: AbortSignal | undefined, tell: (n: number) => void): Promise<number>;
  weigh(bytes: Uint8Array): Promise<number>;
  fetch(): Promise<Uint8Array>;
  fail(): Promise<never>;
}

function shelf(given: Partial<Shelf> = {}): Shelf {
  const books: string[] = [];
  return {
    add: (book) => Promise.resolve([...books.splice(0), book]),
    async count(to, signal, tell) {
      for (let n = 1; n <= to; n++) {
        await Promise.resolve();
        signal?.throwIfAborted();
        tell(n);
      }
      return to;
    },
    weigh: ({ length }) => Promise.resolve(length),
    fetch: () => Promise.resolve(copyToMove(Uint8Array.of(1, 2, 3))),
    // eslint and the compiler agree: whatever is thrown travels.
    fail: () => Promise.reject(new Error('Not today.')),
    ...given,
  };
}

function connected(served: object, options?: AnswerOptions): Connection<Shelf> {
  const [here, there] = joinedPorts();
  const near = new Connection<Shelf>((...message) => here.post(...message));
  const far = new Connection<object>((...message) => there.post(...message));
  here.listen((message) => near.receive(message));
  there.listen((message) => far.receive(message));
  far.serve(served, options);
  return near;
}

describe('a call', () => {
  test('is answered by the method of its name, whatever class it stands in', async () => {
    class Greeter {
      private readonly name = 'you';
      greet = (): Promise<string> => Promise.resolve(`Hello, ${this.name}.`);
      part(): Promise<string> {
        return Promise.resolve(`Goodbye, ${this.name}.`);
      }
    }
    const { remote } = connected(new Greeter()) as unknown as Connection<Greeter>;
    expect(await remote.greet()).toBe('Hello, you.');
    expect(await remote.part()).toBe('Goodbye, you.');
    expect(await connected(shelf()).remote.add('Emma')).toEqual(['Emma']);
  });

  test('that nobody answers is an error, and so is one for what every object has', async () => {
    for (const name of ['lend', 'toString', 'constructor', '__proto__'])
      await expect(connected(shelf()).call(name, [])).rejects.toMatchObject({ code: 'unknown-call' });
  });

  test('tells how far it is, and stops when it is aborted', async () => {
    const { remote } = connected(shelf());
    const told: number[] = [];
    expect(await remote.count(3, undefined, (n) => told.push(n))).toBe(3);
    expect(told).toEqual([1, 2, 3]);

    const abort = new AbortController();
    const counting = remote.count(1_000, abort.signal, (n) => n === 5 && abort.abort());
    await expect(counting).rejects.toMatchObject({ name: 'SaliencyError', code: 'cancelled' });
    await expect(remote.count(3, AbortSignal.abort(), () => undefined)).rejects.toMatchObject({ code: 'cancelled' });
  });

  test('leaves nothing on a signal that outlives it', async () => {
    const signal = new AbortController().signal;
    let listeners = 0;
    const [add, remove] = [signal.addEventListener.bind(signal), signal.removeEventListener.bind(signal)];
    signal.addEventListener = (...given: Parameters<typeof add>) => (listeners++, add(...given));
    signal.removeEventListener = (...given: Parameters<typeof remove>) => (listeners--, remove(...given));
    await connected(shelf()).remote.count(2, signal, () => undefined);
    expect(listeners).toBe(0);
  });

  test('moves what it is told to move, and copies everything else', async () => {
    const { remote } = connected(shelf());
    const [copied, moved] = [new Uint8Array(4), new Uint8Array(5)];
    expect(await remote.weigh(copied)).toBe(4);
    expect(await remote.weigh(moving(moved, [moved.buffer]))).toBe(5);
    expect([copied.length, moved.length]).toEqual([4, 0]);
    expect(await remote.fetch()).toEqual(Uint8Array.of(1, 2, 3));
  });
});

describe('an error', () => {
  const failing = (how: unknown, options?: AnswerOptions): Promise<never> =>
    connected(shelf({ fail: () => Promise.reject(how) }), options).remote.fail();

  test('for people comes back as it was: words, code, data', async () => {
    const error = new SaliencyError('There is no such book.', 'no-such-file', { book: 'Emma' });
    const found = await failing(error).catch((caught: unknown) => caught);
    expect(found).toBeInstanceOf(SaliencyError);
    expect(found).toMatchObject({ message: error.message, code: 'no-such-file', data: { book: 'Emma' } });
  });

  test('of any other kind has its words and its code, or is worded by whoever serves', async () => {
    const full = Object.assign(new Error('The disk is full.'), { code: 'ENOSPC' });
    const found = await failing(full).catch((caught: unknown) => caught);
    expect(found).toBeInstanceOf(RemoteError);
    expect(found).toMatchObject({ message: 'The disk is full.', code: 'ENOSPC' });
    await expect(failing(undefined)).rejects.toMatchObject({ message: 'undefined', code: '' });

    const unforeseen = (error: unknown) => new SaliencyError(`Sorry: ${String(error)}`, 'internal');
    await expect(failing('no', { unforeseen })).rejects.toMatchObject({ message: 'Sorry: no', code: 'internal' });
    const known = new SaliencyError('As it is.', 'no-words');
    await expect(failing(known, { unforeseen })).rejects.toMatchObject({ code: 'no-words' });
  });

  test('is also what becomes of a result that cannot travel', async () => {
    const served = shelf({ fetch: () => Promise.resolve((() => undefined) as never) });
    await expect(connected(served).remote.fetch()).rejects.toThrow('could not be cloned');
  });
});

test('both sides call each other on one line', async () => {
  const [here, there] = joinedPorts();
  const near = new Connection<{ twice(n: number): Promise<number> }>((...message) => here.post(...message));
  const far = new Connection<{ half(n: number): Promise<number> }>((...message) => there.post(...message));
  here.listen((message) => near.receive(message));
  there.listen((message) => far.receive(message));
  near.serve({ half: (n: number) => n / 2 });
  far.serve({ twice: async (n: number) => 4 * (await far.remote.half(n)) });
  expect(await near.remote.twice(21)).toBe(42);
});

test('a line that has ended answers nobody: those that wait, and those that come late', async () => {
  const line = connected(shelf({ fetch: () => new Promise(() => undefined) }));
  const waiting = line.remote.fetch().catch((error: unknown) => error);
  line.end(new Error('It is over.'));
  expect(await waiting).toMatchObject({ message: 'It is over.' });
  await expect(line.remote.add('Emma')).rejects.toThrow('It is over.');
  line.end(new Error('Once more.'));
  await expect(line.remote.add('Emma')).rejects.toThrow('It is over.');
});

test('may be handed through promises: it is no promise itself', async () => {
  const { remote } = connected(shelf());
  expect(await Promise.resolve(remote)).toBe(remote);
});
