/** Positions as near to the wanted ones as they can be with `gap` between neighbours, inside `from` … `to`. */
export function spread(wanted: readonly number[], gap: number, [from, to]: readonly [number, number]): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => wanted[a] - wanted[b] || a - b);
  const placed: number[] = [];
  order.forEach((index, place) => {
    const least = place === 0 ? from : placed[order[place - 1]] + gap;
    placed[index] = Math.max(wanted[index], least);
  });
  // Positions that were pushed over the end move their neighbours back.
  [...order].reverse().forEach((index, place, reversed) => {
    const most = place === 0 ? to : placed[reversed[place - 1]] - gap;
    placed[index] = Math.min(placed[index], most);
  });
  return placed;
}
