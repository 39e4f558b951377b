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

/** `{0}` … of a template, filled in. */
export function fill(template: string, ...values: readonly (string | number)[]): string {
  return template.replace(/\{(\d)\}/g, (placeholder, index: string) => {
    const value = values[Number(index)];
    return value === undefined ? placeholder : String(value);
  });
}
