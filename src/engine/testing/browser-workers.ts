import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../../../test/editor/browser';
import type { Files } from '../../shared/protocol/explainer';
import type { Message } from '../../shared/rpc/messages';
import type { WorkerHandle } from '../../shared/rpc/port';
import { bundled, removed, temporaryFolder } from './bundle';
import type { PageGlobals, Wired } from './web-page';

/** Web workers in a page of a real browser, each with a handle in this process. */
export interface BrowserWorkers {
  start(): Promise<WorkerHandle>;
  /** The files, and beside them the bundles that such a worker loads when it needs them. */
  withParts(files: Files): Files;
  close(): Promise<void>;
}

/** Opens a page that starts `web/worker.js` by the code that the web extension starts it with. */
export async function browserWorkers(): Promise<BrowserWorkers> {
  const folder = await temporaryFolder();
  const script = await readFile(await bundled('web/worker.js', folder), 'utf8');
  const parts = new Map<string, Uint8Array>();
  for (const part of ['web/tensors.cjs', 'web/counterfactuals.cjs'])
    parts.set(`dist/${part}`, await readFile(await bundled(part, folder)));
  await removed(folder);
  const browser = await launchBrowser();
  const page = await browser.newPage();
  const listeners: { message: (message: Message) => void; crashed: (reason: string) => void }[] = [];
  await page.exposeFunction('fromWorker', (id: number, message: Message) => listeners[id].message(message));
  await page.exposeFunction('crashed', (id: number, reason: string) => listeners[id].crashed(reason));
  // A page with an address: one without may not start workers from blobs. Nothing else is ever asked for.
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
  await page.goto('http://saliency.test/');
  await page.addScriptTag({ content: await pageScript() });
  return {
    async start() {
      const id = listeners.push({ message: () => undefined, crashed: () => undefined }) - 1;
      await page.evaluate(([id, script]) => (globalThis as unknown as PageGlobals).startWorker(id, script), [
        id,
        script,
      ] as const);
      return handle(page, id, listeners);
    },
    withParts: (files) => ({
      read: (path) => {
        const part = parts.get(path);
        return part ? Promise.resolve(part) : files.read(path);
      },
    }),
    close: () => browser.close(),
  };
}

function handle(
  page: Page,
  id: number,
  listeners: { message: (message: Message) => void; crashed: (reason: string) => void }[],
): WorkerHandle {
  return {
    post(message) {
      const isFile = message?.type === 'reply' && message.value instanceof Uint8Array;
      const wired: Wired = isFile ? { type: 'file', id: message.id, base64: base64(message.value) } : message;
      void page.evaluate(([id, wired]) => (globalThis as unknown as PageGlobals).post(id, wired), [id, wired] as const);
    },
    listen: (onMessage) => void (listeners[id].message = onMessage),
    onCrash: (crashed) => void (listeners[id].crashed = crashed),
    terminate: () => page.evaluate((id) => (globalThis as unknown as PageGlobals).terminate(id), id),
  };
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

async function pageScript(): Promise<string> {
  const entryPoints = [new URL('./web-page.ts', import.meta.url).pathname];
  const { outputFiles } = await build({ entryPoints, bundle: true, write: false, format: 'iife', platform: 'browser' });
  return outputFiles[0].text;
}
