/** What treebank tokens stand for. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/-LRB-/giu, '('],
  [/-RRB-/giu, ')'],
  [/-LSB-/giu, '['],
  [/-RSB-/giu, ']'],
  [/\\([/*])/gu, '$1'],
  // `` and '' are the two sides of quotation marks; so are single ones that stand alone before or behind a word.
  [/``\s*/gu, '“'],
  [/\s*''/gu, '”'],
  [/(^|\s)`\s*/gu, '$1‘'],
];

/** Spaces that no writer sets. */
const GLUED: readonly (readonly [RegExp, string])[] = [
  [/\s+(n['’]t|['’](?:s|re|ve|ll|d|m))(?![\p{L}\p{N}])/giu, '$1'],
  [/(?<![\p{L}\p{N}])(can|gon|wan|got|lem|gim) (not|na|ta|me)(?![\p{L}\p{N}])/giu, '$1$2'],
  [/\s+([,.!?;:%)\]”…])/gu, '$1'],
  [/([([“‘$#])\s+/gu, '$1'],
  [/([\p{L}\p{N}]) - ([\p{L}\p{N}])/gu, '$1-$2'],
];

/**
 * Text of a corpus that was cut into treebank tokens, written as people write: `It is n't bad , is it ?` →
 * `It isn't bad, is it?`. Signs that stand apart (`. . .`) come together. Real text is left as it is.
 */
export function detokenised(text: string): string {
  let whole = text;
  for (const [token, sign] of SIGNS) whole = whole.replace(token, sign);
  for (const [apart, together] of GLUED) whole = whole.replace(apart, together);
  return whole.replace(/“/gu, '"').replace(/”/gu, '"').replace(/‘/gu, "'").replace(/\s+/gu, ' ').trim();
}
