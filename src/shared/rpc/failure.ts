import { receivedError, SaliencyError, type ErrorData } from '../saliency-error';

/** An error as it travels. */
export interface Failure {
  readonly message: string;
  readonly code: string;
  /** Left out if it was no `SaliencyError`. */
  readonly data?: ErrorData;
}

/** An error of the other side that is not worded for people; `code` as that side has it: `FileNotFound`, `ENOENT`, … */
export class RemoteError extends Error {
  constructor(
    message: string,
    readonly code: string,
  ) {
    super(message);
  }
}

/** @param error whatever was thrown */
export function failureOf(error: unknown): Failure {
  if (error instanceof SaliencyError) {
    const { message, code, data } = error;
    return { message, code, data };
  }
  const { message, code } = (error ?? {}) as { readonly message?: unknown; readonly code?: unknown };
  return { message: typeof message === 'string' ? message : String(error), code: String(code ?? '') };
}

/** The error again, on the side of the caller. */
export function errorOf({ message, code, data }: Failure): SaliencyError | RemoteError {
  return data ? receivedError(message, code, data) : new RemoteError(message, code);
}
