import { watchBrowser, type Asked } from './traps';

const MARK = 'asked-of-a-network';

/** Watches this worker and every worker that it starts from now on; resolves with what was asked while `work` ran. */
export const watchedInBrowser = async (work: () => Promise<void>): Promise<Asked[]> => {
  const asked: Asked[] = [];
  const scope = globalThis as unknown as Record<string, unknown>;
  const before = [
    'fetch',
    'WebSocket',
    'EventSource',
    'WebTransport',
    'RTCPeerConnection',
    'importScripts',
    'Worker',
  ].map((name) => [name, scope[name]] as const);
  const { open } = XMLHttpRequest.prototype;
  const { Worker } = globalThis;
  watchBrowser((each) => asked.push(each), false);
  scope.Worker = class extends Worker {
    constructor(script: string | URL, options?: WorkerOptions) {
      const tell = `(asked) => postMessage({ mark: '${MARK}', asked })`;
      const source = `(${watchBrowser.toString()})(${tell}, true); importScripts(${JSON.stringify(String(script))});`;
      super(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })), options);
      this.addEventListener('message', (event) => {
        const data = event.data as { mark?: unknown; asked?: Asked } | undefined;
        if (data?.mark !== MARK || !data.asked) return;
        asked.push(data.asked);
        event.stopImmediatePropagation();
      });
    }
  };
  try {
    await work();
    return asked;
  } finally {
    for (const [name, value] of before) scope[name] = value;
    XMLHttpRequest.prototype.open = open;
  }
};
