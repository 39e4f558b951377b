/**
 * In a field, Ctrl+A is left to the browser. The editor would hear it as well and select all a second time a moment later,
 * so that what was typed in between was lost with the next key.
 */
export function keepSelectAll(): void {
  document.addEventListener('keydown', (event) => {
    const inField = event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement;
    if (inField && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') event.stopPropagation();
  });
}
