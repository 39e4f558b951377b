import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SaliencyError } from '../saliency-error';
import { Answerer } from './answerer';
import { readCall, type PageAnswer } from './message-schemas';
import type { CallMessage } from './messages';
import { PageCalls } from './page-calls';

interface Doubler {
  double(number: number): Promise<number>;
  fail(): Promise<never>;
}

/** A page that answers on the spot, and what it was sent. */
function pageAndCalls() {
  const sent: CallMessage[] = [];
  const served = {
    double: (number: number) => 2 * number,
    fail: () => {
      throw new SaliencyError('Nothing is shown.', 'not-drawn');
    },
  };
  const page = new Answerer(served, (answer) => calls.receive(answer as PageAnswer));
  const calls = new PageCalls<Doubler>((call) => {
    sent.push(call);
    if (hears) page.receive(readCall(structuredClone(call))!);
  });
  let hears = true;
  return { calls, sent, deafen: () => (hears = false), mend: () => (hears = true) };
}

describe('calls to a page', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('wait until it listens, and are answered', async () => {
    const { calls, sent } = pageAndCalls();
    const doubled = calls.page.double(21);
    expect(sent).toEqual([]);
    calls.ready();
    expect(await doubled).toBe(42);
  });

  test('that were lost while it was hidden are sent again, those that were answered are not', async () => {
    const { calls, sent, deafen, mend } = pageAndCalls();
    calls.ready();
    await calls.page.double(1);
    deafen();
    const lost = calls.page.double(2);
    calls.away();
    const waiting = calls.page.double(3);
    expect(sent).toHaveLength(2);
    mend();
    calls.ready();
    expect(await Promise.all([lost, waiting])).toEqual([4, 6]);
    expect(sent).toHaveLength(4);
  });

  test('reject with the error of the page, with one after half a minute of silence, and when it is closed', async () => {
    const { calls, deafen } = pageAndCalls();
    calls.ready();
    await expect(calls.page.fail()).rejects.toMatchObject({ code: 'not-drawn', message: 'Nothing is shown.' });
    deafen();
    const silent = expect(calls.page.double(1)).rejects.toMatchObject({ code: 'page-silent' });
    await vi.advanceTimersByTimeAsync(30_000);
    await silent;
    const open = expect(calls.page.double(1)).rejects.toThrow('closed');
    calls.end(new Error('closed'));
    await open;
    await expect(calls.page.double(1)).rejects.toThrow('closed');
    expect(vi.getTimerCount()).toBe(0);
  });
});

test.each([undefined, 'call', { type: 'call', id: 0, name: 'x', args: [] }, { type: 'call', id: 1, args: [] }])(
  '%j is no call',
  (message) => expect(readCall(message)).toBeUndefined(),
);
