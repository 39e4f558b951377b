import { reshape, slice, type Tensor2D, type Tensor3D } from '@tensorflow/tfjs-core';

/** The state a direction ends with: `[batch, units]`. Masked words repeat the state, so it is the outermost one. */
export function lastState(states: Tensor3D, direction: 'forward' | 'backward'): Tensor2D {
  const [batch, time, units] = states.shape;
  const at = direction === 'forward' ? time - 1 : 0;
  return reshape(slice(states, [0, at, 0], [batch, 1, units]), [batch, units]);
}
