import { spawn } from 'node:child_process';
import { onPath } from './chrome.mjs';

/** The command that opens an address in the user's browser, by platform. */
const OPENERS = new Map([
  ['darwin', ['open']],
  ['win32', ['cmd', '/c', 'start', '']],
]);

/**
 * Shows the address in the user's browser where there is a screen; otherwise nothing happens.
 * @param {string} url
 */
export const openInBrowser = (url) => {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  const linux = (DISPLAY ?? WAYLAND_DISPLAY) && onPath('xdg-open') ? ['xdg-open'] : undefined;
  const [program, ...args] = OPENERS.get(process.platform) ?? linux ?? [];
  if (!program) return;
  spawn(program, [...args, url], { stdio: 'ignore', detached: true })
    .on('error', (error) => console.warn(`The browser could not be opened (${error.message}).`))
    .unref();
};
