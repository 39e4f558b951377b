import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { pageHtml } from '../../src/extension/panel/page-html';
import type { Figures, HostMessage, PageMessage, PanelView } from '../../src/extension/panel/protocol';
import { stringsOf, type DisplayLanguage } from './strings-of';
import { BODY_CLASS, themeVariables, type ContributedColour, type ThemeName } from './themes';

const ROOT = join(import.meta.dirname, '..', '..');
const HOST = 'https://panel.test';

interface OpenOptions {
  readonly width: number;
  readonly theme: ThemeName;
  readonly language: DisplayLanguage;
  /** Sections that stand open. */
  readonly open?: readonly string[];
  readonly show?: PanelView;
  /** What comes after it. */
  readonly figures?: Figures;
  /** What the page kept from before. */
  readonly state?: unknown;
}

/** The built page in a browser, with the host's own HTML and policy around it, and a double of VS Code's side. */
export interface OpenPage {
  readonly page: Page;
  /** What the page sent since it was opened. */
  sent(): Promise<PageMessage[]>;
  state(): Promise<unknown>;
  post(message: HostMessage): Promise<void>;
  /** Errors of the page and refusals of its policy. */
  readonly errors: readonly string[];
}

export async function openPage(browser: Browser, options: OpenOptions): Promise<OpenPage> {
  const { width, theme, language } = options;
  const page = await browser.newPage({ viewport: { width, height: 900 }, deviceScaleFactor: 1.5 });
  page.setDefaultTimeout(10_000);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  const strings = await stringsOf(language);
  const html = pageHtml({
    language,
    title: strings.title,
    script: `${HOST}/panel.js`,
    style: `${HOST}/panel.css`,
    cspSource: HOST,
    nonce: 'test',
    initial: JSON.stringify({ language, strings, open: options.open ?? [] }),
  });
  const bodies: Record<string, readonly [type: string, body: string]> = {
    '/': ['text/html', html],
    '/panel.js': ['text/javascript', readFileSync(join(ROOT, 'dist', 'panel.js'), 'utf8')],
    '/panel.css': ['text/css', readFileSync(join(ROOT, 'dist', 'panel.css'), 'utf8')],
  };
  await page.route(`${HOST}/**`, (route) => {
    const found = bodies[new URL(route.request().url()).pathname];
    return found ? route.fulfill({ contentType: found[0], body: found[1] }) : route.fulfill({ status: 404, body: '' });
  });
  await page.addInitScript(doubleOfVsCode, {
    variables: themeVariables(theme, contributedColours()),
    bodyClass: BODY_CLASS[theme],
    state: options.state,
  });
  await page.goto(`${HOST}/`);
  await page
    .locator('main')
    .waitFor()
    .catch(() => {
      throw new Error(`The page did not start: ${errors.join('; ')}`);
    });
  const post = (message: HostMessage) => page.evaluate((data) => window.postMessage(data, '*'), message);
  if (options.show) {
    await post({ type: 'show', view: options.show });
    await page.locator('h1.verdict').waitFor();
    if (options.figures) {
      await post({ type: 'figures', of: options.show.id, figures: options.figures, waiting: [], problems: {} });
      await page.locator('#section-about .find', { hasText: options.figures.card?.trainedOn[0].name }).waitFor();
    }
  }
  return {
    page,
    errors,
    post,
    sent: () => page.evaluate(() => (window as unknown as { sent: PageMessage[] }).sent),
    state: () => page.evaluate(() => (window as unknown as { kept: unknown }).kept),
  };
}

/** Runs in the page before its own script. */
function doubleOfVsCode(given: { variables: Record<string, string>; bodyClass: string; state: unknown }): void {
  const page = Object.assign(window, { sent: [] as unknown[], kept: given.state });
  Object.assign(window, {
    // The first thing that the page's script does; before it there is no document to theme.
    acquireVsCodeApi: () => {
      const { style } = document.documentElement;
      Object.entries(given.variables).forEach(([name, value]) => style.setProperty(name, value));
      document.body.className = given.bodyClass;
      return {
        postMessage: (message: unknown) => void page.sent.push(structuredClone(message)),
        getState: () => page.kept,
        setState: (state: unknown) => (page.kept = structuredClone(state)),
      };
    },
  });
}

function contributedColours(): ContributedColour[] {
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    contributes: { colors: ContributedColour[] };
  };
  return manifest.contributes.colors;
}
