import { readDay } from '../../../findings/store/days';
import type { RowStore } from '../../../findings/store/row-store';
import { NO_DAY, NO_VALUE, UNREADABLE_DAY } from '../../../shared/findings/piece';

/** The days in a column that the person chose as the column of dates; undefined if there is no such column. */
export function daysIn(store: RowStore, name: string): Int32Array | undefined {
  const column = store.column(name);
  if (!column) return undefined;
  const read = column.values.map((value) => readDay(value));
  const [dayFirst, monthFirst] = [
    read.some((each) => each?.shows === 'dayFirst'),
    read.some((each) => each?.shows === 'monthFirst'),
  ];
  const days = Int32Array.from(read, (each) =>
    each ? ((monthFirst && !dayFirst ? undefined : each.dayFirst) ?? each.day) : UNREADABLE_DAY,
  );
  const { values } = column.codes;
  return Int32Array.from({ length: store.rows }, (_, row) => (values[row] === NO_VALUE ? NO_DAY : days[values[row]]));
}
