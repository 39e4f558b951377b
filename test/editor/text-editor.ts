import type { Page } from 'playwright-core';
import { locate, visibleCharacters } from './characters';
import { PATIENCE } from './workbench';

/** A coloured stretch of text: what a person sees lit up. */
export interface Decorated {
  readonly text: string;
  /** As CSS computes it: `rgba(…)`. */
  readonly background: string;
  /** Width of the line around it, in CSS pixels; 0: none. */
  readonly outline: number;
  /** Width of the line below it, in CSS pixels: the cue for those who do not see the colour. */
  readonly underline: number;
}

/** The active text editor, as a person reads and handles it. */
export class TextEditor {
  constructor(private readonly page: Page) {}

  /** Selects the first place where `text` stands, with the mouse. */
  async select(text: string): Promise<void> {
    const characters = await locate(this.page, text);
    const first = characters[0];
    const last = characters[characters.length - 1];
    await this.page.mouse.click(first.x + 0.5, first.y + first.height / 2);
    await this.page.keyboard.down('Shift');
    await this.page.mouse.click(last.x + last.width - 0.5, last.y + last.height / 2);
    await this.page.keyboard.up('Shift');
  }

  /** Puts the cursor before the first place where `text` stands. */
  async click(text: string): Promise<void> {
    const [first] = await locate(this.page, text);
    await this.page.mouse.click(first.x + 0.5, first.y + first.height / 2);
  }

  /** The stretches that extensions have coloured, in reading order. */
  async decorated(): Promise<Decorated[]> {
    const characters = await visibleCharacters(this.page);
    const overlays = await this.page.evaluate(() =>
      [...document.querySelectorAll('.editor-group-container.active .view-overlays [class*="ced-"]')].map((overlay) => {
        const { x, y, width, height } = overlay.getBoundingClientRect();
        const { backgroundColor, outlineStyle, outlineWidth, borderBottomWidth } = getComputedStyle(overlay);
        const outline = outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth);
        const underline = Number.parseFloat(borderBottomWidth);
        return { x, y, width, height, background: backgroundColor, outline, underline };
      }),
    );
    return overlays
      .sort((a, b) => a.y - b.y || a.x - b.x)
      .map(({ background, outline, underline, ...box }) => ({
        background,
        outline,
        underline,
        text: characters
          .filter((character) => inside(middle(character), box))
          .map(({ text }) => text)
          .join(''),
      }))
      .filter(({ text }) => text !== '');
  }

  /** Resolves when at least `count` stretches are coloured. */
  async waitForDecorations(count = 1): Promise<void> {
    await this.page.waitForFunction(
      (least) => document.querySelectorAll('.view-overlays [class*="ced-"]').length >= least,
      count,
      { timeout: PATIENCE },
    );
  }

  /** Resolves when nothing is coloured and nothing is written behind the text. */
  async waitForNoDecorations(): Promise<void> {
    await this.page.waitForFunction(
      () => document.querySelectorAll('.view-overlays [class*="ced-"], .view-lines [class*="ced-"]').length === 0,
      undefined,
      { timeout: PATIENCE },
    );
  }

  /** What extensions have written between or behind the text (it is not part of the document). */
  annotations(): Promise<string[]> {
    return this.page.evaluate(() =>
      [...document.querySelectorAll('.editor-group-container.active .view-lines [class*="ced-"]')]
        .flatMap((span) => ['::before', '::after'].map((place) => getComputedStyle(span, place).content))
        .filter((content) => content !== 'none' && content !== 'normal')
        .map((content) => content.replace(/^"|"$/g, '')),
    );
  }

  /** Rests the mouse on the first place where `text` stands, and reads the hover that opens. */
  async hover(text: string): Promise<string> {
    const characters = await locate(this.page, text);
    const { x, y } = middle(characters[Math.floor(characters.length / 2)]);
    await this.page.mouse.move(x, y + 200);
    await this.page.mouse.move(x, y, { steps: 5 });
    const open = this.page.locator('.monaco-hover:not(.hidden, .workbench-hover) .hover-contents:visible');
    const contents = open.filter({ hasNotText: /^Loading/ });
    await contents.first().waitFor({ timeout: PATIENCE });
    return (await contents.allInnerTexts()).join('\n');
  }
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const middle = ({ x, y, width, height }: Box) => ({ x: x + width / 2, y: y + height / 2 });

const inside = (point: { x: number; y: number }, { x, y, width, height }: Box) =>
  point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height;
