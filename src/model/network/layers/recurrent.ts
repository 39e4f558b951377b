import { concat, type Tensor2D, type Tensor3D } from '@tensorflow/tfjs-core';
import type { RecurrentLayerPlan } from '../../network-plan';
import type { RecurrentStates, DropoutMasks } from '../network';
import type { WeightStore } from '../weight-store';
import { gru } from './gru';
import { lastState } from './last-state';
import { lstm } from './lstm';
import { simpleRnn } from './simple-rnn';

/** What a recurrent layer, of one direction or two, makes of a batch. */
export interface RecurrentOutput {
  /** `[batch, time, directions · units]`: forward beside backward, by text position. */
  readonly joined: Tensor3D;
  /** `[batch, directions · units]`: what each direction ends with. */
  readonly last: Tensor2D;
  readonly recurrent: readonly RecurrentStates[];
}

const CELLS = { lstm, gru, 'simple-rnn': simpleRnn };

/** x `[batch, time, inputs]`, mask `[batch, time]`. */
export type RecurrentLayer = (x: Tensor3D, mask: Tensor2D, training: DropoutMasks | undefined) => RecurrentOutput;

/**
 * A layer as it is planned, but for the dropout of its states; of two directions each reads the words from its own end
 * (Schuster and Paliwal 1997). `number` is that of its states.
 */
export function recurrentLayer(
  store: WeightStore,
  layer: RecurrentLayerPlan,
  number: number,
  inputs: number,
): RecurrentLayer {
  const { cell, name, units, directions, inputDropout: dropout, recurrentDropout } = layer;
  const options = { inputs, units, dropout, recurrentDropout };
  const direction = CELLS[cell];
  if (directions === 1) {
    const only = direction(store, name, options);
    return (x, mask, training) => {
      const states = only(x, mask, training);
      const recurrent = [{ layer: number, direction: 'forward' as const, states }];
      return { joined: states, last: lastState(states, 'forward'), recurrent };
    };
  }
  const forward = direction(store, `${name}/forward`, options);
  const backward = direction(store, `${name}/backward`, { ...options, reverse: true });
  return (x, mask, training) => {
    const ahead = forward(x, mask, training);
    const back = backward(x, mask, training);
    return {
      joined: concat([ahead, back], 2),
      last: concat([lastState(ahead, 'forward'), lastState(back, 'backward')], 1),
      recurrent: [
        { layer: number, direction: 'forward', states: ahead },
        { layer: number, direction: 'backward', states: back },
      ],
    };
  };
}
