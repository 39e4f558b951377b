import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { PATIENCE } from '../editor/workbench';

/**
 * Answers the editor's file dialog; resolves with the path once the dialog has closed. `path` is typed, or is what
 * the dialog must suggest. The dialog looks its folder through first: until then it takes no key, or takes the first
 * entry of the folder and goes there. So what it shows is looked at, and mended, before each try.
 */
export async function answerFileDialog(page: Page, path: string | RegExp): Promise<string> {
  const input = page.locator('.quick-input-widget:visible input.input');
  await input.waitFor({ timeout: PATIENCE });
  if (typeof path !== 'string') await expect.poll(() => input.inputValue(), { timeout: PATIENCE }).toMatch(path);
  const wanted = typeof path === 'string' ? path : await input.inputValue();
  const closed = async (): Promise<boolean> => {
    const quick = { timeout: 1_000 };
    try {
      if ((await input.inputValue(quick)) !== wanted) await input.fill(wanted, quick);
      else await input.press('Enter', quick);
    } catch {
      // It has closed meanwhile, or is busy: the next look tells.
    }
    return (await input.count()) === 0;
  };
  await expect.poll(closed, { timeout: PATIENCE, interval: 1_000 }).toBe(true);
  return wanted;
}
