/** A table of more cells than this is not filled; the differing parts then count as replaced as a whole. */
const MOST_CELLS = 16_000_000;

/** A pair of positions; one of them is absent if an item is only in one of the lists. */
export interface Aligned {
  readonly before?: number;
  readonly after?: number;
}

/**
 * The shortest edit from one list to another by removing and adding items (longest common subsequence). The items of both
 * lists stay in order; between two common items the removed ones come first, then the added ones.
 */
export function align(before: readonly string[], after: readonly string[]): Aligned[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const [endBefore, endAfter] = [before.length - tail, after.length - tail];
  const same = (count: number, b: number, a: number) =>
    Array.from({ length: count }, (_, i) => ({ before: b + i, after: a + i }));
  return [
    ...same(head, 0, 0),
    ...middle(before.slice(head, endBefore), after.slice(head, endAfter)).map((pair) => shifted(pair, head)),
    ...same(tail, endBefore, endAfter),
  ];
}

function shifted({ before, after }: Aligned, by: number): Aligned {
  return {
    ...(before !== undefined && { before: before + by }),
    ...(after !== undefined && { after: after + by }),
  };
}

function middle(before: readonly string[], after: readonly string[]): Aligned[] {
  const dropped = (from: number, to: number) => before.slice(from, to).map((_, i) => ({ before: from + i }));
  const added = (from: number, to: number) => after.slice(from, to).map((_, i) => ({ after: from + i }));
  const pairs: Aligned[] = [];
  let [b, a] = [0, 0];
  for (const [atBefore, atAfter] of common(before, after)) {
    pairs.push(...dropped(b, atBefore), ...added(a, atAfter), { before: atBefore, after: atAfter });
    [b, a] = [atBefore + 1, atAfter + 1];
  }
  return [...pairs, ...dropped(b, before.length), ...added(a, after.length)];
}

/** The positions of a longest common subsequence; among equally long ones, the first. */
function common(before: readonly string[], after: readonly string[]): [number, number][] {
  const width = after.length + 1;
  if ((before.length + 1) * width > MOST_CELLS) return [];
  /** Length of the longest common subsequence of both lists from positions (b, a) on. */
  const rest = new Uint16Array((before.length + 1) * width);
  for (let b = before.length - 1; b >= 0; b--) {
    for (let a = after.length - 1; a >= 0; a--) {
      const at = b * width + a;
      rest[at] = before[b] === after[a] ? rest[at + width + 1] + 1 : Math.max(rest[at + width], rest[at + 1]);
    }
  }
  const pairs: [number, number][] = [];
  let [b, a] = [0, 0];
  while (b < before.length && a < after.length) {
    const at = b * width + a;
    if (before[b] === after[a]) pairs.push([b++, a++]);
    else if (rest[at + width] >= rest[at + 1]) b++;
    else a++;
  }
  return pairs;
}
