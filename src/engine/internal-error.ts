import { SaliencyError } from '../shared/saliency-error';

/** An unexpected error as a `SaliencyError`, which all callers handle. The worker in which it happened is replaced. */
export function internalError(error: unknown): SaliencyError {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return new SaliencyError(`Saliency failed at this text, which is a fault of its own (${reason}).`, 'internal', {
    reason,
  });
}
