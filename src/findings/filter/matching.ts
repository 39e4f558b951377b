/** Which of different values meet a condition: 1 at the place of each that does. Rows are then looked up by their codes. */
export function matchingValues(values: readonly string[], test: (value: string) => boolean): Uint8Array {
  const found = new Uint8Array(values.length);
  values.forEach((value, code) => {
    if (test(value)) found[code] = 1;
  });
  return found;
}
