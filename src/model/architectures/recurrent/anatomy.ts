import type { Anatomy, DenseLayer } from '../../anatomy';
import { knownCell, type RecurrentPlan } from '../../network-plan';

/** The layers of a planned network, named as their weights are. */
export const anatomyOf = ({ layers, head, hidden = [] }: RecurrentPlan): Anatomy => ({
  layers: layers.map((layer) => {
    const { name, directions } = layer;
    const cell = knownCell(layer);
    return directions === 1
      ? { cell, forward: name }
      : { cell, forward: `${name}/forward`, backward: `${name}/backward` };
  }),
  head: head.kind === 'last-states' ? 'last-states' : 'attention',
  tail: [
    ...hidden.map(({ name }): DenseLayer => ({ name, activation: 'relu' })),
    { name: 'dense', activation: 'linear' },
  ],
});
