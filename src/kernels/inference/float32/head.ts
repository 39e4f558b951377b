import { softmaxInPlace } from '../int16/dense';
import type { AttentionHead, EncoderWeights } from '../int16/weights';
import type { Float32RecurrentLayer } from './recurrent-layer';
import { Matrix } from './matrix';
import { rowsFor, spreadRows, zerosFor, type Machine, type Rows } from './rows';

/** The part between the states of the topmost layer and the dense layers. */
export interface DenseHead {
  /**
   * Computes the input of the dense layers, and returns the backward pass: from the gradient of that input to the gradients of
   * the states, in rows of the same width.
   */
  forward(states: Rows, words: number): { readonly features: Float64Array; back(d: Float64Array): Rows };
}

export const headOf = (machine: Machine, layer: Float32RecurrentLayer, head: EncoderWeights['head']): DenseHead =>
  head.kind === 'attention' ? new AttendingHead(machine, layer, head) : new LastStatesHead(machine, layer);

class LastStatesHead implements DenseHead {
  constructor(
    private readonly machine: Machine,
    private readonly layer: Float32RecurrentLayer,
  ) {}

  forward(states: Rows, words: number) {
    const { machine, layer } = this;
    const at = (place: number) => layer.lastWord(place, words) * states.width + place;
    const values = machine.arena.floats(states.at, words * states.width);
    return {
      features: Float64Array.from(layer.places, (place) => values[at(place)]),
      back(d: Float64Array) {
        const rows = zerosFor(machine, words, layer.width);
        const gradients = machine.arena.floats(rows.at, words * rows.width);
        layer.places.forEach((place, n) => (gradients[at(place)] = d[n]));
        return rows;
      },
    };
  }
}

/** Feed-forward or additive attention: see `AttentionHead`. */
class AttendingHead implements DenseHead {
  private readonly states: Matrix;
  private readonly query?: Matrix;
  private readonly hidden: number;
  private readonly bias: Rows;
  private readonly score: Rows;

  constructor(
    private readonly machine: Machine,
    private readonly layer: Float32RecurrentLayer,
    head: AttentionHead,
  ) {
    this.hidden = head.bias.length;
    const matrix = (kernel: Float32Array) =>
      new Matrix(machine, spreadRows(kernel, layer.places, layer.width), layer.width, this.hidden);
    this.states = matrix(head.kernel);
    if (head.query) this.query = matrix(head.query);
    [this.bias, this.score] = [head.bias, head.score].map((values) => {
      const rows = zerosFor(machine, 1, values.length);
      machine.arena.floats(rows.at, values.length).set(values);
      return rows;
    });
  }

  forward(states: Rows, words: number) {
    const { machine, layer, hidden, score } = this;
    const { arena, kernels } = machine;
    const last = this.query && this.lastStates(states, words);
    const start = last ? rowsFor(machine, 1, hidden) : this.bias;
    if (last) this.query.apply(last, 1, start, this.bias.at);
    const rows = rowsFor(machine, words, hidden);
    this.states.apply(states, words, rows, start.at);
    kernels.tanhAll(rows.at, words * rows.width, rows.at);
    const [sharesAt, ones, places] = [arena.allocate(4 * words), arena.allocate(4 * words), arena.allocate(4 * words)];
    kernels.dotRows(rows.at, words, rows.width, score.at, sharesAt);
    softmaxInPlace(arena.floats(sharesAt, words));
    arena.addresses(ones, words).fill(0);
    arena.addresses(places, words).set(Uint32Array.from({ length: words }, (_, word) => word));
    const context = rowsFor(machine, 1, states.width);
    kernels.sparseProduct(places, sharesAt, 1, words, states.at, words, states.width, context.at);
    const sums = arena.floats(context.at, context.width);
    return {
      features: Float64Array.from(layer.places, (place) => sums[place]),
      back: (d: Float64Array) => this.back(d, { states, rows, words, sharesAt, firstRow: ones, last }),
    };
  }

  private back(d: Float64Array, tape: AttentionTape): Rows {
    const { machine, layer, hidden, score } = this;
    const { arena, kernels } = machine;
    const { states, rows, words, sharesAt, firstRow } = tape;
    const dContext = zerosFor(machine, 1, states.width);
    const out = rowsFor(machine, words, states.width);
    const dScoresAt = arena.allocate(4 * words);
    const dHidden = rowsFor(machine, words, hidden);
    const gradient = arena.floats(dContext.at, dContext.width);
    layer.places.forEach((place, n) => (gradient[place] = d[n]));
    // Back through the weighted sum: a state's gradient is scaled by its weight; a weight's gradient is a product with its state.
    kernels.sparseProduct(firstRow, sharesAt, words, 1, dContext.at, 1, states.width, out.at);
    kernels.dotRows(states.at, words, states.width, dContext.at, dScoresAt);
    const [shares, dScores] = [arena.floats(sharesAt, words), arena.floats(dScoresAt, words)];
    const mean = shares.reduce((sum, share, word) => sum + share * dScores[word], 0);
    for (let word = 0; word < words; word++) dScores[word] = shares[word] * (dScores[word] - mean);
    kernels.sparseProduct(firstRow, dScoresAt, words, 1, score.at, 1, dHidden.width, dHidden.at);
    kernels.tanhGradient(rows.at, dHidden.at, words * rows.width, dHidden.at);
    this.states.addBack(dHidden, words, out);
    if (tape.last) this.backToQuery(dHidden, words, out);
    return out;
  }

  /** The part of every word's score that comes from the last states. */
  private backToQuery(dHidden: Rows, words: number, out: Rows): void {
    const { machine, layer } = this;
    const { arena, kernels } = machine;
    const sum = rowsFor(machine, 1, dHidden.width);
    kernels.sumRows(dHidden.at, 4 * dHidden.width, words, dHidden.width, sum.at);
    const dLast = zerosFor(machine, 1, layer.width);
    this.query!.addBack(sum, 1, dLast);
    const found = arena.floats(dLast.at, dLast.width);
    const all = arena.floats(out.at, words * out.width);
    for (const place of layer.places) all[layer.lastWord(place, words) * out.width + place] += found[place];
  }

  private lastStates(states: Rows, words: number): Rows {
    const { machine, layer } = this;
    const last = zerosFor(machine, 1, layer.width);
    const row = machine.arena.floats(last.at, last.width);
    const all = machine.arena.floats(states.at, words * states.width);
    for (const place of layer.places) row[place] = all[layer.lastWord(place, words) * states.width + place];
    return last;
  }
}

interface AttentionTape {
  readonly states: Rows;
  /** The hidden layer of the scores, after tanh. */
  readonly rows: Rows;
  readonly words: number;
  readonly sharesAt: number;
  /** One zero for each word: an id that always selects the first row of a table. */
  readonly firstRow: number;
  readonly last?: Rows;
}
