import { ERRORS, isErrorCode, type ErrorCode } from './errors';

/** What an error is about, by name: models, methods, files, figures. What is listed is in the order to show. */
export type ErrorData = Readonly<Record<string, string | number | readonly string[]>>;

/**
 * An error whose message is meant for the person in front of the screen: what, where, and what to do. The message is
 * English; other languages make their message from `code` and `data`.
 */
export class SaliencyError extends Error {
  override readonly name = 'SaliencyError';
  /** By its name: each bundle of ours has a copy of this class. */
  static override [Symbol.hasInstance](error: unknown): boolean {
    return error instanceof Error && error.name === 'SaliencyError';
  }
  constructor(
    message: string,
    readonly code: ErrorCode,
    readonly data: ErrorData = {},
  ) {
    super(message);
  }
}

/** An error as another thread or page sent it. */
export const receivedError = (message: string, code: string, data?: ErrorData): SaliencyError =>
  new SaliencyError(message, isErrorCode(code) ? code : 'internal', data);

/** Whether an error concerns one text alone, so that the others go on. */
export const concernsOneText = (error: unknown): error is SaliencyError =>
  error instanceof SaliencyError && ERRORS[error.code].scope === 'text';
