import type { Browser } from 'playwright-core';
import type { ResultRow } from '../../src/findings/store/result-row';
import type { OverviewHostMessage } from '../../src/shared/protocol/host-to-overview';
import type { OverviewInfo } from '../../src/shared/protocol/overview';
import type { OverviewToHost } from '../../src/shared/protocol/overview-to-host';
import type { NotificationOf } from '../../src/shared/rpc/notifications';
import { openBuiltPage } from './open-page';
import { messagesFor, postAll } from './overview-sample';
import { overviewStringsOf, type DisplayLanguage } from './strings-of';
import type { ThemeName } from './themes';

export interface OverviewLook {
  readonly width: number;
  readonly theme: ThemeName;
  readonly language: DisplayLanguage;
}

/** The overview's page in a browser, without rows yet. */
export function openEmptyOverview(browser: Browser, look: OverviewLook) {
  const strings = overviewStringsOf(look.language);
  const initial = JSON.stringify({ language: look.language, strings });
  return openBuiltPage<NotificationOf<OverviewToHost>, OverviewHostMessage>(
    browser,
    'overview',
    strings.title,
    initial,
    look,
  );
}

/** The same when all rows are there. */
export async function openOverview(
  browser: Browser,
  look: OverviewLook,
  rows: readonly ResultRow[],
  info: Partial<OverviewInfo> = {},
) {
  const opened = await openEmptyOverview(browser, look);
  await postAll(opened.page, messagesFor(rows, info));
  await opened.page.locator('.sticky').waitFor();
  await opened.page.locator('.reading').waitFor({ state: 'detached' });
  return opened;
}

export type OpenedOverview = Awaited<ReturnType<typeof openEmptyOverview>>;
