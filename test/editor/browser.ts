import { chromium, type Browser } from 'playwright-core';
import { requireChrome } from '../../scripts/editor/chrome.mjs';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser without a window; one serves all windows of a run. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: requireChrome(), headless: true, args: ARGUMENTS });
