import TS_CHARACTERS from 'opencc-js/dict/TSCharacters';

/**
 * Traditional characters that simplified text has as well (著名, 乾隆, 瞭望): they alone do not show that a text is written
 * in traditional ones.
 */
const IN_BOTH = new Set('乾夥徵摺於昇著藉覆瞭麽吒薹拚扞陞谿祕餘濛');

/** By UTF-16 unit; 0 where a character stays. Pairs outside the basic plane are left out: offsets must stay. */
let table: Uint16Array | undefined;

function simplifiedUnits(): Uint16Array {
  if (table) return table;
  table = new Uint16Array(0x10000);
  for (const pair of TS_CHARACTERS.split('|')) {
    const [from, to] = pair.split(' ');
    if (from.length === 1 && to.length === 1 && from !== to) table[from.charCodeAt(0)] = to.charCodeAt(0);
  }
  return table;
}

/** Each traditional character simplified, as OpenCC has them (its first choice); as many UTF-16 units as before. */
export function simplified(text: string): string {
  const units = simplifiedUnits();
  let changed: string[] | undefined;
  for (let i = 0; i < text.length; i++) {
    const to = units[text.charCodeAt(i)];
    if (to !== 0) (changed ??= text.split(''))[i] = String.fromCharCode(to);
  }
  return changed ? changed.join('') : text;
}

/** The same where the text is written in traditional characters; others keep those few that both scripts use. */
export function simplifiedText(text: string): string {
  const units = simplifiedUnits();
  for (let i = 0; i < text.length; i++) {
    if (units[text.charCodeAt(i)] !== 0 && !IN_BOTH.has(text[i])) return simplified(text);
  }
  return text;
}
