const DAY = 86_400_000;

/** A figure with so many decimals, U+2212 as minus, no minus zero. */
export function fixed(value: number, decimals: number): string {
  const digits = Math.abs(value).toFixed(decimals);
  return value < 0 && Number(digits) !== 0 ? `−${digits}` : digits;
}

export function signed(value: number, decimals: number): string {
  const digits = fixed(value, decimals);
  return value > 0 && Number(digits) !== 0 ? `+${digits}` : digits;
}

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
