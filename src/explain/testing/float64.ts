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

/** Hochreiter and Schmidhuber's LSTM with forget gate, Keras's gate order i, f, c, o; states by text position. */
export function lstm(x: readonly Row[], weights: Weights, name: string, reverse = false, mask?: Row): Row[] {
  const [kernel, recurrent, bias] = ['kernel', 'recurrent_kernel', 'bias'].map((part) => weights(`${name}/${part}`));
  const units = bias.length / 4;
  let h: number[] = Array(units).fill(0);
  let c: number[] = Array(units).fill(0);
  const states: Row[] = [];
  for (let step = 0; step < x.length; step++) {
    const at = reverse ? x.length - 1 - step : step;
    if (mask?.[at] !== 0) {
      const fromState = affine(h, recurrent, Array(4 * units).fill(0));
      const z = affine(x[at], kernel, bias).map((value, i) => value + fromState[i]);
      c = c.map((cell, u) => sigmoid(z[units + u]) * cell + sigmoid(z[u]) * Math.tanh(z[2 * units + u]));
      h = c.map((cell, u) => sigmoid(z[3 * units + u]) * Math.tanh(cell));
    }
    states[at] = h;
  }
  return states;
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
