/** Han characters as jieba counts them: first and last code point of each block. */
const HAN: readonly (readonly [first: number, last: number])[] = [
  [0x4e00, 0x9fff],
  [0x3400, 0x4dbf],
  [0xf900, 0xfaff],
  [0x20000, 0x2a6df],
  [0x2a700, 0x2b73f],
  [0x2b740, 0x2b81f],
  [0x2b820, 0x2ceaf],
  [0x2ceb0, 0x2ebef],
  [0x2f800, 0x2fa1f],
];

const isHan = (character: number): boolean => HAN.some(([first, last]) => character >= first && character <= last);

const OTHERS = new Set(
  Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+#&._%-', (letter) => letter.charCodeAt(0)),
);

/** What the dictionary may know: Han, ASCII letters and digits, and the signs of `c++`, `AT&T`, `3.5%`. */
export const isInWords = (character: number): boolean => (character < 0x80 ? OTHERS.has(character) : isHan(character));

/** Where the character at `at` ends: one UTF-16 unit further, or two. */
export const endOf = (text: string, at: number): number => at + (text.codePointAt(at)! > 0xffff ? 2 : 1);

/** Where the run of characters of a kind that starts at `at` ends; `at` where there is none. */
export function runEnd(text: string, at: number, end: number, kind: (character: number) => boolean): number {
  while (at < end && kind(text.codePointAt(at)!)) at = endOf(text, at);
  return at;
}
