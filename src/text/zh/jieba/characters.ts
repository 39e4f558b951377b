/** The blocks that jieba counts as Han characters: first and last code point of each. */
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

/** The characters of dictionary words: Han, ASCII letters and digits, and the signs of `c++`, `AT&T`, `3.5%`. */
export const isInWords = (character: number): boolean => (character < 0x80 ? OTHERS.has(character) : isHan(character));

/** The end of the character at `at`: one or two UTF-16 units further. */
export const endOf = (text: string, at: number): number => at + (text.codePointAt(at)! > 0xffff ? 2 : 1);

/** The end of the run of characters of one kind that starts at `at`; `at` itself if there is none. */
export function runEnd(text: string, at: number, end: number, kind: (character: number) => boolean): number {
  while (at < end && kind(text.codePointAt(at)!)) at = endOf(text, at);
  return at;
}
