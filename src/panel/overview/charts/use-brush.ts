import { useRef, useState } from 'preact/hooks';

/** From one point to another, both included. */
export type BrushedSpan = readonly [from: number, to: number];

interface BrushOptions {
  readonly count: number;
  /** Where the first point begins, and how wide each is, in pixels. */
  readonly left: number;
  readonly step: number;
  readonly selected: BrushedSpan | undefined;
  readonly onSelect: (span: BrushedSpan | undefined) => void;
}

/** How near to an edge of the selection a press must be to drag that edge, in pixels. */
const GRIP = 8;

/** Chooses a stretch of points: by dragging, by dragging its edges, or by Shift and arrows. */
export function useBrush({ count, left, step, selected, onSelect }: BrushOptions) {
  const [drawn, setDrawn] = useState<BrushedSpan>();
  const [at, setAt] = useState<number>();
  const fixed = useRef<number | undefined>(undefined);
  const moved = useRef(false);
  const index = (event: PointerEvent) => {
    const { left: from } = (event.currentTarget as HTMLElement).getBoundingClientRect();
    return Math.min(count - 1, Math.max(0, Math.floor((event.clientX - from - left) / step)));
  };
  const between = (a: number, b: number): BrushedSpan => (a <= b ? [a, b] : [b, a]);
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0 || count === 0) return;
    const area = event.currentTarget as HTMLElement;
    const x = event.clientX - area.getBoundingClientRect().left;
    area.setPointerCapture(event.pointerId);
    moved.current = false;
    if (selected && Math.abs(x - (left + step * selected[0])) <= GRIP) fixed.current = selected[1];
    else if (selected && Math.abs(x - (left + step * (selected[1] + 1))) <= GRIP) fixed.current = selected[0];
    else fixed.current = index(event);
  };
  const onPointerMove = (event: PointerEvent) => {
    const here = index(event);
    setAt(here);
    if (fixed.current === undefined) return;
    if (here !== fixed.current) moved.current = true;
    if (moved.current) setDrawn(between(fixed.current, here));
  };
  const onPointerUp = (event: PointerEvent) => {
    if (fixed.current === undefined) return;
    const span = between(fixed.current, index(event));
    fixed.current = undefined;
    setDrawn(undefined);
    const isSame = selected?.[0] === span[0] && selected[1] === span[1];
    onSelect(isSame && !moved.current ? undefined : span);
  };
  const onPointerCancel = () => {
    fixed.current = undefined;
    setDrawn(undefined);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || count === 0) return;
    const from = at ?? selected?.[1] ?? -1;
    const next = { ArrowRight: from + 1, ArrowLeft: from - 1, Home: 0, End: count - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const to = Math.min(count - 1, Math.max(0, next));
    setAt(to);
    if (!event.shiftKey) {
      fixed.current = undefined;
      return;
    }
    const start = at ?? to;
    const anchor = selected
      ? selected[0] === start
        ? selected[1]
        : selected[1] === start
          ? selected[0]
          : start
      : start;
    onSelect(between(anchor, to));
  };
  return {
    span: drawn ?? selected,
    at,
    area: {
      role: 'group' as const,
      tabIndex: 0,
      onPointerDown,
      onPointerMove,
      onPointerUp,
      onPointerCancel,
      onPointerLeave: () => fixed.current === undefined && setAt(undefined),
      onBlur: () => setAt(undefined),
      onKeyDown,
    },
  };
}
