import { dirname } from 'node:path';
import { SaliencyError } from '../../shared/saliency-error';

/** The error of a file, worded for people. */
export function writeError(path: string, error: unknown, bytes = 0): SaliencyError {
  const { code = '', message } = error as NodeJS.ErrnoException;
  const kept = `${bytes > 0 ? `What is done is kept in ${path}.partial: make` : 'Make'} room and run again.`;
  const reasons: Readonly<Record<string, string>> = {
    ENOSPC: `The disk is full: ${path} cannot be written. ${kept}`,
    EDQUOT: `Your share of the disk is used up: ${path} cannot be written. ${kept}`,
    EACCES: `${dirname(path)} may not be written to: choose another place for ${path}.`,
    EPERM: `${dirname(path)} may not be written to: choose another place for ${path}.`,
    EROFS: `${dirname(path)} is on a disk that is only to be read: choose another place for ${path}.`,
    ENOENT: `There is no folder ${dirname(path)}.`,
  };
  const sentence = Object.hasOwn(reasons, code) ? reasons[code] : `${path} cannot be written: ${message}`;
  return new SaliencyError(sentence, code === 'ENOENT' ? 'no-such-file' : 'unwritable', {
    ...{ file: path, folder: dirname(path), reason: code, kept: Number(bytes > 0), detail: message },
  });
}
