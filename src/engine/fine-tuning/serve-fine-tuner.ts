import { Connection } from '../../shared/rpc/connection';
import type { Port } from '../../shared/rpc/port';
import { SaliencyError } from '../../shared/saliency-error';
import type { FineTunerHost } from '../../training/fine-tuning/fine-tuner';
import { LocalFineTuner, type FineTunerOptions } from './local-fine-tuner';

/** The inside of the fine-tuning worker: answers calls, and asks the host for what only the host can reach. */
export function serveFineTuner(port: Port, environment: (host: FineTunerHost) => FineTunerOptions): void {
  const line = new Connection<FineTunerHost>((message, transfer) => port.post(message, transfer));
  line.serve(new LocalFineTuner(environment(line.remote)), { unforeseen });
  port.listen((message) => line.receive(message));
}

function unforeseen(error: unknown): SaliencyError {
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new SaliencyError(`Training failed, which is a fault of Saliency: ${reason}`, 'internal', { reason });
}
