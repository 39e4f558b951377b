import { join } from 'node:path';
import { test } from 'vitest';
import { ROOT } from '../../scripts/root.mjs';
import type { OverviewHostMessage } from '../../src/shared/protocol/host-to-overview';
import type { OverviewToHost } from '../../src/shared/protocol/overview-to-host';
import type { NotificationOf } from '../../src/shared/rpc/notifications';
import { launchBrowser } from '../editor/browser';
import { openBuiltPage } from '../panel/open-page';
import { messagesFor, postAll, sampleRows } from '../panel/overview-sample';
import { overviewStringsOf } from '../panel/strings-of';

const FOLDER = join(ROOT, 'media', 'walkthrough');
const ROWS = 2_000;
/** Of the page, in pixels; a picture of a walkthrough is seldom shown wider than 600. */
const SIZE = { width: 930, height: 600 };

/** The pictures of the steps about annotating and reviewing: the page of a batch as it was built. */
test.each([
  ['en', 'en', 'light'],
  ['en', 'en', 'dark'],
  ['zh', 'zh-Hans', 'light'],
  ['zh', 'zh-Hans', 'dark'],
] as const)('%s %s %s', async (name, language, theme) => {
  const browser = await launchBrowser();
  try {
    const strings = overviewStringsOf(language);
    const initial = JSON.stringify({ language, strings });
    const { page } = await openBuiltPage<NotificationOf<OverviewToHost>, OverviewHostMessage>(
      browser,
      'overview',
      strings.title,
      initial,
      { width: SIZE.width, theme, language },
    );
    await postAll(page, messagesFor(sampleRows(ROWS), {}));
    await page.locator('.reading').waitFor({ state: 'detached' });
    for (const [key, tab, step] of [
      ['Alt+1', 'findings', 'annotate'],
      ['Alt+4', 'review', 'review'],
    ] as const) {
      await page.keyboard.press(key);
      await page.locator(`#tab-${tab}[aria-selected="true"]`).waitFor();
      const path = join(FOLDER, `${step}-${name}-${theme}.png`);
      await page.screenshot({ path, clip: { x: 0, y: 0, ...SIZE }, scale: 'css' });
    }
  } finally {
    await browser.close();
  }
});
