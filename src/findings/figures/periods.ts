import type { TimeUnit } from '../../shared/findings/figures';

const DAY = 86_400_000;
const TIME_UNITS: readonly TimeUnit[] = ['day', 'week', 'month', 'quarter', 'year'];

/** The first day of the period that a day is in; weeks begin on Monday. */
export function periodStart(day: number, unit: TimeUnit): number {
  if (unit === 'day') return day;
  // 1970-01-01 was a Thursday.
  if (unit === 'week') return day - ((((day + 3) % 7) + 7) % 7);
  const date = new Date(day * DAY);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  return daysOf(year, unit === 'month' ? month : unit === 'quarter' ? month - (month % 3) : 0);
}

/** The first day of the next period. */
export function nextPeriod(start: number, unit: TimeUnit): number {
  if (unit === 'day') return start + 1;
  if (unit === 'week') return start + 7;
  const date = new Date(start * DAY);
  return daysOf(date.getUTCFullYear(), date.getUTCMonth() + { month: 1, quarter: 3, year: 12 }[unit]);
}

const daysOf = (year: number, month: number): number => Date.UTC(year, month, 1) / DAY;

/** Days of each unit. */
const LENGTHS = { day: 1, week: 7, month: 30.4, quarter: 91.3, year: 365.2 };
/** A unit is chosen that gives at least so many points (a year of months is enough), and at most so many. */
const LEAST_POINTS = 11.5;
const MOST_POINTS = 60;
/** Points of fewer rows than this show little but chance: a coarser unit is better, if it has points enough. */
const ROWS_A_POINT = 20;

/** The unit that gives 12 to 60 points: the finest in which a point has rows enough, else the finest. */
export function unitFor(from: number, to: number, rows: number): TimeUnit {
  const pointsOf = (unit: TimeUnit) => (to - from + 1) / LENGTHS[unit];
  const units = TIME_UNITS.filter((unit) => pointsOf(unit) <= MOST_POINTS);
  const full = units.find((unit) => rows / pointsOf(unit) >= ROWS_A_POINT && pointsOf(unit) >= LEAST_POINTS);
  const some = units.findLast((unit) => pointsOf(unit) >= LEAST_POINTS);
  return full ?? some ?? units[0] ?? 'year';
}
