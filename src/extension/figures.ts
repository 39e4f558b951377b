import * as vscode from 'vscode';

/** Figures as the whole project prints them: two decimals, U+2212 as minus. */
export function probability(value: number): string {
  return value.toFixed(2);
}

/** A score with its sign where the method has one (`+0.37`, `−0.14`), plain otherwise. */
export function score(value: number, signed: boolean): string {
  const digits = Math.abs(value).toFixed(2);
  if (Number(digits) === 0) return digits;
  if (value < 0) return `−${digits}`;
  return signed ? `+${digits}` : digits;
}

/** A share as `22.7 %`; `locale` decides about the space before the sign. */
export function percent(share: number, locale: string): string {
  return `${(share * 100).toFixed(1)}${locale.startsWith('zh') ? '' : ' '}%`;
}

/** Bytes as people say them: `0.7 MB`. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

/** A count with its thousands apart. */
export function whole(value: number): string {
  return value.toLocaleString(vscode.env.language);
}
