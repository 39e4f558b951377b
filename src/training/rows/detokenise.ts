/** Treebank tokens and the text that they stand for. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/-LRB-/giu, '('],
  [/-RRB-/giu, ')'],
  [/-LSB-/giu, '['],
  [/-RSB-/giu, ']'],
  [/\\([/*])/gu, '$1'],
  // `` and '' are opening and closing quotation marks, and so are single ones that stand alone before or after a word.
  [/``\s*/gu, '“'],
  [/\s*''/gu, '”'],
  [/(^|\s)`\s*/gu, '$1‘'],
];

/** Spaces that people do not write. */
const GLUED: readonly (readonly [RegExp, string])[] = [
  [/\s+(n['’]t|['’](?:s|re|ve|ll|d|m))(?![\p{L}\p{N}])/giu, '$1'],
  [/(?<![\p{L}\p{N}])(can|gon|wan|got|lem|gim) (not|na|ta|me)(?![\p{L}\p{N}])/giu, '$1$2'],
  [/\s+([,.!?;:%)\]”…])/gu, '$1'],
  [/([([“‘$#])\s+/gu, '$1'],
  [/([\p{L}\p{N}]) - ([\p{L}\p{N}])/gu, '$1-$2'],
];

/**
 * Turns treebank tokens back into text as people write it: `It is n't bad , is it ?` → `It isn't bad, is it?`. Separated
 * signs (`. . .`) are joined. Ordinary text is not changed.
 */
export function detokenised(text: string): string {
  let whole = text;
  for (const [token, sign] of SIGNS) whole = whole.replace(token, sign);
  for (const [apart, together] of GLUED) whole = whole.replace(apart, together);
  return whole.replace(/“/gu, '"').replace(/”/gu, '"').replace(/‘/gu, "'").replace(/\s+/gu, ' ').trim();
}
