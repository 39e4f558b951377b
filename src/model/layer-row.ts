/** One row of the table that shows what a network is built of, as Keras's `summary()` has them. */
export interface LayerRow {
  /** Keras's name for such a layer, so that a reader of the articles knows it: `Embedding`, `Bidirectional(LSTM)`. */
  readonly kind: string;
  /** Weights whose names begin with this one and a slash are its own, unless it lists others. */
  readonly name: string;
  readonly weights?: readonly string[];
  /** False where its weights are counted, not learnt. */
  readonly trained?: false;
  /** Shape of what it gives, the batch first; `null` is any number: texts of a batch, words of a text. */
  readonly output: readonly (number | null)[];
}

const BATCH = null;
const WORDS = null;

/** What gives one vector a word. */
export const perWord = (kind: string, name: string, width: number): LayerRow => ({
  kind,
  name,
  output: [BATCH, WORDS, width],
});

/** What gives one vector a text. */
export const perText = (kind: string, name: string, width: number): LayerRow => ({
  kind,
  name,
  output: [BATCH, width],
});

/** Ids that are no word are skipped from here on. */
export const maskRow: LayerRow = { kind: 'Mask', name: 'mask', output: [BATCH, WORDS] };

/** Rows of dropout layers stand in the table only where something is dropped. */
export const rowIfDropped = (rate: number, row: LayerRow): LayerRow[] => (rate > 0 ? [row] : []);

/** Whether a weight belongs to the layer of a row. */
export const owns = ({ name, weights }: LayerRow, weight: string): boolean =>
  weights ? weights.includes(weight) : weight.startsWith(`${name}/`);
