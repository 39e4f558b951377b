import * as vscode from 'vscode';

/** A score of a signed method with its sign (`+0.37`, `−0.14`), one of an unsigned method as a share (`28.1 %`). */
export function score(value: number, signed: boolean): string {
  return signed ? withSign(value, value.toFixed(2)) : percent(value, vscode.env.language);
}

function withSign(value: number, digits: string): string {
  const size = digits.replace(/^[-−]/, '');
  if (/^[0.]+$/.test(size)) return size;
  return `${value < 0 ? '−' : '+'}${size}`;
}

/** A probability as the editor shows it: `97 %`, in Chinese `97%`; the space does not break. */
export function wholePercent(value: number): string {
  return `${Math.round(100 * value)}${vscode.env.language.startsWith('zh') ? '' : '\u00a0'}%`;
}

/** A share as `22.7 %`; `locale` decides about the space before the sign. */
export function percent(share: number, locale: string): string {
  const digits = (share * 100).toFixed(1).replace('-', '−').replace('−0.0', '0.0');
  return `${digits}${locale.startsWith('zh') ? '' : ' '}%`;
}

/** Bytes as people say them: `0.7 MB`. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

/** A count with its thousands apart. */
export function whole(value: number): string {
  return value.toLocaleString(vscode.env.language);
}
