/** Which words of a longer text are kept: its first ones, its last ones, or a quarter of them and the rest its last. */
export const CUTS = ['first', 'last', 'ends'] as const;
export type Cut = (typeof CUTS)[number];

/** At most `length` of them; 0: all. */
export function cutTo<T>(all: readonly T[], length: number, cut: Cut): readonly T[] {
  if (length === 0 || all.length <= length) return all;
  if (cut === 'first') return all.slice(0, length);
  if (cut === 'last') return all.slice(all.length - length);
  const head = Math.floor(length / 4);
  return [...all.slice(0, head), ...all.slice(all.length - (length - head))];
}
