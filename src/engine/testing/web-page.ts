import type { FromWorker, ToWorker } from '../worker/worker-messages';
import { startWebWorker } from '../worker/web-worker';

/** What travels between a test and a page is JSON; a file's bytes go as base64. */
export type Wired<Message> = Message extends { bytes: Uint8Array }
  ? Omit<Message, 'bytes'> & { bytes: string }
  : Message;

/** What the test gives the page, and what the page gives the test. */
export interface PageGlobals {
  fromWorker(worker: number, message: FromWorker): void;
  crashed(worker: number, reason: string): void;
  startWorker(worker: number, script: string): void;
  post(worker: number, message: Wired<ToWorker>): void;
  terminate(worker: number): Promise<void>;
}

const page = globalThis as unknown as PageGlobals;
const workers = new Map<number, ReturnType<typeof startWebWorker>>();

page.startWorker = (id, script) => {
  const worker = startWebWorker(new TextEncoder().encode(script));
  workers.set(id, worker);
  worker.listen((message) => page.fromWorker(id, message));
  worker.onCrash((reason) => page.crashed(id, reason));
};
page.post = (id, message) => {
  if (message?.type !== 'file') workers.get(id)!.post(message);
  else workers.get(id)!.post({ ...message, bytes: Uint8Array.from(atob(message.bytes), (unit) => unit.charCodeAt(0)) });
};
page.terminate = async (id) => workers.get(id)?.terminate();
