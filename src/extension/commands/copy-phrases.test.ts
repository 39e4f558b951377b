import { expect, test, vi } from 'vitest';
import type { CommandServices } from './command';
import { copyPhrases } from './copy-phrases';

const { writeText } = vi.hoisted(() => ({ writeText: vi.fn(() => Promise.resolve()) }));
vi.mock('vscode', () => ({
  env: { language: 'en', clipboard: { writeText } },
  workspace: { getConfiguration: () => ({ get: () => undefined }) },
}));

const services = (explanation?: object) =>
  ({ current: { current: explanation && { explanation } } }) as unknown as CommandServices;
const word = (text: string, start: number, score: number) => ({
  text,
  start,
  end: start + text.length,
  score,
  known: true,
});

test('the highlighted phrases of the current explanation are copied; without one, nothing is', async () => {
  await copyPhrases(services());
  expect(writeText).not.toHaveBeenCalled();
  const words = [word('a', 0, 0), word('lovely', 2, 2), word('lamp', 9, 0)];
  const question = { method: 'occlusion', signed: true, target: 'positive', language: 'en' };
  const probabilities = { negative: 0.1, positive: 0.9 };
  await copyPhrases(services({ ...question, text: 'a lovely lamp', words, probabilities }));
  expect(writeText).toHaveBeenCalledExactlyOnceWith('lovely');
});
