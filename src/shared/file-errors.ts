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

/** A sentence taken apart again: what it says, and its values as they are written. */
export interface SaidError<Id> {
  readonly id: Id;
  readonly values: readonly string[];
}

/**
 * Which of the sentences one is: results are files, and have them as they are written. Of those that fit, the one with
 * the most words of its own.
 */
function saidIn<Id extends string>(
  table: Readonly<Record<Id, string>>,
): (sentence: string) => SaidError<Id> | undefined {
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

/** Values stand in their order in every English sentence. */
const patternOf = (template: string): RegExp =>
  new RegExp(`^${template.split(/\{\d\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('(.*?)')}$`, 's'); // prettier-ignore
const lengthOf = (template: string): number => template.replace(/\{\d\}/g, '').length;

export const saidOfFile = saidIn(FILE_ERRORS);
const saidOfRow = saidIn(ROW_ERRORS);

/** A sentence about a row in another language, that of its line included; one that is unknown stays as it is. */
export function retoldRowError(sentence: string, fill: (id: RowErrorId, values: readonly string[]) => string): string {
  const { id, values } = saidOfRow(sentence) ?? {};
  if (id === undefined || values === undefined) return sentence;
  return fill(id, id === 'line' ? [values[0], retoldRowError(values[1], fill)] : values);
}
