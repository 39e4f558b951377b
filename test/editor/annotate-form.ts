import type { Page } from 'playwright-core';
import { webview } from './webview';
import { PATIENCE } from './workbench';

/** Starts annotating from the page that says how the files are read. @param start what its button is called */
export async function annotateAllRows(page: Page, start: string, before?: () => Promise<unknown>): Promise<void> {
  const button = (await webview(page)).getByRole('button', { name: start });
  await button.waitFor({ timeout: PATIENCE });
  await before?.();
  await button.click();
}
