import { SaliencyError } from '../shared/saliency-error';

/** An error that nobody foresaw, in the form that everybody handles; a worker in which it happened is replaced. */
export function internal(error: unknown): SaliencyError {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return new SaliencyError(`Saliency failed at this text, which is a fault of its own (${reason}).`, 'internal', {
    reason,
  });
}
