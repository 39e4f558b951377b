import { CommanderError } from 'commander';
import { ERRORS } from '../shared/errors';
import { SaliencyError } from '../shared/saliency-error';

/** How the command ends: 0 done, 1 failed, 2 wrong usage. `line` is for stderr. */
export interface CommandExit {
  readonly status: 0 | 1 | 2;
  readonly line?: string;
}

/** The exit status and one clear line for an error. Only an error in the program itself shows its stack. */
export function exitOf(error: unknown): CommandExit {
  // Commander has already printed its line, or the help.
  if (error instanceof CommanderError) return { status: error.exitCode === 0 ? 0 : 2 };
  if (error instanceof SaliencyError) return { status: ERRORS[error.code].exit, line: error.message };
  return { status: 1, line: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}
