import { expect, test, vi } from 'vitest';
import type { CommandServices } from './command';
import { copyPrediction } from './copy-prediction';

const { writeText } = vi.hoisted(() => ({ writeText: vi.fn(() => Promise.resolve()) }));
vi.mock('vscode', () => ({
  env: { language: 'en', clipboard: { writeText } },
  l10n: { t: (text: string, ...args: unknown[]) => text.replace(/\{(\d)\}/g, (_, at: string) => String(args[+at])) },
}));

const services = (explanation?: object) =>
  ({ current: { current: explanation && { explanation } } }) as unknown as CommandServices;

test('the prediction of the current explanation is copied; without one, nothing is', async () => {
  await copyPrediction(services());
  expect(writeText).not.toHaveBeenCalled();
  await copyPrediction(services({ label: 'positive', probabilities: { positive: 0.81, negative: 0.19 } }));
  expect(writeText).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/^positive 81\s%$/));
});
