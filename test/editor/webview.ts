import type { FrameLocator, Page } from 'playwright-core';
import { PATIENCE } from './workbench';

/** Of pages that keep what they hold, those behind others are there, too. */
const SHOWN = 'iframe.webview.ready:visible';

/** The page inside the one webview that is shown, when it has loaded. */
export const webview = async (page: Page): Promise<FrameLocator> => {
  await page.locator(SHOWN).waitFor({ timeout: PATIENCE });
  const frame = page.frameLocator(SHOWN).frameLocator('iframe#active-frame');
  await frame.locator('body').waitFor({ timeout: PATIENCE });
  return frame;
};
