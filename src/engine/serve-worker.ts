import { SaliencyError } from '../text/saliency-error';
import { backendMemory } from './backend';
import type { Files } from './explainer';
import { internal } from './internal-error';
import { LocalExplainer } from './local-explainer';
import type { AnyCall, FromWorker, Reply, ToWorker } from './worker-messages';
import type { Port } from './worker-port';

/** The inside of a worker: an in-process explainer that answers calls, and asks the host for every file it needs. */
export function serveWorker(port: Port<ToWorker, FromWorker>): void {
  const files = new FilesOverPort(port);
  const explainer = new LocalExplainer(files);

  async function answer(call: AnyCall): Promise<void> {
    const { id } = call;
    try {
      const value = await valueOf(call);
      port.post({ type: 'reply', id, value, wasmBytes: backendMemory().wasmBytes });
    } catch (error) {
      const { message, code, data } = error instanceof SaliencyError ? error : internal(error);
      port.post({ type: 'failure', id, message, code, data });
    }
  }

  function valueOf(call: AnyCall): Promise<Reply> {
    switch (call.call) {
      case 'explain':
        return explainer.explain(call.request);
      case 'predict':
        return explainer.predict(call.request);
      case 'batch':
        return explainer.batch(call.request);
      case 'models':
        return explainer.models();
      case 'status':
        return explainer.status();
    }
  }

  port.listen((message) => {
    if (message.type === 'call') void answer(message);
    else files.arrived(message);
  });
}

type FileMessage = Extract<ToWorker, { type: 'file' | 'no-file' }>;

class FilesOverPort implements Files {
  private readonly waiting = new Map<number, (message: FileMessage) => void>();
  private readings = 0;

  constructor(private readonly port: Port<ToWorker, FromWorker>) {}

  read(path: string): Promise<Uint8Array> {
    const id = ++this.readings;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, (message) => {
        if (message.type === 'file') resolve(message.bytes);
        else reject(new Error(message.message));
      });
      this.port.post({ type: 'read', id, path });
    });
  }

  arrived(message: FileMessage): void {
    this.waiting.get(message.id)?.(message);
    this.waiting.delete(message.id);
  }
}
