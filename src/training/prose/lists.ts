/** `'a, b'` → `['a', 'b']`: what may stand in a gap. */
export const words = (text: string): readonly string[] =>
  text.split(',').map((word) => word.trim().replace(/\s+/g, ' '));

/** The same of a Chinese enumeration, `'甲、乙'`. */
export const wordList = (text: string): readonly string[] => text.split('、').map((word) => word.trim());

/** One entry a line. */
export const lines = (text: string): readonly string[] => text.trim().split(/\s*\n\s*/);
