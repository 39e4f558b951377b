import { readDay } from '../store/days';

/** What stands in a cell of a workbook. A date is of UTC, as workbooks know no time zones. */
export type Cell = string | number | Date | undefined;

/** Excel has no day before 1900, and counts one too many until March of that year. */
const FIRST_DAY = Date.UTC(1900, 2, 1);
const DAY = 86_400_000;
const NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?$/;
/** A day, and a time where one stands with it. With a time zone it stays what is written. */
const ISO_DATE = /^\d{4}-\d{2}-\d{2}(?:[ T]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?)?$/;

/** A day since 1970-01-01. */
export const dayCell = (day: number): Cell => (day * DAY < FIRST_DAY ? undefined : new Date(day * DAY));

/** Plain numbers are numbers in a table, and dates that can be read in one way only are dates; all else is text. */
export function typedCell(shown: string, written: string): Cell {
  if (written === '') return undefined;
  if (NUMBER.test(written)) return Number(written);
  return dateCell(written) ?? shown;
}

function dateCell(written: string): Cell {
  const clock = ISO_DATE.exec(written);
  const read = clock ? readDay(written) : undefined;
  if (!clock || !read || read.day * DAY < FIRST_DAY) return undefined;
  const { day } = read;
  const [hours, minutes, seconds] = clock.slice(1).map((part: string | undefined) => Number(part ?? 0));
  return new Date(day * DAY + ((hours * 60 + minutes) * 60 + seconds) * 1_000);
}
