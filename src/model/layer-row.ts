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

/** A layer that gives one vector for each word. */
export const perWord = (kind: string, name: string, width: number): LayerRow => ({
  kind,
  name,
  output: [BATCH, WORDS, width],
});

/** A layer that gives one vector for each text. */
export const perText = (kind: string, name: string, width: number): LayerRow => ({
  kind,
  name,
  output: [BATCH, width],
});

/** The layer from which on ids that stand for no word are skipped. */
export const maskRow: LayerRow = { kind: 'Mask', name: 'mask', output: [BATCH, WORDS] };

/** The row of a dropout layer; none where nothing is dropped. */
export const rowIfDropped = (rate: number, row: LayerRow): LayerRow[] => (rate > 0 ? [row] : []);

/** Whether a weight belongs to the layer of a row. */
export const ownsWeight = ({ name, weights }: LayerRow, weight: string): boolean =>
  weights ? weights.includes(weight) : weight.startsWith(`${name}/`);
