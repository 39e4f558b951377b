import { SaliencyError } from '../../shared/saliency-error';
import type { Files } from '../../shared/protocol/explainer';
import { internal } from '../internal-error';
import { LocalExplainer } from '../local/local-explainer';
import type { AnyCall, FromWorker, Reply, ToWorker } from './worker-messages';
import type { Port } from '../../shared/rpc/port';

/** The inside of a worker: an in-process explainer that answers calls, and asks the host for every file it needs. */
export function serveWorker(port: Port<ToWorker, FromWorker>): void {
  const files = new FilesOverPort(port);
  const explainer = new LocalExplainer(files);

  const running = new Map<number, AbortController>();

  async function answer(call: AnyCall): Promise<void> {
    const { id } = call;
    const abort = new AbortController();
    running.set(id, abort);
    try {
      const value = await valueOf(call, abort.signal);
      port.post({ type: 'reply', id, value, wasmBytes: explainer.wasmBytes });
    } catch (error) {
      const { message, code, data } = abort.signal.aborted
        ? new SaliencyError('The call was cancelled.', 'cancelled')
        : error instanceof SaliencyError
          ? error
          : internal(error);
      port.post({ type: 'failure', id, message, code, data });
    } finally {
      running.delete(id);
    }
  }

  function valueOf(call: AnyCall, signal: AbortSignal): Promise<Reply> {
    switch (call.call) {
      case 'explain':
        return explainer.explain(call.request, signal);
      case 'predict':
        return explainer.predict(call.request, signal);
      case 'batch':
        return explainer.batch(call.request, signal);
      case 'trust':
        return explainer.trust(call.request, signal);
      case 'agreement':
        return explainer.agreement(call.request, signal);
      case 'counterfactuals':
        return explainer.counterfactuals(call.request, signal);
      case 'whatIf':
        return explainer.whatIf(call.request, signal);
      case 'trace':
        return explainer.trace(call.request, signal);
      case 'seen':
        return explainer.seen(call.request);
      case 'models':
        return explainer.models();
      case 'card':
        return explainer.card(call.request);
      case 'status':
        return explainer.status();
    }
  }

  port.listen((message) => {
    if (message.type === 'call') void answer(message);
    else if (message.type === 'cancel') running.get(message.id)?.abort();
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
