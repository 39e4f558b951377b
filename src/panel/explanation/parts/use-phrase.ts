import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import type { WordRange } from '../../wording/sums';

/** Words that a person put together in the strip; `anchor`: where they began with the keyboard. */
export interface Phrase extends WordRange {
  readonly anchor?: number;
}

/** Tells which words of the strip are selected with the pointer, whenever one lets go of it. */
export function usePhrase(strip: RefObject<HTMLElement | null>, onPhrase: (phrase: Phrase) => void): void {
  useLayoutEffect(() => {
    const listen = () => {
      const selection = document.getSelection();
      if (!strip.current || !selection || selection.isCollapsed || !selection.containsNode(strip.current, true)) return;
      const words = [...strip.current.querySelectorAll<HTMLElement>('[data-at]')].filter((word) =>
        selection.containsNode(word, true),
      );
      if (words.length === 0) return;
      const [first, last] = [words[0], words[words.length - 1]].map((word) => Number(word.dataset.at));
      onPhrase({ from: first, to: last + 1 });
    };
    document.addEventListener('pointerup', listen);
    return () => document.removeEventListener('pointerup', listen);
  }, [onPhrase]);
}

/** The phrase after Shift and an arrow key, from the word that has the focus; undefined: the key is none of ours. */
export function extendedPhrase(
  phrase: Phrase | undefined,
  focused: number,
  key: string,
  words: number,
): Phrase | undefined {
  const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : undefined;
  if (step === undefined) return undefined;
  const begun = phrase?.anchor === focused ? phrase : { from: focused, to: focused + 1, anchor: focused };
  const head = begun.from < focused ? begun.from : begun.to - 1;
  const next = Math.max(0, Math.min(words - 1, head + step));
  return { from: Math.min(focused, next), to: Math.max(focused, next) + 1, anchor: focused };
}
