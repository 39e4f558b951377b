import { importNetworkPart } from './import-network-part';
import type { Parts } from './parts';

/**
 * The parts by `import()`. In the worker's bundle the imported files are bundles beside it (`scripts/build/beside.mjs`);
 * a web worker has no files beside it, and reads those bundles (`worker/read-parts.ts`).
 */
export const importParts: Parts = {
  network: importNetworkPart,
  counterfactuals: async () => (await import('../../explain/counterfactuals/counterfactuals')).findCounterfactuals,
};
