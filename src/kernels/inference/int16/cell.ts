import { gateOrder, identityPanel, padded, PANEL } from './panels';
import type { LayerWeights } from './weights';

type Cell = Pick<LayerWeights, 'cell' | 'units'>;

/** Columns of a layer's kernels, for each unit. */
export const gatesOf = ({ cell }: Pick<LayerWeights, 'cell'>): number => (cell === 'simple-rnn' ? 1 : 4);

/** Which column of a layer's kernels stands where in its packed rows; -1: none. */
export const orderOf = ({ cell, units }: Cell): Int32Array =>
  cell === 'simple-rnn' ? identityPanel(units, padded(units, PANEL)) : gateOrder(units);
