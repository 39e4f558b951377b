import { join } from 'node:path';
import { afterAll, beforeAll, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { ROOT } from '../../scripts/root.mjs';
import { launchBrowser } from '../editor/browser';
import { openBuiltPage } from '../panel/open-page';
import { trainingStringsOf } from '../panel/strings-of';
import { resultSample } from '../panel/training-sample';

const SIZE = { width: 860, height: 560 };

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** A training takes longer than a picture may: the page itself, with figures of a sample. */
test.each([
  ['en', 'light'],
  ['en', 'dark'],
  ['zh', 'light'],
  ['zh', 'dark'],
] as const)('the result of a training, %s %s', async (name, theme) => {
  const language = name === 'en' ? 'en' : 'zh-Hans';
  const strings = trainingStringsOf(language);
  const initial = JSON.stringify({ language, strings });
  const opened = await openBuiltPage(browser, 'training', strings.title, initial, {
    width: SIZE.width,
    theme,
    language,
  });
  await opened.post({ type: 'show', view: { stage: 'result', result: resultSample(name) } });
  await opened.page.locator('h1').waitFor();
  const path = join(ROOT, 'media', 'walkthrough', `teach-${name}-${theme}.png`);
  await opened.page.screenshot({ path, clip: { x: 0, y: 0, ...SIZE }, scale: 'css' });
  await opened.page.close();
});
