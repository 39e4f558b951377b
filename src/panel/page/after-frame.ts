/** Milliseconds after which it runs where no frame comes: a page that is not seen draws none. */
const LATEST = 200;

/** Runs as soon as what was drawn can be seen. */
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
