import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { ROOT } from '../../scripts/root.mjs';
import { launchBrowser } from '../editor/browser';

/** Where the pictures of the pages go. */
export const PICTURES = join(ROOT, 'out', 'panel');

/** The sections of the explanation panel, all of them. */
export const ALL_SECTIONS = ['words', 'formed', 'checks', 'changes', 'about'];

/** One browser for the tests of a file; what a test opened in it is closed after the test. */
export function browserForTests(pictures = PICTURES): () => Browser {
  let browser: Browser;
  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    browser = await launchBrowser();
  });
  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
  afterAll(() => browser.close());
  return () => browser;
}

/** The name of what has the focus. */
export function focusedLabel(page: Page): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);
}
