import type { Arena } from './arena';
import { scaleForStates } from './columns';
import { softmaxInPlace } from './dense';
import type { Int16Exports } from './exports';
import { STATE_SCALE } from './gate-constants';
import type { Layer } from './layer';
import { PANEL, identityPanel, joinedUnits, padded } from './panels';
import { CHUNK, Product } from './product';
import type { Extra } from './state-tree';
import type { AttentionHead } from './weights';

/** Feed-forward or additive attention over the topmost layer's states. */
export class Attention implements Extra {
  private readonly states: Product;
  private readonly query?: Product;
  /** Bytes of what one direction's part of a word's states adds to its hidden row. */
  readonly bytes: number;
  private readonly width: number;
  private readonly hidden: number;
  private readonly scoreAt: number;
  private readonly hiddenAt: number;
  /** Address of b, or of W2·q + b: what the product of each word is added to. */
  private readonly queryAt: number;
  private readonly contextAt: number;

  constructor(
    private readonly arena: Arena,
    private readonly kernels: Int16Exports,
    private readonly layer: Layer,
    head: AttentionHead,
    private readonly constantsAt: number,
  ) {
    const size = head.bias.length;
    this.width = layer.stateBytes / 2;
    this.hidden = padded(size, PANEL);
    this.bytes = 4 * this.hidden;
    const packing = {
      height: this.width,
      rows: joinedUnits(layer.directions, layer.units),
      order: identityPanel(size, this.hidden),
      scaleFor: scaleForStates,
    };
    const product = (kernel: Float32Array, bias: Float32Array) =>
      new Product(arena, kernels, packing, [{ kernel, bias }], 1 / STATE_SCALE);
    this.states = product(head.kernel, head.bias);
    if (head.query) this.query = product(head.query, head.bias);
    const score = new Float32Array(this.hidden);
    score.set(head.score);
    this.scoreAt = arena.put(score);
    this.queryAt = arena.allocate(4 * this.hidden);
    this.contextAt = arena.allocate(4 * this.width);
    this.hiddenAt = arena.allocate(4 * this.hidden * CHUNK);
    const rows = Uint32Array.from({ length: CHUNK }, (_, index) => this.hiddenAt + index * 4 * this.hidden);
    arena.addresses(this.states.outsAt, CHUNK).set(rows);
  }

  /**
   * @param statesAt the words' joined states, one after another
   * @param lastAt address of the joined last states
   * @returns the attention weights of the words, and Σ weight·state `[width]`, padding included
   */
  run(words: number, statesAt: number, lastAt: number) {
    const { arena, states, layer, width } = this;
    const listAt = arena.allocate(4 * words);
    const list = arena.addresses(listAt, words);
    for (let t = 0; t < words; t++) list[t] = statesAt + t * layer.stateBytes;
    const weightsAt = this.weigh(words, lastAt, (from, count, biasAt) => {
      arena.addresses(states.rowsAt, count).set(arena.addresses(listAt + 4 * from, count));
      states.run(count, biasAt);
    });
    this.kernels.weightedStates(words, width, listAt, 0, weightsAt, this.contextAt);
    return this.result(words, weightsAt);
  }

  /** What one direction's part of the states of `count` words adds to their hidden rows. */
  compute(count: number, direction: number, { statesAt, at, stride }: Parameters<Extra['compute']>[2]): void {
    const part = { part: direction, parts: this.layer.directions };
    this.states.partSums(count, part, { at: statesAt, stride }, { at, stride });
  }

  /** The same as `run`, from sums that were computed before. @param lists by direction, the address of the words' addresses */
  runOnSums(words: number, { lists, statesAt, sumsAt }: Parts, lastAt: number) {
    const { kernels, states, layer, width } = this;
    const [ones, others] = lists;
    const weightsAt = this.weigh(words, lastAt, (from, count, biasAt) => {
      const parts = { ones: ones + 4 * from, others: others + 4 * from, offset: sumsAt };
      states.joinSums(count, parts, this.hiddenAt, biasAt);
    });
    const part = width / layer.directions;
    for (let direction = 0; direction < layer.directions; direction++) {
      const contextAt = this.contextAt + 4 * direction * part;
      kernels.weightedStates(words, part, lists[direction], statesAt, weightsAt, contextAt);
    }
    return this.result(words, weightsAt);
  }

  /**
   * The address of the words' shares.
   * @param hide puts the hidden rows of `count` words to `hiddenAt`
   */
  private weigh(
    words: number,
    lastAt: number,
    hide: (from: number, count: number, biasAt: number | undefined) => void,
  ): number {
    const { arena, kernels } = this;
    const weightsAt = arena.allocate(4 * words);
    const biasAt = this.query && this.project(this.query, lastAt);
    for (let done = 0; done < words; done += CHUNK) {
      const count = Math.min(CHUNK, words - done);
      hide(done, count, biasAt);
      const scoresAt = weightsAt + 4 * done;
      kernels.attentionScores(count, this.hidden, this.hiddenAt, this.scoreAt, scoresAt, this.constantsAt);
    }
    softmaxInPlace(arena.floats(weightsAt, words));
    return weightsAt;
  }

  private result(words: number, weightsAt: number) {
    const { arena } = this;
    return { shares: arena.floats(weightsAt, words).slice(), context: arena.floats(this.contextAt, this.width) };
  }

  private project(query: Product, lastAt: number): number {
    this.arena.addresses(query.rowsAt, 1)[0] = lastAt;
    this.arena.addresses(query.outsAt, 1)[0] = this.queryAt;
    query.run(1);
    return this.queryAt;
  }
}

/** The words' states by direction. */
interface Parts {
  /** Two, also where there is one direction: addresses of the words' addresses. */
  readonly lists: readonly number[];
  /** From a word's address to its states, and to the sums for its hidden row. */
  readonly statesAt: number;
  readonly sumsAt: number;
}
