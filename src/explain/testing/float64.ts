/**
 * The two recurrent architectures once more, in plain float64 loops that share no code with the product: the oracle of
 * the attribution methods' tests. Slow, and meant to be read beside the articles.
 */
export type Row = readonly number[];
/** A weight's values by its name on disk. */
export type Weights = (name: string) => ArrayLike<number>;

const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));

/** x·W + b for one row; W is `[inputs, outputs]`. */
function affine(x: Row, kernel: ArrayLike<number>, bias: ArrayLike<number>): number[] {
  const outputs = bias.length;
  return Array.from({ length: outputs }, (_, o) =>
    x.reduce((sum, value, i) => sum + value * kernel[i * outputs + o], bias[o]),
  );
}

/** What an LSTM holds after a word, and the gates that made it so. */
export interface Cells {
  readonly state: Row;
  readonly cell: Row;
  readonly input: Row;
  readonly forget: Row;
  readonly output: Row;
}

/** Hochreiter and Schmidhuber's LSTM with forget gate, Keras's gate order i, f, c, o; by text position. */
export function lstmCells(x: readonly Row[], weights: Weights, name: string, reverse = false, mask?: Row): Cells[] {
  const [kernel, recurrent, bias] = ['kernel', 'recurrent_kernel', 'bias'].map((part) => weights(`${name}/${part}`));
  const units = bias.length / 4;
  const zeros: number[] = Array(units).fill(0);
  let now: Cells = { state: zeros, cell: zeros, input: zeros, forget: zeros, output: zeros };
  const all: Cells[] = [];
  for (let step = 0; step < x.length; step++) {
    const at = reverse ? x.length - 1 - step : step;
    if (mask?.[at] !== 0) {
      const fromState = affine(now.state, recurrent, Array(4 * units).fill(0));
      const z = affine(x[at], kernel, bias).map((value, i) => value + fromState[i]);
      const gate = (number: number) => z.slice(number * units, (number + 1) * units).map(sigmoid);
      const [input, forget, output] = [gate(0), gate(1), gate(3)];
      const cell = now.cell.map((before, u) => forget[u] * before + input[u] * Math.tanh(z[2 * units + u]));
      now = { cell, input, forget, output, state: cell.map((value, u) => output[u] * Math.tanh(value)) };
    }
    all[at] = now;
  }
  return all;
}

/** The states alone. */
export function lstm(x: readonly Row[], weights: Weights, name: string, reverse = false, mask?: Row): Row[] {
  return lstmCells(x, weights, name, reverse, mask).map(({ state }) => state);
}

/** Word vectors of ids. */
export function embed(ids: ArrayLike<number>, weights: Weights, dimension: number): Row[] {
  const table = weights('embedding/embeddings');
  return Array.from(ids, (id) => Array.from({ length: dimension }, (_, k) => table[id * dimension + k]));
}

/** Logits of `state-distance-lstm`. */
export function stateDistanceLogits(x: readonly Row[], mask: Row, weights: Weights): number[] {
  const states = lstm(x, weights, 'lstm', false, mask);
  return affine(states.at(-1)!, weights('dense/kernel'), weights('dense/bias'));
}

/** Logits and attention of `additive-attention-bilstm` on a text without skipped words. */
export function additiveAttention(x: readonly Row[], weights: Weights): { logits: number[]; attention: number[] } {
  const layer = (input: readonly Row[], name: string) => {
    const [ahead, back] = [lstm(input, weights, `${name}/forward`), lstm(input, weights, `${name}/backward`, true)];
    return { joined: ahead.map((state, i) => [...state, ...back[i]]), last: [...ahead.at(-1)!, ...back[0]] };
  };
  const { joined, last } = layer(layer(x, 'bilstm_1').joined, 'bilstm_2');
  const dense = (row: Row, name: string) => affine(row, weights(`${name}/kernel`), weights(`${name}/bias`));
  const query = dense(last, 'attention/W2');
  const scores = joined.map((state) => {
    const key = dense(state, 'attention/W1');
    return Math.exp(
      dense(
        key.map((value, i) => Math.tanh(value + query[i])),
        'attention/V',
      )[0],
    );
  });
  const total = scores.reduce((sum, score) => sum + score, 0);
  const attention = scores.map((score) => score / total);
  const context = joined[0].map((_, k) => joined.reduce((sum, state, i) => sum + attention[i] * state[k], 0));
  return { logits: dense(context, 'dense'), attention };
}

/** Gradient × input by central differences of any logit of the word vectors. */
export function gradientTimesInput(x: readonly Row[], logit: (x: readonly Row[]) => number, step = 1e-5): number[] {
  const moved = (word: number, k: number, by: number) =>
    x.map((row, i) => (i === word ? row.map((value, j) => (j === k ? value + by : value)) : row));
  return x.map((row, word) =>
    row.reduce((sum, value, k) => {
      const slope = (logit(moved(word, k, step)) - logit(moved(word, k, -step))) / (2 * step);
      return sum + slope * value;
    }, 0),
  );
}

/** State distance by its formula, from the states of one direction in reading order. */
export function stateDistance(states: readonly Row[]): number[] {
  const last = states.at(-1)!;
  const size = (row: Row) => Math.sqrt(row.reduce((sum, value) => sum + value * value, 0));
  const distance = [1, ...states.map((state) => size(state.map((value, u) => value - last[u])) / size(last))];
  return states.map((_, i) => distance[i] - distance[i + 1]);
}
