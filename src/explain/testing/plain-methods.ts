/**
 * The attribution methods once more, from the articles and in plain float64 loops that share no code with the product:
 * each step writes down every part of every sum, instead of multiplying matrices. Slow, and meant to be read.
 */
import type { Row } from './float64';

/** Weights of one dense sum: `kernel[i][o]`. */
export interface Affine {
  readonly kernel: readonly Row[];
  readonly bias: Row;
}

/** One direction of a recurrent layer; gates i, f, c, o side by side of an LSTM. */
export interface Cell extends Affine {
  readonly kind: 'lstm' | 'simple-rnn';
  readonly recurrent: readonly Row[];
  readonly backward: boolean;
}

/** A network of recurrent layers (each one or two directions), a head and a tail. */
export interface PlainNetwork {
  readonly layers: readonly (readonly Cell[])[];
  /** Undefined: the joined last states. Else: the shares of the words, which are constants. */
  readonly attention?: Row;
  readonly tail: readonly (Affine & { readonly relu: boolean })[];
}

interface Step {
  readonly word: number;
  readonly x: Row;
  readonly before: Row;
  readonly cellBefore: Row;
  readonly gates: { readonly i: Row; readonly f: Row; readonly g: Row; readonly o: Row };
  /** Sum inside the tanh. */
  readonly sum: Row;
  readonly cell: Row;
  readonly state: Row;
}

const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
const units = (count: number) => Array.from({ length: count }, (_, u) => u);
const sumOf = (row: Row) => row.reduce((total, value) => total + value, 0);
const sums = (x: Row, { kernel, bias }: Affine) =>
  bias.map((b, o) => b + sumOf(x.map((value, i) => value * kernel[i][o])));

/** The steps of one direction in reading order; skipped words have none. */
function steps(cell: Cell, x: readonly Row[], mask: Row): Step[] {
  const count = cell.recurrent.length;
  let [before, cellBefore]: Row[] = [units(count).map(() => 0), units(count).map(() => 0)];
  const order = units(x.length).filter((word) => mask[word] !== 0);
  return (cell.backward ? order.reverse() : order).map((word) => {
    const [own, carried] = [
      sums(x[word], cell),
      sums(before, { kernel: cell.recurrent, bias: cell.bias.map(() => 0) }),
    ];
    const z = own.map((value, o) => value + carried[o]);
    const part = (at: number) => z.slice(at * count, (at + 1) * count);
    const lstm = cell.kind === 'lstm';
    const gates = {
      i: lstm ? part(0).map(sigmoid) : [],
      f: lstm ? part(1).map(sigmoid) : [],
      g: (lstm ? part(2) : z).map(Math.tanh),
      o: lstm ? part(3).map(sigmoid) : [],
    };
    const written = lstm ? gates.g.map((g, u) => gates.f[u] * cellBefore[u] + gates.i[u] * g) : gates.g;
    const state = lstm ? written.map((c, u) => gates.o[u] * Math.tanh(c)) : gates.g;
    const step = { word, x: x[word], before, cellBefore, gates, sum: lstm ? part(2) : z, cell: written, state };
    [before, cellBefore] = [state, written];
    return step;
  });
}

interface Pass {
  readonly layers: readonly (readonly (readonly Step[])[])[];
  readonly features: Row;
  readonly dense: readonly { readonly x: Row; readonly z: Row }[];
  readonly logits: Row;
}

/** Reads a text; `x` `[words][dimension]`. */
export function pass(network: PlainNetwork, x: readonly Row[], mask: Row): Pass {
  let input = x;
  const layers = network.layers.map((directions) => {
    const all = directions.map((cell) => steps(cell, input, mask));
    const joined = x.map((_, word) =>
      directions.flatMap(({ recurrent }, d) => {
        const at = all[d].find((step) => step.word === word);
        return at ? at.state : recurrent.map(() => 0);
      }),
    );
    input = joined;
    return all;
  });
  const { attention } = network;
  const features = attention
    ? units(input[0].length).map((u) => sumOf(input.map((row, word) => attention[word] * row[u])))
    : layers.at(-1)!.flatMap((all, d) => all.at(-1)?.state ?? network.layers.at(-1)![d].recurrent.map(() => 0));
  let y = features;
  const dense = network.tail.map((layer) => {
    const at = { x: y, z: sums(y, layer) };
    y = layer.relu ? at.z.map((value) => Math.max(0, value)) : at.z;
    return at;
  });
  return { layers, features, dense, logits: y };
}

const EPSILON = 0.001;
const away = (z: number) => (z < 0 ? z - EPSILON : z + EPSILON);

/** Parts of R for x_i from one unit: x_i w_i / (z ± ε) · R. */
const hand = (x: Row, weight: (i: number) => number, z: number, relevance: number) =>
  x.map((value, i) => ((value * weight(i)) / away(z)) * relevance);
const plus = (a: Row, b: Row) => a.map((value, i) => value + b[i]);

