/** Lengths of the character n-grams that a word is read from. */
const ENGLISH = { shortest: 3, longest: 6 } as const;
const CHINESE = { shortest: 1, longest: 3 } as const;
/** A longer word is no word. */
const LONGEST = 60;
const HAN = /\p{Script=Han}/u;
const READABLE = /^[\p{P}\p{S}\p{N}]*\p{Script=Latin}[\p{Script=Latin}\p{M}\p{P}\p{S}\p{N}]{2,}$|\p{Script=Han}/u;

/**
 * The buckets of a word's parts: n-grams of 3 to 6 letters of `<word>`, or of 1 to 3 characters where it has Han characters,
 * hashed (FNV-1a over UTF-16 units) as in Zhao, Mudgal and Liang 2018. Empty for what has no letters to read: numbers,
 * signs, other scripts.
 *
 * @param token as `tokenOf` gives it
 */
export function subwords(token: string, buckets: number): number[] {
  if (token.length > LONGEST || !READABLE.test(token)) return [];
  const han = HAN.test(token);
  const { shortest, longest } = han ? CHINESE : ENGLISH;
  const text = han ? token : `<${token}>`;
  const found: number[] = [];
  for (let start = 0; start < text.length; start++) {
    let hash = 0x811c9dc5;
    const end = Math.min(text.length, start + longest);
    for (let at = start; at < end; at++) {
      hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
      if (at - start + 1 >= shortest) found.push(mixed(hash) % buckets);
    }
  }
  return found;
}

/** The lower bits of FNV alone are no good where buckets are a power of two. */
function mixed(hash: number): number {
  const h = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (h ^ (h >>> 13)) >>> 0;
}
