import { useLayoutEffect, useRef } from 'preact/hooks';

/** What a letter does; only where no field has the focus and no modifier is held. */
export type Keys = Readonly<Record<string, () => void>>;

/** Listens to single keys of the page. */
export function useKeys(keys: Keys): void {
  const now = useRef(keys);
  now.current = keys;
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const inField = event.target instanceof Element && event.target.closest('input, textarea, select, [role="menu"]');
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      // Escape leaves a sheet from its fields as well.
      if (event.key !== 'Escape' && inField) return;
      const name = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const act = Object.hasOwn(now.current, name) ? now.current[name] : undefined;
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

/** Focuses the next highlight of the text, or the one before; from elsewhere the first or the last. */
export function focusHighlight(step: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>('.strip [data-place]')];
  const at = all.indexOf(document.activeElement as HTMLElement);
  const next = at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.max(0, Math.min(all.length - 1, at + step));
  all[next]?.focus();
}

/** The chart that has the focus. */
export function focusedFigure(): string | undefined {
  return document.activeElement?.closest<HTMLElement>('[data-figure]')?.dataset.figure;
}
