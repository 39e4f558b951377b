import { FILE_ERRORS, ROW_ERRORS, type FileErrorId, type RowErrorId } from './strings/file-errors';

type Value = string | number;

/** A sentence with its values, in English. Whole numbers have commas. */
const filled = (sentence: string, values: readonly Value[]): string =>
  sentence.replace(/\{(\d)\}/g, (_, at: string) => written(values[Number(at)]));
const written = (value: Value): string => (typeof value === 'number' ? value.toLocaleString('en') : value);

/** Why a row has no text. */
export const rowErrorText = (id: RowErrorId, ...values: readonly Value[]): string => filled(ROW_ERRORS[id], values);

/** Why a file is not read. */
export const fileErrorText = (id: FileErrorId, ...values: readonly Value[]): string => filled(FILE_ERRORS[id], values);

/** A sentence taken apart again: which one it is, and its values as they are written in it. */
export interface ParsedError<Id> {
  readonly id: Id;
  readonly values: readonly string[];
}

/**
 * A function that tells which sentence of a table a text is. Needed because files of results have only the text. If
 * several fit, it is the one with the longest fixed part.
 */
function parserOf<Id extends string>(
  table: Readonly<Record<Id, string>>,
): (sentence: string) => ParsedError<Id> | undefined {
  const known = (Object.entries(table) as [Id, string][])
    .map(([id, template]) => ({ id, template, pattern: patternOf(template) }))
    .sort((a, b) => lengthOf(b.template) - lengthOf(a.template));
  return (sentence) => {
    for (const { id, pattern } of known) {
      const found = pattern.exec(sentence);
      if (found) return { id, values: found.slice(1) };
    }
    return undefined;
  };
}

/** In every English sentence the values stand in the order of their numbers. */
const patternOf = (template: string): RegExp =>
  new RegExp(`^${template.split(/\{\d\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('(.*?)')}$`, 's'); // prettier-ignore
const lengthOf = (template: string): number => template.replace(/\{\d\}/g, '').length;

export const parsedFileError = parserOf(FILE_ERRORS);
const parsedRowError = parserOf(ROW_ERRORS);

/** The error of a row in another language, with the line that it names; a sentence that is not known stays as it is. */
export function translatedRowError(
  sentence: string,
  fill: (id: RowErrorId, values: readonly string[]) => string,
): string {
  const { id, values } = parsedRowError(sentence) ?? {};
  if (id === undefined || values === undefined) return sentence;
  return fill(id, id === 'line' ? [values[0], translatedRowError(values[1], fill)] : values);
}
