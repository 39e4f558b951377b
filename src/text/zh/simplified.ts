/**
 * Traditional characters that simplified text has as well (著名, 乾隆, 瞭望): they alone do not show that a text is written
 * in traditional ones.
 */
const IN_BOTH = new Set('乾夥徵摺於昇著藉覆瞭麽吒薹拚扞陞谿祕餘濛');

/** The first ideograph: below it nothing is simplified. */
const FIRST = 0x3400;

/** By UTF-16 unit what it becomes; 0 where it stays. One for the whole process, with the segmenter's dictionary. */
let units: Uint16Array | undefined;

/** Makes the simplified characters known. @param from traditional units @param to their simplified ones */
export function loadSimplified(from: Uint16Array, to: Uint16Array): void {
  units = new Uint16Array(0x10000);
  for (const [index, unit] of from.entries()) units[unit] = to[index];
}

const simplifiedUnit = (unit: number): number => (unit < FIRST || !units ? 0 : units[unit]);

/**
 * Each traditional character simplified, as OpenCC has them (its first choice); as many UTF-16 units as before. The text as
 * it is while no Chinese segmenter is loaded.
 */
export function simplified(text: string): string {
  let changed: string[] | undefined;
  for (let i = 0; i < text.length; i++) {
    const to = simplifiedUnit(text.charCodeAt(i));
    if (to !== 0) (changed ??= text.split(''))[i] = String.fromCharCode(to);
  }
  return changed ? changed.join('') : text;
}

/** The same where the text is written in traditional characters; others keep those few that both scripts use. */
export function simplifiedText(text: string): string {
  for (let i = 0; i < text.length; i++) {
    if (simplifiedUnit(text.charCodeAt(i)) !== 0 && !IN_BOTH.has(text[i])) return simplified(text);
  }
  return text;
}
