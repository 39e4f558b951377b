import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { launchBrowser } from '../editor/browser';
import { openPage, type DisplayLanguage } from '../panel/open-page';
import { SAMPLES, type SampleName } from '../panel/samples';
import type { ThemeName } from '../panel/themes';
import { viewOf } from '../panel/view-of';

const PICTURES = join(import.meta.dirname, '..', '..', 'out', 'panel');
const ALL = ['words', 'attention', 'formed', 'about'];

let browser: Browser;
beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const CASES: readonly (readonly [SampleName, number, ThemeName, DisplayLanguage])[] = [
  ['film', 880, 'light', 'en'],
  ['film', 300, 'dark', 'en'],
  ['film', 560, 'hcLight', 'en'],
  ['kettle', 880, 'dark', 'zh-Hans'],
  ['kettle', 300, 'light', 'zh-Hans'],
  ['five', 880, 'hc', 'en'],
  ['five', 300, 'hc', 'zh-Hans'],
  ['long', 880, 'light', 'en'],
  ['longDistance', 300, 'light', 'en'],
  ['one', 880, 'light', 'zh-Hans'],
  ['neutral', 880, 'dark', 'en'],
  ['neutral', 300, 'light', 'en'],
  ['flat', 880, 'light', 'en'],
];

describe('pictures', () => {
  for (const [name, width, theme, language] of CASES) {
    test(`${name} ${width} ${theme} ${language}`, async () => {
      const { page } = await openPage(browser, { width, theme, language, open: ALL, show: viewOf(SAMPLES[name]) });
      await page.screenshot({ path: join(PICTURES, `${name}-${width}.${theme}.${language}.png`), fullPage: true });
      await page.close();
    });
  }
});
