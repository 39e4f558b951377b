import type { NetworkPart } from '../inference/network-part';
import { float32Network } from './float32-network';
import { startTensors, tensorMemory } from './tensors';

/** All that the rest of the program takes from tfjs's side, where it does not import it at its start. */
export const networkPart: NetworkPart = { startTensors, tensorMemory, float32Network };
