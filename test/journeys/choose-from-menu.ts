import type { Page } from 'playwright-core';
import { PATIENCE } from '../editor/workbench';

/** Chooses from the menu of a file or folder; one that opened before the extension was known lacks its items. */
export async function chooseFromMenu(page: Page, name: string, title: string): Promise<void> {
  const item = page.locator('.context-view .action-label', { hasText: title });
  const end = Date.now() + PATIENCE;
  do {
    await page.keyboard.press('Escape');
    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).first().click({ button: 'right' });
    await item.waitFor({ timeout: 2_000 }).catch(() => undefined);
  } while (!(await item.isVisible()) && Date.now() < end);
  // Just after it opened, a menu takes no click, so that a slow right click chooses nothing.
  do {
    await item.click({ timeout: 2_000 }).catch(() => undefined);
    await item.waitFor({ state: 'hidden', timeout: 1_000 }).catch(() => undefined);
  } while ((await item.isVisible()) && Date.now() < end);
}
