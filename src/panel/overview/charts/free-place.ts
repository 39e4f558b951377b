/** Where a name of a chart may stand: pixels of its left edge and its baseline. */
interface Place {
  readonly from: number;
  readonly baseline: number;
}

/** An upright line that a name must not cover. */
interface Upright {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

/** Pixels between a name and what it must not cover. */
const GAP = 6;
/** Pixels of a line of text above its baseline. */
const LINE = 16;

/** The first of the places at which a name of this length lies between the edges and covers none of the lines. */
export function freePlace<P extends Place>(
  places: readonly P[],
  length: number,
  [left, right]: readonly [number, number],
  lines: readonly Upright[],
): P | undefined {
  const isFree = ({ from, baseline }: P, { x, top, bottom }: Upright): boolean =>
    x < from - GAP || x > from + length + GAP || top > baseline + GAP || bottom < baseline - LINE;
  return places.find(
    (place) => place.from > left && place.from + length < right && lines.every((line) => isFree(place, line)),
  );
}
