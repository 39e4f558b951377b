import { parentPort, Worker } from 'node:worker_threads';
import { startedBackend } from '../../engine/local/backend';
import type { FromPartner, PartnerLine, ToPartner } from '../../training/fit/parallel/messages';
import { ServedPartner } from '../../training/fit/parallel/serve-partner';
import { resources } from './resources';

/** What a thread is started with to be a partner in training. */
export const PARTNER = 'saliency-train-partner';

/** Starts this command's own script as a thread that computes a part of each batch. */
export function startPartnerThread(): PartnerLine {
  const worker = new Worker(new URL(import.meta.url), { workerData: PARTNER, execArgv: [] });
  const answers: FromPartner[] = [];
  let gone: Error | undefined;
  let waiting: { resolve: (answer: FromPartner) => void; reject: (error: Error) => void } | undefined;
  const settle = (): void => {
    const answer = answers[0];
    if (!waiting || (!answer && !gone)) return;
    if (answer) waiting.resolve(answers.shift()!);
    else waiting.reject(gone!);
    waiting = undefined;
  };
  const end = (reason: string): void => {
    gone ??= new Error(reason);
    settle();
  };
  worker.on('message', (answer: FromPartner) => {
    answers.push(answer);
    settle();
  });
  worker.on('error', (error: unknown) => end(error instanceof Error ? error.message : String(error)));
  worker.on('exit', (code) => end(`exit status ${code}`));
  return {
    post: (message, transfer) => worker.postMessage(message, transfer),
    receive: () =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        settle();
      }),
    close: async () => void (await worker.terminate()),
  };
}

/** The thread's side. */
export async function servePartnerThread(): Promise<void> {
  const port = parentPort;
  if (!port) throw new Error('This runs as a worker thread only.');
  // Messages wait until somebody listens.
  await startedBackend(resources());
  const partner = new ServedPartner();
  port.on('message', (message: ToPartner) => {
    const answer = partner.handle(message);
    if (answer) port.postMessage(answer);
  });
}
