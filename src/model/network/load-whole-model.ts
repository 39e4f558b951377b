import { loadModel } from '../load-model';
import type { ReadFile } from '../format/read-json';
import type { Model } from '../model';
import type { TensorNetwork } from './float32-network';
import type { Network } from './network';
import { networkPart } from './part';

/** A model with its network at hand, for programs that run on tfjs anyway. tfjs must have been started (`startTensors`). */
export const loadWholeModel = (name: string, read: ReadFile): Promise<Model> =>
  loadModel(name, read, { networks: networkPart });

/** The network of such a model; it is disposed of with the model. */
export const networkOf = (model: Model): Network => (model.float32 as TensorNetwork).network;