/** Arras et al. 2017: relevance of every word for Σ_k target_k · logit_k. */
export function relevance(network: PlainNetwork, x: readonly Row[], mask: Row, target: Row): number[] {
  const { layers, features, dense } = pass(network, x, mask);
  const last = network.tail.at(-1)!;
  const merged: Affine = {
    kernel: last.kernel.map((row) => [sumOf(row.map((w, k) => w * target[k]))]),
    bias: [sumOf(last.bias.map((b, k) => b * target[k]))],
  };
  const read = dense.at(-1)!.x;
  const logit = sums(read, merged)[0];
  let back: Row = hand(read, (i) => merged.kernel[i][0], logit, logit);
  for (let l = network.tail.length - 2; l >= 0; l--) {
    const [{ kernel }, { x: from, z }, arriving] = [network.tail[l], dense[l], back];
    back = z
      .map((value, o) => hand(from, (i) => kernel[i][o], value, arriving[o]))
      .reduce(
        plus,
        from.map(() => 0),
      );
  }
  // By layer: relevance that reaches the joined state of each word.
  const top = network.layers.at(-1)!;
  let arriving: Row[] = x.map(() => features.map(() => 0));
  let from = 0;
  top.forEach((cell, d) => {
    cell.recurrent.forEach((_, u) => {
      const at = from + u;
      const all = layers.at(-1)![d];
      if (network.attention) {
        for (const step of all)
          arriving[step.word] = arriving[step.word].map((value, i) =>
            i === at ? ((network.attention![step.word] * step.state[u]) / away(features[at])) * back[at] : value,
          );
      } else if (all.length > 0) {
        const { word } = all.at(-1)!;
        arriving[word] = arriving[word].map((value, i) => (i === at ? back[at] : value));
      }
    });
    from += cell.recurrent.length;
  });
  for (let l = network.layers.length - 1; l >= 0; l--) {
    const width = l > 0 ? network.layers[l - 1].flatMap(({ recurrent }) => recurrent).length : x[0].length;
    const below: Row[] = x.map(() => units(width).map(() => 0));
    let offset = 0;
    network.layers[l].forEach((cell, d) => {
      const count = cell.recurrent.length;
      let [ofState, ofCell]: Row[] = [units(count).map(() => 0), units(count).map(() => 0)];
      for (const step of [...layers[l][d]].reverse()) {
        ofState = plus(ofState, arriving[step.word].slice(offset, offset + count));
        let ofSum = ofState;
        if (cell.kind === 'lstm') {
          const all = plus(ofState, ofCell);
          ofCell = all.map((r, u) => ((step.gates.f[u] * step.cellBefore[u]) / away(step.cell[u])) * r);
          ofSum = all.map((r, u) => ((step.gates.i[u] * step.gates.g[u]) / away(step.cell[u])) * r);
        }
        const column = cell.kind === 'lstm' ? 2 * count : 0;
        let next: Row = units(count).map(() => 0);
        ofSum.forEach((r, u) => {
          below[step.word] = plus(
            below[step.word],
            hand(step.x, (i) => cell.kernel[i][column + u], step.sum[u], r),
          );
          next = plus(
            next,
            hand(step.before, (j) => cell.recurrent[j][column + u], step.sum[u], r),
          );
        });
        ofState = next;
      }
      offset += count;
    });
    arriving = below;
  }
  return arriving.map(sumOf);
}

/** Murdoch and Szlam 2017: the words' parts of Σ_k target_k · logit_k, head linear in the last states. */
export function decomposition(network: PlainNetwork, x: readonly Row[], mask: Row, target: Row): number[] {
  const { layers } = pass(network, x, mask);
  const scores = x.map(() => 0);
  let offset = 0;
  network.layers.at(-1)!.forEach((cell, d) => {
    const all = layers.at(-1)![d];
    cell.recurrent.forEach((_, u) => {
      const weight = sumOf(network.tail[0].kernel[offset + u].map((w, k) => w * target[k]));
      const left = all.map(
        ({ gates }, k) =>
          gates.i[u] * gates.g[u] * all.slice(k + 1).reduce((product, later) => product * later.gates.f[u], 1),
      );
      all.forEach(({ word }, t) => {
        const [until, before] = [sumOf(left.slice(0, t + 1)), sumOf(left.slice(0, t))];
        scores[word] += weight * all.at(-1)!.gates.o[u] * (Math.tanh(until) - Math.tanh(before));
      });
    });
    offset += cell.recurrent.length;
  });
  return scores;
}

/** ∫₀¹ of the gradient along the way from zero vectors, by the midpoint rule and central differences. */
export function integrated(x: readonly Row[], logit: (x: readonly Row[]) => number, points = 200): number[] {
  const step = 1e-4;
  return x.map((row, word) =>
    sumOf(
      row.map((value, k) => {
        const slopes = units(points).map((m) => {
          const alpha = (m + 0.5) / points;
          const at = (by: number) =>
            x.map((other, i) => other.map((v, j) => alpha * v + (i === word && j === k ? by : 0)));
          return (logit(at(step)) - logit(at(-step))) / (2 * step);
        });
        return (value * sumOf(slopes)) / points;
      }),
    ),
  );
}

/** Shapley values by their definition, over all orders. */
export function shapley(count: number, value: (words: readonly number[]) => number): number[] {
  const orders = (rest: readonly number[]): number[][] =>
    rest.length === 0
      ? [[]]
      : rest.flatMap((first) => orders(rest.filter((w) => w !== first)).map((o) => [first, ...o]));
  const all = orders(units(count));
  const sorted = (words: readonly number[]) => [...words].sort((a, b) => a - b);
  return units(count).map(
    (word) =>
      sumOf(
        all.map((order) => {
          const at = order.indexOf(word);
          return value(sorted(order.slice(0, at + 1))) - value(sorted(order.slice(0, at)));
        }),
      ) / all.length,
  );
}
