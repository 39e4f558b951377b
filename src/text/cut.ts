import type { Truncation } from '../shared/text-options';

/** The part of a longer text that a model reads: at most `length` words; 0 means all. */
export function cutTo<T>(all: readonly T[], length: number, cut: Truncation): readonly T[] {
  if (length === 0 || all.length <= length) return all;
  if (cut === 'first') return all.slice(0, length);
  if (cut === 'last') return all.slice(all.length - length);
  const head = Math.floor(length / 4);
  return [...all.slice(0, head), ...all.slice(all.length - (length - head))];
}
