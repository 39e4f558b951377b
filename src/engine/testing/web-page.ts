import type { Message } from '../../shared/rpc/messages';
import type { WorkerHandle } from '../../shared/rpc/port';
import { startWebWorker } from '../worker/web-worker';

/** What travels between a test and a page is JSON; the bytes of a file, which is a reply, go as base64. */
export type Wired = Message | { readonly type: 'file'; readonly id: number; readonly base64: string };

/** What the test gives the page, and what the page gives the test. */
export interface PageGlobals {
  fromWorker(worker: number, message: Message): void;
  crashed(worker: number, reason: string): void;
  startWorker(worker: number, script: string): void;
  post(worker: number, message: Wired): void;
  terminate(worker: number): Promise<void>;
}

const page = globalThis as unknown as PageGlobals;
const workers = new Map<number, WorkerHandle>();

page.startWorker = (id, script) => {
  const worker = startWebWorker(new TextEncoder().encode(script));
  workers.set(id, worker);
  worker.listen((message) => page.fromWorker(id, message));
  worker.onCrash((reason) => page.crashed(id, reason));
};
page.post = (id, message) => {
  const worker = workers.get(id)!;
  if (message?.type !== 'file') return worker.post(message);
  const value = Uint8Array.from(atob(message.base64), (unit) => unit.charCodeAt(0));
  worker.post({ type: 'reply', id: message.id, value });
};
page.terminate = async (id) => workers.get(id)?.terminate();
