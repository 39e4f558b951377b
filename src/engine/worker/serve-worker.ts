import { Connection } from '../../shared/rpc/connection';
import type { Port } from '../../shared/rpc/port';
import { internalError } from '../internal-error';
import { LocalExplainer } from '../local/local-explainer';
import type { Parts } from '../local/parts';
import type { EngineHost } from './engine-host';

/** The inside of a worker: an in-process explainer that answers calls, and asks the host for every file it needs. */
export function serveWorker(port: Port, parts: Parts): void {
  const line = new Connection<EngineHost>((message, transfer) => port.post(message, transfer));
  const explainer = new LocalExplainer(line.remote, parts);
  let known = 0;
  line.serve(explainer, {
    unforeseen: internalError,
    answered() {
      const { wasmBytes } = explainer;
      if (wasmBytes === known) return;
      known = wasmBytes;
      void line.remote.grew(wasmBytes);
    },
  });
  port.listen((message) => line.receive(message));
}
