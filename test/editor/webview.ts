import type { FrameLocator, Page } from 'playwright-core';
import { PATIENCE } from './workbench';

/** The page inside the one open webview, when it has loaded. */
export const webview = async (page: Page): Promise<FrameLocator> => {
  await page.locator('iframe.webview.ready').waitFor({ timeout: PATIENCE });
  const frame = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  await frame.locator('body').waitFor({ timeout: PATIENCE });
  return frame;
};
