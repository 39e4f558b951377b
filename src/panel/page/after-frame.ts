/**
 * It runs after so many milliseconds at the latest: a hidden page draws no frames. On a busy machine a frame can take longer
 * than a fifth of a second, and what waits for it must not come first.
 */
const LATEST = 1_000;

/** Runs a function as soon as the browser has painted. */
export function afterFrame(run: () => void): void {
  let isDone = false;
  const once = (): void => {
    if (isDone) return;
    isDone = true;
    clearTimeout(latest);
    run();
  };
  const latest = setTimeout(once, LATEST);
  if (typeof requestAnimationFrame === 'function') requestAnimationFrame(() => setTimeout(once));
}
