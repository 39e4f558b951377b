/** Figures as the whole project prints them: fixed decimals, U+2212 as minus, no minus zero. */
export function fixed(value: number, decimals = 2): string {
  const digits = Math.abs(value).toFixed(decimals);
  return value < 0 && Number(digits) !== 0 ? `−${digits}` : digits;
}

/** With its sign, but for zero: `+0.37`, `−0.21`, `0.00`. */
export function signed(value: number, decimals = 2): string {
  const digits = fixed(value, decimals);
  return value > 0 && Number(digits) !== 0 ? `+${digits}` : digits;
}

/** `{0}` … of a template, filled in. In Chinese a space parts Chinese characters from Latin letters and digits: `按 product`. */
export function fill(template: string, ...values: readonly (string | number)[]): string {
  return template.replace(/\{(\d)\}/g, (placeholder, index: string, at: number) => {
    const value = values[Number(index)];
    if (value === undefined) return placeholder;
    const text = String(value);
    const before = HAN_END.test(template.slice(0, at)) && LATIN_START.test(text) ? ' ' : '';
    const after = LATIN_END.test(text) && HAN_START.test(template.slice(at + placeholder.length)) ? ' ' : '';
    return before + text + after;
  });
}

/** The same space in text that others have made, as dates: `2023年10月` → `2023 年 10 月`. */
export const spaced = (text: string): string =>
  text.replace(/(\d)(?=\p{Script=Han})/gu, '$1 ').replace(/(\p{Script=Han})(?=\d)/gu, '$1 ');

const [HAN_START, HAN_END] = [/^\p{Script=Han}/u, /\p{Script=Han}$/u];
const [LATIN_START, LATIN_END] = [/^[\p{Script=Latin}\d]/u, /[\p{Script=Latin}\d%]$/u];
