/**
 * A game of a few players, by the value of each of their coalitions `[2^players]`: player i is in coalition `c` where
 * `c & (1 << i)`.
 */
export type TableGame = Float64Array;

const playersOf = (game: TableGame): number => 31 - Math.clz32(game.length);

/** How many are in each coalition. */
function sizes(coalitions: number): Uint8Array {
  const sizes = new Uint8Array(coalitions);
  for (let c = 1; c < coalitions; c++) sizes[c] = sizes[c >> 1] + (c & 1);
  return sizes;
}

/** By size s: s! (n − s − 1)! / n!, the chance that just these s come before one player in a random order of n. */
function orderWeights(players: number): number[] {
  const weights = [1 / players];
  for (let size = 1; size < players; size++) weights.push((weights[size - 1] * size) / (players - size));
  return weights;
}

/** Shapley 1953: Σ over coalitions C without i of |C|! (n − |C| − 1)! / n! · (v(C and i) − v(C)). Exact. */
export function shapleyValues(game: TableGame): number[] {
  const players = playersOf(game);
  const [weights, size] = [orderWeights(players), sizes(game.length)];
  return Array.from({ length: players }, (_, player) => {
    let sum = 0;
    for (let c = 0; c < game.length; c++)
      if (!(c & (1 << player))) sum += weights[size[c]] * (game[c | (1 << player)] - game[c]);
    return sum;
  });
}

/**
 * How much two players are worth together beyond what each is worth without the other: the Shapley interaction index of
 * Grabisch and Roubens 1999, Σ over coalitions C without i, j of |C|! (n − |C| − 2)! / (n − 1)! · (v(C, i, j) − v(C, i) −
 * v(C, j) + v(C)).
 */
export function interaction(game: TableGame, i: number, j: number): number {
  const [weights, size] = [orderWeights(playersOf(game) - 1), sizes(game.length)];
  const [a, b] = [1 << i, 1 << j];
  let sum = 0;
  for (let c = 0; c < game.length; c++)
    if (!(c & (a | b))) sum += weights[size[c]] * (game[c | a | b] - game[c | a] - game[c | b] + game[c]);
  return sum;
}

/** The game in which a player and the next one are merged into one. */
export function mergedWithNext(game: TableGame, at: number): TableGame {
  const below = (1 << at) - 1;
  return Float64Array.from({ length: game.length / 2 }, (_, c) => {
    const both = (c >> at) & 1 ? 3 << at : 0;
    return game[(c & below) | both | ((c >> (at + 1)) << (at + 2))];
  });
}

/** Weight of each coalition of the others before one of `players` joins, `[2^(players − 1)]`. */
export function coalitionWeights(players: number): Float64Array {
  const coalitions = 2 ** (players - 1);
  const [weights, size] = [orderWeights(players), sizes(coalitions)];
  return Float64Array.from({ length: coalitions }, (_, c) => weights[size[c]]);
}
