import type { Anatomy } from '../anatomy';
import type { Float32Network } from '../inference/float32-network';
import type { NetworkSource } from '../inference/network-part';
import { batchLogits } from './batch-logits';
import { buildNetwork } from './build-network';
import { float32Forward } from './float32-forward';
import { gateSums } from './gate-sums';
import type { Network } from './network';
import { traceOf } from './trace';
import { withComposed } from './with-composed';
import { gradientsAlong, gradientsOf } from './word-gradients';

/** A network on tfjs with what explanations ask of it, see `Float32Network`. */
export interface TensorNetwork extends Float32Network {
  readonly network: Network;
}

/** A network of a model's weights. */
export function float32Network({ plan, anatomy, vocabularySize, weights, words }: NetworkSource): TensorNetwork {
  const network = buildNetwork(plan, vocabularySize, weights);
  return asFloat32(words ? withComposed(network, vocabularySize, words) : network, anatomy);
}

/** A network whose inputs and outputs are plain numbers instead of tensors. */
export const asFloat32 = (network: Network, anatomy?: Anatomy): TensorNetwork => ({
  network,
  forward: float32Forward(network),
  logits: (texts) => batchLogits(network, texts),
  gradients: (ids, mask, factors) => gradientsOf(network, ids, mask, factors),
  gradientsAlong: (text, factors, alphas) => gradientsAlong(network, text, factors, alphas),
  trace(ids, mask) {
    if (!anatomy) throw new Error('Only a network of recurrent and dense layers can be looked into.');
    return traceOf(network, anatomy, ids, mask);
  },
  gateSums: (ids, mask) => gateSums(network, ids, mask),
  ngramShares: network.shares?.bind(network),
  dispose: () => network.dispose(),
});
