import { concat, type Tensor2D, type Tensor3D } from '@tensorflow/tfjs-core';
import type { RecurrentStates, Training } from '../network';
import type { WeightStore } from '../weight-store';
import { lastState } from './last-state';
import { lstm, type LstmOptions } from './lstm';

export interface BothDirections {
  /** `[batch, time, 2 · units]`: forward beside backward, by text position. */
  readonly joined: Tensor3D;
  /** `[batch, 2 · units]`: what each direction ends with. */
  readonly last: Tensor2D;
  readonly recurrent: readonly RecurrentStates[];
}

/** x `[batch, time, inputs]`, mask `[batch, time]`. */
export type Bidirectional = (x: Tensor3D, mask: Tensor2D, training: Training | undefined) => BothDirections;

/** Two LSTMs over the same words, one from each end (Schuster and Paliwal 1997); `layer` numbers their states. */
export function bidirectionalLstm(
  store: WeightStore,
  name: string,
  layer: number,
  options: Omit<LstmOptions, 'reverse'>,
): Bidirectional {
  const forward = lstm(store, `${name}/forward`, options);
  const backward = lstm(store, `${name}/backward`, { ...options, reverse: true });
  return (x, mask, training) => {
    const ahead = forward(x, mask, training);
    const back = backward(x, mask, training);
    return {
      joined: concat([ahead, back], 2),
      last: concat([lastState(ahead, 'forward'), lastState(back, 'backward')], 1),
      recurrent: [
        { layer, direction: 'forward', states: ahead },
        { layer, direction: 'backward', states: back },
      ],
    };
  };
}
