/** It runs after so many milliseconds at the latest: a hidden page draws no frames. */
const LATEST = 200;

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
