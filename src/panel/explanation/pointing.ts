import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Words that are pointed at: one, or those of a phrase; and what of the page stands for them. */
export interface Pointed {
  readonly words: readonly number[];
  /** Missing where the pointer is in the editor. */
  readonly element?: Element;
}

interface PointingParts {
  readonly root: RefObject<HTMLElement | null>;
  /** Called with the word that the pointer or the focus came to on the page, null when it left. */
  readonly onPoint: (word: number | null) => void;
  readonly onChoose: (word: number) => void;
}

/**
 * Everything with `data-word` in the page stands for that word, or for those words (`3 4 5`): whatever is pointed at or
 * focused, all that stands for one of them is outlined (`data-pointed`). Returns what is pointed at, and how the editor
 * says that it points. The editor is told the first word.
 */
export function usePointing({ root, onPoint, onChoose }: PointingParts) {
  const [pointed, setPointed] = useState<Pointed | undefined>(undefined);
  const handlers = useRef({ onPoint, onChoose });
  handlers.current = { onPoint, onChoose };

  useLayoutEffect(() => {
    const element = root.current;
    if (!element) return;
    let last: number | null = null;
    const point = (target: EventTarget | null) => {
      const found = target instanceof Element ? target.closest('[data-word]') : null;
      const words = found ? wordsAt(found) : [];
      const word = words.at(0) ?? null;
      // A pointer on the page has left the editor: what that pointed at counts no more.
      setPointed((before) => (found && word !== null ? { words, element: found } : before && undefined));
      if (word !== last) handlers.current.onPoint(word);
      last = word;
    };
    const over = (event: Event) => point(event.target);
    const leave = () => point(null);
    const choose = (event: Event) => {
      // A click that ends a selection of text is no click on a word.
      if (event.type === 'click' && document.getSelection()?.isCollapsed === false) return;
      const found = event.target instanceof Element ? event.target.closest('[data-word]') : null;
      if (found) handlers.current.onChoose(wordsAt(found)[0]);
    };
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Escape') point(null);
      // Buttons make a click of Enter and Space themselves; the words of the strip are no buttons.
      if ((event.key === 'Enter' || event.key === ' ') && event.target instanceof HTMLSpanElement) {
        event.preventDefault();
        choose(event);
      }
    };
    const abort = new AbortController();
    const { signal } = abort;
    element.addEventListener('pointerover', over, { signal });
    element.addEventListener('pointerleave', leave, { signal });
    element.addEventListener('focusin', over, { signal });
    element.addEventListener('focusout', leave, { signal });
    element.addEventListener('click', choose, { signal });
    element.addEventListener('keydown', key, { signal });
    return () => abort.abort();
  }, [root]);

  // No dependencies: whatever was drawn again must be outlined again.
  useLayoutEffect(() => {
    const element = root.current;
    if (!element) return;
    element.querySelectorAll('[data-pointed]').forEach((each) => each.removeAttribute('data-pointed'));
    if (!pointed) return;
    const same = pointed.words.map((word) => `[data-word~="${word}"]`).join();
    element.querySelectorAll(same).forEach((each) => each.toggleAttribute('data-pointed', true));
  });

  const pointFromEditor = (word: number | null) => setPointed(word === null ? undefined : { words: [word] });
  return { pointed, pointFromEditor };
}

function wordsAt(element: Element): readonly number[] {
  return (element.getAttribute('data-word') ?? '').split(' ').map(Number);
}
