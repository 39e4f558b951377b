import { RemoteError } from '../../shared/rpc/failure';
import { SaliencyError } from '../../shared/saliency-error';

/** The error of a file that the host writes, worded for people; `reason` is the code of the file system. */
export function hostError(address: string, error: unknown, kept = false): unknown {
  if (!(error instanceof RemoteError)) return error;
  const file = decodeURIComponent(address.slice(address.lastIndexOf('/') + 1));
  const reason = reasonOf(error);
  const sentence =
    reason === 'ENOSPC'
      ? `The disk is full: ${file} cannot be written. Make room and run again.`
      : reason === 'EACCES'
        ? `Its folder may not be written to: choose another place for ${file}.`
        : `${file} cannot be written: ${error.message}`;
  return new SaliencyError(sentence, 'unwritable', { file, reason, kept: Number(kept), detail: error.message });
}

function reasonOf({ code, message }: RemoteError): string {
  if (/ENOSPC|no space|quota/i.test(message)) return 'ENOSPC';
  if (code === 'NoPermissions' || /EACCES|EPERM|EROFS|read-?only/i.test(message)) return 'EACCES';
  return '';
}
