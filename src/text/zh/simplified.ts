import TS_CHARACTERS from 'opencc-js/dict/TSCharacters';
import { once } from '../../shared/once';

/**
 * Traditional characters that simplified text has as well (著名, 乾隆, 瞭望): they alone do not show that a text is written
 * in traditional ones.
 */
const IN_BOTH = new Set('乾夥徵摺於昇著藉覆瞭麽吒薹拚扞陞谿祕餘濛');

/** The first ideograph: below it nothing is simplified, and texts without Chinese need no table. */
const FIRST = 0x3400;

/** What a UTF-16 unit becomes; 0 where it stays. */
function simplifiedUnit(unit: number): number {
  return unit < FIRST ? 0 : simplifiedUnits()[unit];
}

/** By UTF-16 unit; 0 where a character stays. Pairs outside the basic plane are left out: offsets must stay. */
const simplifiedUnits = once(() => {
  const units = new Uint16Array(0x10000);
  for (const pair of TS_CHARACTERS.split('|')) {
    const [from, to] = pair.split(' ');
    if (from.length === 1 && to.length === 1 && from !== to) units[from.charCodeAt(0)] = to.charCodeAt(0);
  }
  return units;
});

/** Each traditional character simplified, as OpenCC has them (its first choice); as many UTF-16 units as before. */
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
