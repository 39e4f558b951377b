import { Virtualizer } from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import { ScaledScroll } from './scaled-scroll';

/** A row that is drawn. */
export interface VirtualRow {
  /** Its place in the order. */
  readonly at: number;
  /** Pixels below `from`. */
  readonly top: number;
}

/** After so many milliseconds without scrolling, the element's scroll position is set to match the rows. */
const REST = 120;
const OVERSCAN = 6;
/** Rows are positioned relative to the start of a stretch of so many pixels. */
const STRETCH = 1_000_000;

/** The rows in sight of very many equally tall ones; the library tells which, `ScaledScroll` lets there be millions. */
export function useVirtual(element: RefObject<HTMLElement | null>, count: number, rowHeight: number, head: number) {
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const scroll = useMemo(() => new ScaledScroll({ total: 0, view: 1 }), []);
  const tell = useRef<(offset: number, isScrolling: boolean) => void>(undefined);
  const view = () => Math.max(1, (element.current?.clientHeight ?? 600) - head);
  const options = {
    count,
    getScrollElement: () => element.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    initialRect: { width: 0, height: view() },
    onChange: redraw as () => void,
    observeElementRect: (_: unknown, changed: (rect: { width: number; height: number }) => void) => {
      const measure = () => element.current && changed({ width: element.current.clientWidth, height: view() });
      measure();
      const observer = new ResizeObserver(measure);
      observer.observe(element.current!);
      return () => observer.disconnect();
    },
    observeElementOffset: (_: unknown, changed: (offset: number, isScrolling: boolean) => void) => {
      tell.current = changed;
      return listen(element.current!, scroll, changed);
    },
    scrollToFn: () => undefined,
  };
  const virtualizer = useMemo(() => new Virtualizer<HTMLElement, HTMLElement>(options), []);
  scroll.resize({ total: count * rowHeight, view: view() });
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), []);
  useLayoutEffect(() => virtualizer._willUpdate());
  useLayoutEffect(() => virtualizer.measure(), [rowHeight]);
  const go = (offset: number): void => {
    if (!element.current) return;
    element.current.scrollTop = scroll.go(offset);
    tell.current?.(scroll.offset, false);
    redraw(0);
  };
  // With fewer rows than before, the browser has already scrolled the element to its end, but reports that only later.
  useLayoutEffect(() => go(scroll.offset), [count, rowHeight]);
  const shift = scroll.isScaled ? (element.current?.scrollTop ?? 0) - scroll.offset : 0;
  const items = virtualizer.getVirtualItems();
  const base = items.length > 0 ? Math.floor(items[0].start / STRETCH) * STRETCH : 0;
  return {
    rows: items.map(({ index, start }): VirtualRow => ({ at: index, top: start - base })),
    /** Where the rows stand: pixels from the top of the element that holds all of them. */
    from: base + shift,
    height: scroll.height,
    /** Rows in sight at once. */
    page: Math.max(1, Math.floor(view() / rowHeight) - 1),
    /** Puts a row in sight, with as little movement as it takes. */
    reveal: (at: number): void => {
      const [top, bottom] = [at * rowHeight, (at + 1) * rowHeight];
      if (top < scroll.offset) go(top);
      else if (bottom > scroll.offset + view()) go(bottom - view());
    },
  };
}

function listen(element: HTMLElement, scroll: ScaledScroll, changed: (offset: number, isScrolling: boolean) => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let own: number | undefined;
  const put = (top: number) => {
    own = top;
    element.scrollTop = top;
  };
  const onScroll = () => {
    // The position that was set here; the browser may have rounded it to a whole pixel.
    if (own !== undefined && Math.abs(element.scrollTop - own) < 1) {
      own = undefined;
      return;
    }
    own = undefined;
    if (scroll.scrolled(element.scrollTop)) put(scroll.settle());
    changed(scroll.offset, true);
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (scroll.isScaled) put(scroll.settle());
      changed(scroll.offset, false);
    }, REST);
  };
  element.addEventListener('scroll', onScroll, { passive: true });
  return () => {
    clearTimeout(timer);
    element.removeEventListener('scroll', onScroll);
  };
}
