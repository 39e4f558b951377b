import { chromium, type Browser } from 'playwright-core';
import { CHROME_ARGUMENTS, requireChrome } from '../../scripts/editor/chrome.mjs';

/** A browser without a window. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: requireChrome(), args: CHROME_ARGUMENTS });
