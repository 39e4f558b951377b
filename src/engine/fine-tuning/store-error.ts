import { RemoteError } from '../../shared/rpc/failure';
import { SaliencyError } from '../../shared/saliency-error';
import type { FineTuningEnvironment } from '../../training/fine-tuning/environment';

type Store = FineTuningEnvironment['store'];

/** The same store; its errors of writing are worded for people. */
export const withReadableErrors = (store: Store): Store => ({
  load: (address) => store.load(address),
  remove: (address) => store.remove(address),
  save: (address, bytes) =>
    store.save(address, bytes).catch((error: unknown) => Promise.reject(storeError(address, error))),
  move: (from, to) => store.move(from, to).catch((error: unknown) => Promise.reject(storeError(to, error))),
});

function storeError(address: string, error: unknown): Error {
  if (error instanceof SaliencyError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const given = error instanceof RemoteError ? error.code : String((error as { readonly code?: unknown }).code ?? '');
  const reason = reasonOf(given, message);
  const file = decodeURIComponent(address.slice(address.lastIndexOf('/') + 1));
  const sentences: Readonly<Record<string, string>> = {
    ENOSPC: `The disk is full: ${file} cannot be written. What was learnt up to the last checkpoint is kept: make room and resume the training. The model in use is as it was.`,
    EACCES: `The folder of ${file} may not be written to: choose another place for the model.`,
  };
  const sentence = Object.hasOwn(sentences, reason) ? sentences[reason] : `${file} cannot be written: ${message}`;
  return new SaliencyError(sentence, 'unwritable', { file, reason, kept: 1, detail: message });
}

function reasonOf(code: string, message: string): string {
  if (/ENOSPC|EDQUOT|no space|quota/i.test(`${code} ${message}`)) return 'ENOSPC';
  if (code === 'NoPermissions' || /EACCES|EPERM|EROFS|read-?only/i.test(`${code} ${message}`)) return 'EACCES';
  return '';
}
