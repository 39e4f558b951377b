import type { NetworkPart } from '../../model/inference/network-part';

/**
 * The one way to tfjs for code that starts without it. In the worker's bundle the imported file is a bundle beside it
 * (`tensors.cjs`); a web worker has no files beside it, and reads that bundle (`worker/read-parts.ts`).
 */
export const importNetworkPart = async (): Promise<NetworkPart> =>
  (await import('../../model/network/part')).networkPart;
