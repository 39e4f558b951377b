/** A date; with both readings where the order of day and month is not clear. */
export interface ReadDay {
  /** Days since 1970-01-01. */
  readonly day: number;
  /** 3/4/2024 as 3 April, where `day` is 4 March. */
  readonly dayFirst?: number;
  /** Set where only one order gives a date: 13/4/2024. */
  readonly shows?: 'dayFirst' | 'monthFirst';
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const YEAR_FIRST = /^(\d{4})\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2}))?(?!\d)/;
const COMPACT = /^(19|20)(\d{2})(\d{2})(\d{2})$/;
const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?!\d)/;
const NAMED_MONTH_FIRST =
  /^(?:[a-z]{3,9},?\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(?:[\d:]+\s+(?:[+-]\d{4}\s+|utc\s+)?)?(\d{4})/;
const NAMED_DAY_FIRST = /^(?:[a-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?[.\s-]+(?:of\s+)?([a-z]{3,9})\.?,?[\s-]+(\d{4})/;
const MONTH_ALONE = /^([a-z]{3,9})\.?\s+(\d{4})$/;
const SECONDS = /^(\d{9,10})(?:\.\d+)?$/;
const MILLISECONDS = /^\d{12,13}$/;
const DAY = 86_400_000;

/** The day that a cell names, as it is written there, without regard to time zones; undefined: it is no date. */
export function readDay(written: string): ReadDay | undefined {
  const text = written.trim().toLowerCase();
  const first = YEAR_FIRST.exec(text);
  if (first) return dayOf(+first[1], +first[2], +(first[3] ?? 1));
  const last = YEAR_LAST.exec(text);
  if (last) return eitherOrder(+last[1], +last[2], fullYear(last[3]));
  const compact = COMPACT.exec(text);
  if (compact) return dayOf(+(compact[1] + compact[2]), +compact[3], +compact[4]);
  if (MILLISECONDS.test(text)) return { day: Math.floor(Number(text) / DAY) };
  const seconds = SECONDS.exec(text);
  if (seconds) return { day: Math.floor((Number(seconds[1]) * 1000) / DAY) };
  return named(text);
}

function named(text: string): ReadDay | undefined {
  const month = NAMED_MONTH_FIRST.exec(text);
  if (month) return dayOf(+month[3], monthNamed(month[1]), +month[2]);
  const day = NAMED_DAY_FIRST.exec(text);
  if (day) return dayOf(+day[3], monthNamed(day[2]), +day[1]);
  const alone = MONTH_ALONE.exec(text);
  return alone ? dayOf(+alone[2], monthNamed(alone[1]), 1) : undefined;
}

const monthNamed = (name: string): number => MONTHS.indexOf(name.slice(0, 3)) + 1;
const fullYear = (year: string): number => (year.length === 4 ? +year : +year + (+year < 70 ? 2000 : 1900));

function eitherOrder(a: number, b: number, year: number): ReadDay | undefined {
  const [monthFirst, dayFirst] = [dayOf(year, a, b), dayOf(year, b, a)];
  if (monthFirst && dayFirst) return { day: monthFirst.day, dayFirst: dayFirst.day };
  if (dayFirst) return { ...dayFirst, shows: 'dayFirst' };
  return monthFirst && { ...monthFirst, shows: 'monthFirst' };
}

function dayOf(year: number, month: number, day: number): ReadDay | undefined {
  if (month < 1 || month > 12 || day < 1 || year < 1000) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCDate() === day ? { day: Math.floor(date.getTime() / DAY) } : undefined;
}

/** Today, in the time zone of this machine. */
export const today = (): number => Math.floor((Date.now() - new Date().getTimezoneOffset() * 60_000) / DAY);

/** A day as ISO 8601 writes it. */
export const isoDay = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);
