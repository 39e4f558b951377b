import type { Truncation } from '../shared/text-options';

/** At most `length` of them; 0: all. */
export function cutTo<T>(all: readonly T[], length: number, cut: Truncation): readonly T[] {
  if (length === 0 || all.length <= length) return all;
  if (cut === 'first') return all.slice(0, length);
  if (cut === 'last') return all.slice(all.length - length);
  const head = Math.floor(length / 4);
  return [...all.slice(0, head), ...all.slice(all.length - (length - head))];
}
