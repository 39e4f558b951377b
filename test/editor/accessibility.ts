import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Frame, FrameLocator, Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds wrong with a page for people who see or point badly. */
export async function problems(page: Page | Frame): Promise<string[]> {
  await page.evaluate(`${AXE}; undefined`);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary} ${html}`),
  );
}

/** The same of a page in a webview. */
export async function webviewProblems(webview: FrameLocator): Promise<string[]> {
  const frame = await (await webview.locator('body').elementHandle())?.ownerFrame();
  if (!frame) throw new Error('The page has gone.');
  return problems(frame);
}
