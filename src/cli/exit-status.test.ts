import { CommanderError } from 'commander';
import { expect, test } from 'vitest';
import { ERRORS, type ErrorCode } from '../shared/errors';
import { SaliencyError } from '../shared/saliency-error';
import { exitOf } from './exit-status';

test('wrong usage ends with 2, a failure with 1, each with one line', () => {
  expect(exitOf(new SaliencyError('There is no model “x”.', 'unknown-model'))).toEqual({
    status: 2,
    line: 'There is no model “x”.',
  });
  expect(exitOf(new SaliencyError('There are no words in this text.', 'no-words'))).toEqual({
    status: 1,
    line: 'There are no words in this text.',
  });
});

test.each(Object.entries(ERRORS))('%s ends the command as the table says', (code, { exit }) => {
  expect(exitOf(new SaliencyError('A sentence.', code as ErrorCode)).status).toBe(exit);
});

test('adds nothing to what commander has printed, and help is no error', () => {
  expect(exitOf(new CommanderError(1, 'commander.unknownOption', "unknown option '--x'"))).toEqual({ status: 2 });
  expect(exitOf(new CommanderError(0, 'commander.helpDisplayed', ''))).toEqual({ status: 0 });
});

test('an error in the program itself shows its stack', () => {
  expect(exitOf(new TypeError('x is not a function')).line).toContain('exit-status.test.ts');
});
