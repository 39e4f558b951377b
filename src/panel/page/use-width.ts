import { useEffect, useState } from 'preact/hooks';

/** Width of the page in pixels, without its scroll bar. */
export function useWidth(): number {
  const [width, setWidth] = useState(document.documentElement.clientWidth);
  useEffect(() => {
    const observer = new ResizeObserver(() => setWidth(document.documentElement.clientWidth));
    observer.observe(document.documentElement);
    return () => observer.disconnect();
  }, []);
  return width;
}
