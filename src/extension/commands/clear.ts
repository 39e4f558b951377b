import type { Services } from '../activate/services';

/** Clears one explanation, where a hover's link says which; else all. */
export function clear({ documents, whole }: Services, id: unknown): void {
  if (typeof id !== 'number') {
    documents.clear();
    return whole.remove();
  }
  const range = documents.find(id);
  if (range) documents.clear(range);
}
