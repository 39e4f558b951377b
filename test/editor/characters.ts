import type { Page } from 'playwright-core';

/** One character on screen: CSS pixels of the window. */
interface Character {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Every UTF-16 unit that the active editor shows, in reading order (wrapped lines follow each other directly). The
 * editor draws spaces as U+00A0; they come back as plain spaces.
 */
export const visibleCharacters = (page: Page): Promise<Character[]> =>
  page.evaluate(() => {
    const lines = [...document.querySelectorAll('.editor-group-container.active .editor-instance .view-line')]
      .map((line) => ({ line, top: line.getBoundingClientRect().top }))
      .sort((a, b) => a.top - b.top);
    const characters = [];
    for (const { line } of lines) {
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const text = node.textContent ?? '';
        for (let i = 0; i < text.length; i++) {
          range.setStart(node, i);
          range.setEnd(node, i + 1);
          const { x, y, width, height } = range.getBoundingClientRect();
          characters.push({ text: text[i].replaceAll('\u00a0', ' '), x, y, width, height });
        }
      }
    }
    return characters;
  });

/** The characters of the first place where `text` stands on screen. */
export const locate = async (page: Page, text: string): Promise<Character[]> => {
  const characters = await visibleCharacters(page);
  const shown = characters.map((character) => character.text).join('');
  const start = shown.indexOf(text);
  if (start < 0) throw new Error(`The editor does not show "${text}". It shows:\n${shown}`);
  return characters.slice(start, start + text.length);
};
