import { gateOrder, identityPanel, padded, PANEL } from './panels';
import type { LayerWeights } from './weights';

type Cell = Pick<LayerWeights, 'cell' | 'units'>;

/** The number of columns of a layer's kernels for each unit. */
export const gatesOf = ({ cell }: Pick<LayerWeights, 'cell'>): number => (cell === 'simple-rnn' ? 1 : 4);

/** For each place in a layer's packed rows, the column of its kernels; -1: none. */
export const orderOf = ({ cell, units }: Cell): Int32Array =>
  cell === 'simple-rnn' ? identityPanel(units, padded(units, PANEL)) : gateOrder(units);
