import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startServer } from '../../scripts/editor/server.mjs';
import { webHost } from '../../scripts/editor/web-host.mjs';
import { ROOT } from '../../scripts/root.mjs';
import { launchBrowser } from './browser';
import { TextEditor } from './text-editor';
import { killExtensionHost } from './kill-extension-host';
import { extensionHosts, memoryOf, type ProcessMemory } from './processes';
import type { DisplayLanguage } from './wording';
import { PATIENCE, Workbench } from './workbench';

/** Where extensions run: in a Node process, or in a web worker of the browser (as on vscode.dev). */
export type Host = 'node' | 'web';

/** The colour themes that every picture is looked at in. */
const THEMES = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  'high contrast': 'Default High Contrast',
} as const;

export interface EditorOptions {
  readonly host: Host;
  /** The packaged extension. */
  readonly vsix: string;
  /** A folder of the repository; the editor gets a copy. */
  readonly folder: string;
  readonly theme?: keyof typeof THEMES;
  /** Display language; left out: English. */
  readonly language?: DisplayLanguage;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Left out: an editor for tests, which hides its notifications. */
  readonly purpose?: 'person';
  readonly size?: { readonly width: number; readonly height: number };
}

/** In the web host the extension is in the window's processes. */
export interface EditorMemory {
  readonly window: ProcessMemory;
  readonly host: ProcessMemory;
}

/** A running VS Code with one window. */
export interface Editor {
  readonly page: Page;
  readonly workbench: Workbench;
  readonly text: TextEditor;
  /** The copy of the folder that is open, on this machine's disk. */
  readonly folder: string;
  /** Where the editor keeps all of its own, the extension's storage too. */
  readonly home: string;
  /** Ends the extension host as a crash would (`kill -9`), with all of its workers; for the Node host. */
  killHost(): number;
  /** Megabytes that the processes of the window and of the extension host have in use. */
  memory(): Promise<EditorMemory>;
  /** Writes a picture of the window to out/screenshots/NAME.png. */
  screenshot(name: string): Promise<void>;
  /** Hosts outside this machine that the window asked for: the extension must need none. */
  readonly foreignHosts: ReadonlySet<string>;
  close(): Promise<void>;
}

/** Starts a server with the extension and opens one window on a copy of the folder. */
export const openEditor = async (options: EditorOptions): Promise<Editor> => {
  const home = await mkdtemp(join(tmpdir(), 'saliency-editor-'));
  const closers = [() => rm(home, { recursive: true, force: true })];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    return await open(options, home, closers, close);
  } catch (error) {
    await close();
    throw error;
  }
};

const open = async (
  options: EditorOptions,
  home: string,
  closers: (() => Promise<void>)[],
  close: () => Promise<void>,
): Promise<Editor> => {
  const folder = join(home, 'work');
  await cp(join(ROOT, options.folder), folder, { recursive: true });
  const server = await startServer({
    home,
    vsix: options.vsix,
    settings: settingsOf(options),
    purpose: options.purpose,
  });
  closers.push(() => server.stop());
  const browser = await launchBrowser();
  closers.push(() => browser.close());
  const page = await browser.newPage({ viewport: options.size ?? { width: 1280, height: 800 } });
  page.setDefaultTimeout(PATIENCE);
  if (options.language) await speak(page, options.language);
  const foreignHosts = watchHosts(page);
  await page.goto(`${server.url}?folder=${encodeURIComponent(folder)}`, { timeout: 2 * PATIENCE });
  const workbench = new Workbench(page);
  await workbench.ready();
  return {
    page,
    workbench,
    text: new TextEditor(page),
    folder,
    home,
    killHost: () => killExtensionHost(server.pid),
    memory: () => editorMemory(page, server.pid),
    foreignHosts,
    screenshot: (name) => screenshot(page, name),
    close,
  };
};

const settingsOf = ({ host, theme = 'light', settings = {} }: EditorOptions) => ({
  'workbench.colorTheme': THEMES[theme],
  ...(host === 'web' ? webHost() : {}),
  ...settings,
});

/** Extensions are told this language; the editor's own texts stay English, for want of its language pack. */
const speak = (page: Page, language: DisplayLanguage) =>
  page.addInitScript((name) => Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { value: name }), language);

/** VS Code serves webviews from a name that its service worker answers; nothing is asked over the network for it. */
const ANSWERED_INSIDE = /\.vscode-resource\.vscode-cdn\.net$/;

const watchHosts = (page: Page) => {
  const hosts = new Set<string>();
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== '127.0.0.1' && !ANSWERED_INSIDE.test(hostname)) hosts.add(hostname);
  });
  return hosts;
};

/** After the garbage of the window was collected. */
const editorMemory = async (page: Page, server: number): Promise<EditorMemory> => {
  const client = await page.context().newCDPSession(page);
  await client.send('HeapProfiler.collectGarbage');
  await client.detach();
  const all = await (await page.context().browser()!.newBrowserCDPSession()).send('SystemInfo.getProcessInfo');
  const renderers = all.processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  return { window: memoryOf(renderers), host: memoryOf(extensionHosts(server)) };
};

const screenshot = async (page: Page, name: string) => {
  const folder = join(ROOT, 'out', 'screenshots');
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
};
