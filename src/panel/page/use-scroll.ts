import { useEffect, useLayoutEffect, useState } from 'preact/hooks';

/** A new position is reported once it has not changed for so many milliseconds. */
const REST = 150;

/** Scrolls to `restored` once, then reports each position at which the page comes to rest, in pixels. */
export function useScroll(restored: number): number {
  const [scroll, setScroll] = useState(restored);
  useLayoutEffect(() => window.scrollTo(0, restored), []);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const listen = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setScroll(window.scrollY), REST);
    };
    window.addEventListener('scroll', listen, { passive: true });
    return () => {
      clearTimeout(timer);
      window.removeEventListener('scroll', listen);
    };
  }, []);
  return scroll;
}
