import type { ReadingView } from '../../shared/protocol/reading-page';
import type { ReadingStrings } from '../../shared/strings/reading-page';
import { fill } from '../wording/format';

/** What people call the format of the file. */
export function formatName({ format }: ReadingView, { formats }: ReadingStrings): string {
  const names: Readonly<Record<string, string>> = formats;
  return Object.hasOwn(names, format) ? names[format] : format;
}

/** A column as it is called in the file; one that has no name there is called by its place. */
export function columnName(name: string, { header }: ReadingView, { columnName: template }: ReadingStrings): string {
  const number = header === 0 ? /^column (\d+)$/.exec(name)?.[1] : undefined;
  return number === undefined ? name : fill(template, number);
}
