import { translatedRowError, parsedFileError } from '../../shared/file-errors';
import { FILE_ERRORS, ROW_ERRORS } from '../../shared/strings/file-errors';
import { translate } from './translate';

/** Why a row has no text, in the display language. */
export const rowErrorIn = (sentence: string): string =>
  translatedRowError(sentence, (id, values) => translate(ROW_ERRORS[id], ...values));

/** Why a file is not read, in the display language; undefined: it says something else. */
export function fileErrorIn(sentence: string): string | undefined {
  const said = parsedFileError(sentence);
  return said && translate(FILE_ERRORS[said.id], ...said.values);
}
