import { ownsWeight, type LayerRow } from './layer-row';

/** A row of the table with the number of its weights. */
export interface SummaryRow {
  readonly kind: string;
  readonly name: string;
  /** The batch first; `null` is any number. */
  readonly output: readonly (number | null)[];
  readonly parameters: number;
}

/** What Keras's `summary()` tells of a network. */
export interface Summary {
  readonly layers: readonly SummaryRow[];
  readonly parameters: {
    readonly total: number;
    readonly trainable: number;
    /** Counted before training and left as they are. */
    readonly fixed: number;
  };
}

/** The table of a network: its layers, and the weights that it has, by name and shape. */
export function summariseModel(
  layers: readonly LayerRow[],
  weights: readonly { readonly name: string; readonly shape: readonly number[] }[],
): Summary {
  const size = (row: LayerRow): number =>
    weights
      .filter(({ name }) => ownsWeight(row, name))
      .reduce((sum, { shape }) => sum + shape.reduce((product, side) => product * side, 1), 0);
  const sum = (rows: readonly LayerRow[]): number => rows.reduce((total, row) => total + size(row), 0);
  const trainable = sum(layers.filter(({ trained = true }) => trained));
  const total = sum(layers);
  return {
    layers: layers.map((row) => ({ kind: row.kind, name: row.name, output: row.output, parameters: size(row) })),
    parameters: { total, trainable, fixed: total - trainable },
  };
}
