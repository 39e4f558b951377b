import type { NetworkPart } from '../../model/inference/network-part';
import type { Files } from '../../shared/protocol/explainer';

/** The bundle of `model/network/part.ts` for web workers. */
const SCRIPT = 'dist/web/tensors.cjs';

/** `import()` of a file of the installation, where a worker has only bytes: a web worker started from a blob. */
export async function readNetworkPart(files: Files): Promise<NetworkPart> {
  const script = new TextDecoder().decode(await files.read(SCRIPT));
  const module = { exports: {} };
  const run = new Function('module', 'exports', `${script}\n//# sourceURL=saliency-tensors.js`);
  run(module, module.exports);
  return (module.exports as { networkPart: NetworkPart }).networkPart;
}
