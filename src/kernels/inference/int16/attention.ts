import type { Arena } from './arena';
import { scaleForStates } from './columns';
import { softmaxInPlace } from './dense';
import type { Int16Exports } from './exports';
import { STATE_SCALE } from './gate-constants';
import type { Layer } from './layer';
import { PANEL, identityPanel, joinedUnits, padded } from './panels';
import { CHUNK, Product } from './product';
import type { AttentionHead } from './weights';

/** Feed-forward or additive attention over the topmost layer's states. */
export class Attention {
  private readonly states: Product;
  private readonly query?: Product;
  private readonly width: number;
  private readonly hidden: number;
  private readonly scoreAt: number;
  private readonly hiddenAt: number;
  /** b or W2·q + b, to which the words' products are added. */
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
   * @param lastAt address of the joined last states
   * @param weightsAt address with room for `words` float32
   * @returns the attention weights of the words, and Σ weight·state `[width]`, padding included
   */
  run(words: number, statesAt: number, lastAt: number, weightsAt: number) {
    const { arena, kernels, states, layer } = this;
    const biasAt = this.query && this.project(this.query, lastAt);
    for (let done = 0; done < words; done += CHUNK) {
      const count = Math.min(CHUNK, words - done);
      const rows = arena.addresses(states.rowsAt, count);
      for (let t = 0; t < count; t++) rows[t] = statesAt + (done + t) * layer.stateBytes;
      states.run(count, biasAt);
      const scoresAt = weightsAt + 4 * done;
      kernels.attentionScores(count, this.hidden, this.hiddenAt, this.scoreAt, scoresAt, this.constantsAt);
    }
    const weights = arena.floats(weightsAt, words);
    softmaxInPlace(weights);
    kernels.weightedStates(words, this.width, statesAt, weightsAt, this.contextAt);
    return { shares: weights.slice(), context: arena.floats(this.contextAt, this.width) };
  }

  private project(query: Product, lastAt: number): number {
    this.arena.addresses(query.rowsAt, 1)[0] = lastAt;
    this.arena.addresses(query.outsAt, 1)[0] = this.queryAt;
    query.run(1);
    return this.queryAt;
  }
}
