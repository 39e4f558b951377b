import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'chrome', 'msedge'];

const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

/**
 * The file that `name` starts, looked up on the PATH; undefined where there is none.
 * @param {string} name
 */
export const onPath = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file));

/** The Chrome or Chromium to test with: `CHROME_PATH`, else the first one installed, else undefined. */
export const findChrome = () => {
  const { CHROME_PATH } = process.env;
  if (CHROME_PATH && !existsSync(CHROME_PATH))
    throw new Error(`CHROME_PATH names ${CHROME_PATH}, which does not exist.`);
  return CHROME_PATH ?? NAMES.map(onPath).find(Boolean) ?? ELSEWHERE.find((file) => existsSync(file));
};

/** Like `findChrome`, but throws an error that says what to do where there is none. */
export const requireChrome = () => {
  const chrome = findChrome();
  if (chrome) return chrome;
  throw new Error('No Chrome or Chromium found. Install one, or name it: CHROME_PATH=/path/to/chrome npm test');
};

/** Flags for a Chrome without a window that also runs as root and does not use the network. */
export const CHROME_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
