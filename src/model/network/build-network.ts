import type { NetworkPlan } from '../network-plan';
import type { Network } from './network';
import { contextualNetwork } from './networks/contextual';
import { convolutionNetwork } from './networks/convolutions';
import { graphNetwork } from './networks/graph';
import { ngramNetwork } from './networks/ngrams';
import { recurrentNetwork } from './networks/recurrent';
import { separableConvolutionNetwork } from './networks/separable-convolutions';
import { WeightStore, type WeightSource } from './weight-store';

/**
 * The network of a plan on tfjs, with fresh weights (a seed, deterministic) or with weights by name, as read from disk.
 * @throws SaliencyError where a weight is missing or of another size
 */
export function buildNetwork(plan: NetworkPlan, vocabularySize: number, initial: WeightSource): Network {
  const store = new WeightStore(initial);
  switch (plan.kind) {
    case 'recurrent':
      return recurrentNetwork(plan, vocabularySize, store);
    case 'convolutions':
      return convolutionNetwork(plan, vocabularySize, store);
    case 'separable-convolutions':
      return separableConvolutionNetwork(plan, vocabularySize, store);
    case 'ngrams':
      return ngramNetwork(plan, vocabularySize, store);
    case 'contextual':
      return contextualNetwork(plan, vocabularySize, store);
    case 'graph':
      return graphNetwork(plan, store);
  }
}
