import type { ReadingView } from '../../shared/protocol/reading-page';
import type { ReadingStrings } from '../../shared/strings/reading-page';
import { fill } from '../wording/format';

/** A column as it is called in the file; one that has no name there is called by its place. */
export function columnName(name: string, { header }: ReadingView, { columnName: template }: ReadingStrings): string {
  const number = header === 0 ? /^column (\d+)$/.exec(name)?.[1] : undefined;
  return number === undefined ? name : fill(template, number);
}

/** Whether nothing stands in the file. Of a long one only the beginning was looked at: then there may be more. */
export const isBlank = ({ columns, rows, empty, damage }: ReadingView): boolean =>
  empty + damage.rows >= rows && columns.every(({ filled }) => filled === 0);
