/** A figure above a word, in pixels. */
export interface Box {
  readonly left: number;
  readonly right: number;
  /** Of its line: figures of different lines never overlap. */
  readonly top: number;
  readonly strength: number;
}

/** Pixels between two figures, at least. */
const GAP = 4;

/** Which boxes stay where those that would overlap a stronger one go. */
export function kept(boxes: readonly Box[]): boolean[] {
  const stay = boxes.map(() => false);
  const order = boxes.map((_, index) => index).sort((a, b) => boxes[b].strength - boxes[a].strength || a - b);
  const lines = new Map<number, readonly Box[]>();
  for (const index of order) {
    const box = boxes[index];
    const line = lines.get(box.top) ?? [];
    stay[index] = line.every((other) => apart(box, other));
    if (stay[index]) lines.set(box.top, [...line, box]);
  }
  return stay;
}

function apart(a: Box, b: Box): boolean {
  return a.left >= b.right + GAP || b.left >= a.right + GAP;
}

/** Hides the weaker of any two figures in the strip that would overlap, as it is laid out now. */
export function dropOverlaps(strip: HTMLElement): void {
  const figures = [...strip.querySelectorAll<HTMLElement>('.above')];
  const boxes = figures.map((figure): Box => {
    const { left, right, top } = figure.getBoundingClientRect();
    return { left, right, top: Math.round(top / 4), strength: Number(figure.dataset.strength) };
  });
  kept(boxes).forEach((stays, index) => figures[index].toggleAttribute('data-dropped', !stays));
}
