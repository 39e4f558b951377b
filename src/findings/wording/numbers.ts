import type { Estimate } from '../../shared/findings/figures';

const DAY = 86_400_000;

/** A figure with a number of decimals, U+2212 as minus, no minus zero. */
export function fixed(value: number, decimals: number): string {
  const digits = Math.abs(value).toFixed(decimals);
  return value < 0 && Number(digits) !== 0 ? `−${digits}` : digits;
}

function signed(value: number, decimals: number): string {
  const digits = fixed(value, decimals);
  return value > 0 && Number(digits) !== 0 ? `+${digits}` : digits;
}

/** A difference of shares below this that chance explains is called no difference: one percentage point. */
export const SMALL_DIFFERENCE = 0.01;

/** A difference of shares in points. */
export const signedPoints = (difference: number, decimals = 1): string => signed(100 * difference, decimals);

/** An interval of shares in %. */
export const range = ({ low, high }: Estimate, decimals = 1): string =>
  `${fixed(100 * low, decimals)}–${fixed(100 * high, decimals)}`;

/** Quoted, with the marks of both languages. */
export const quote = (text: string): string => `“${text}”`;

export const grouped = (value: number): string => value.toLocaleString('en');

export interface YearMonthDay {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
}

export function dateOf(day: number): YearMonthDay {
  const date = new Date(day * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** A Chinese word between two others, and the second: a space parts it from Latin letters and numbers. */
export const spacedChinese = (word: string, before: string, after: string): string =>
  `${/[\w)]$/.test(before) ? ' ' : ''}${word}${/^[\w(]/.test(after) ? ' ' : ''}${after}`;
