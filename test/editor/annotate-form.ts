import type { Page } from 'playwright-core';
import { webview } from './webview';
import type { Wording } from './wording';
import { PATIENCE } from './workbench';

/** Starts annotating from the page that says how the files are read. @param before what is done once the page stands */
export async function annotateAllRows(
  page: Page,
  { text }: Wording,
  before: () => Promise<unknown> = () => Promise.resolve(),
): Promise<void> {
  // Their number, where the file is short enough to have been read whole.
  const names = [
    text('Annotate {0} Rows').replace('{0}', '[\\d,]+'),
    text('Annotate 1 Row'),
    text('Annotate All Rows'),
  ];
  const button = (await webview(page)).getByRole('button', { name: new RegExp(`^(${names.join('|')})`) });
  await button.waitFor({ timeout: PATIENCE });
  await before();
  await button.click();
}
