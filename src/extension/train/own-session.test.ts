import { expect, test, vi } from 'vitest';
import { runsInAnotherWindow, type TrainingRecord } from './training-record';

/** Another window, or this one after a reload: its modules are loaded anew. */
async function startedAgain(): Promise<string> {
  vi.resetModules();
  return (await import('./own-session')).SESSION_ID;
}

test('each start of the extension knows its own training from that of another window, also in a browser', async () => {
  const [first, second] = [await startedAgain(), await startedAgain()];
  const record = { state: 'running', session: first, at: 1_000 } as TrainingRecord;
  expect(runsInAnotherWindow(record, first, 2_000)).toBe(false);
  expect(runsInAnotherWindow(record, second, 2_000)).toBe(true);
});
