import { beforeEach, expect, test } from 'vitest';
import { spy } from '../../../test/doubles/vscode';
import { SaliencyError } from '../../shared/saliency-error';
import { ErrorReporter } from './error-reporter';

const NO_WORDS = new SaliencyError('English only', 'no-words');

let logged: string[];
let log: ConstructorParameters<typeof ErrorReporter>[1];

beforeEach(() => {
  logged = [];
  spy.messages.length = 0;
  const keep = (line: unknown) => void logged.push(String(line));
  log = { error: keep, warn: keep } as unknown as typeof log;
});

test('an error is worded by what is loaded for it', async () => {
  let loads = 0;
  const errors = new ErrorReporter(() => {
    loads++;
    return import('../wording/report-error');
  }, log);
  expect(loads).toBe(0);
  expect(await errors.messageOf(NO_WORDS)).toBe('There are no words in this text.');
  await errors.report(NO_WORDS);
  expect(spy.messages).toEqual([{ message: 'There are no words in this text.', actions: [] }]);
});

test('where the wording cannot be loaded, that is told, and the log has both errors', async () => {
  const errors = new ErrorReporter(() => Promise.reject(new Error('views.cjs is gone')), log);
  await errors.report(NO_WORDS);
  expect(spy.messages[0].message).toMatch(/damaged or missing/);
  expect(logged).toEqual([expect.stringContaining('English only'), expect.stringContaining('views.cjs is gone')]);
});
