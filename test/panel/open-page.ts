import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { contributedColours } from '../../src/extension/export/contributed-colours';
import { pageHtml } from '../../src/extension/panel/page-html';
import type { StudyResults, PanelView } from '../../src/shared/protocol/panel';
import type { PanelHostMessage } from '../../src/shared/protocol/host-to-panel';
import type { PageAnswer } from '../../src/shared/rpc/message-schemas';
import type { PanelToHost } from '../../src/shared/protocol/panel-to-host';
import type { NotificationOf } from '../../src/shared/rpc/notifications';
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
  readonly figures?: StudyResults;
  /** The setting of the colours of pictures. */
  readonly pictures?: 'light' | 'editor';
  /** What the page kept from before. */
  readonly state?: unknown;
}

/** The built page in a browser, with the host's own HTML and policy around it, and a double of VS Code's side. */
export interface OpenPage {
  readonly page: Page;
  /** What the page sent since it was opened. */
  sent(): Promise<(NotificationOf<PanelToHost> | PageAnswer)[]>;
  state(): Promise<unknown>;
  post(message: PanelHostMessage): Promise<void>;
  /** Errors of the page and refusals of its policy. */
  readonly errors: readonly string[];
}

export async function openPage(browser: Browser, options: OpenOptions): Promise<OpenPage> {
  const { language, open = [], pictures = 'light' } = options;
  const paper = pictures === 'light' ? contributedColours({ packageJSON: manifest() }) : undefined;
  const strings = stringsOf(language);
  const initial = JSON.stringify({ language, strings, open, paper });
  const opened = await openBuiltPage<NotificationOf<PanelToHost> | PageAnswer, PanelHostMessage>(
    browser,
    'panel',
    strings.title,
    initial,
    options,
  );
  if (options.show) {
    await opened.post({ type: 'show', view: options.show });
    await opened.page.locator('h1.headline').waitFor();
    if (options.figures) {
      await opened.post({ type: 'figures', of: options.show.id, figures: options.figures, waiting: [], problems: {} });
      await opened.page.locator('.trust li').first().waitFor();
    }
  }
  return opened;
}

/** A page of ours as it was built: `panel`, `overview`. */
export async function openBuiltPage<Sent, Posted>(
  browser: Browser,
  bundle: string,
  title: string,
  initial: string,
  { width, theme, language, state }: Pick<OpenOptions, 'width' | 'theme' | 'language' | 'state'>,
) {
  const page = await browser.newPage({ viewport: { width, height: 900 }, deviceScaleFactor: 1.5 });
  page.setDefaultTimeout(60_000);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  const html = pageHtml({
    ...{ language, title, initial, cspSource: HOST, nonce: 'test' },
    script: `${HOST}/${bundle}.js`,
    style: `${HOST}/${bundle}.css`,
  });
  const bodies: Record<string, readonly [type: string, body: string]> = {
    '/': ['text/html', html],
    [`/${bundle}.js`]: ['text/javascript', readFileSync(join(ROOT, 'dist', `${bundle}.js`), 'utf8')],
    [`/${bundle}.css`]: ['text/css', readFileSync(join(ROOT, 'dist', `${bundle}.css`), 'utf8')],
  };
  await page.route(`${HOST}/**`, (route) => {
    const found = bodies[new URL(route.request().url()).pathname];
    return found ? route.fulfill({ contentType: found[0], body: found[1] }) : route.fulfill({ status: 404, body: '' });
  });
  await page.addInitScript(doubleOfVsCode, {
    variables: themeVariables(theme, manifest().contributes.colors),
    bodyClass: BODY_CLASS[theme],
    state,
  });
  await page.goto(`${HOST}/`);
  await page
    .locator('main')
    .waitFor()
    .catch(() => {
      throw new Error(`The page did not start: ${errors.join('; ')}`);
    });
  return {
    page,
    errors,
    post: (message: Posted) => page.evaluate((data) => window.postMessage(data, '*'), message as unknown),
    sent: () => page.evaluate(() => (window as unknown as { sent: unknown[] }).sent) as Promise<Sent[]>,
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

function manifest(): { contributes: { colors: ContributedColour[] } } {
  return JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as ReturnType<typeof manifest>;
}
