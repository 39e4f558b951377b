import type { Arena } from '../int16/arena';
import type { Int16Exports } from '../int16/exports';
import { identityPanel, padded, PANEL } from '../int16/panels';
import { WordRows } from '../int16/word-rows';
import type { WordVectors } from '../int16/weights';
import type { WordConvolution } from './weights';

/**
 * Convolutions over the words of a text. A word's products with all parts of all filters are one row, int16 times int16, which
 * is cached (`WordRows`). The convolution itself then only adds rows.
 */
export class WordWindows {
  /** The number of floats of a convolution's result, a multiple of 16. */
  readonly columns: number;
  private readonly rows: WordRows;
  private readonly parts: readonly { readonly offset: number; readonly biasAt: number; readonly of: WordConvolution }[];
  private readonly reach: number;

  constructor(
    private readonly arena: Arena,
    private readonly kernels: Int16Exports,
    words: WordVectors,
    private readonly convolutions: readonly WordConvolution[],
    cacheBytes: number,
  ) {
    const filters = convolutions[0].bias.length;
    this.columns = padded(filters, PANEL);
    // The bias is added once for a window, not for each of its words.
    const none = new Float32Array(filters);
    const matrices = convolutions.flatMap(({ kernel, width }) =>
      Array.from({ length: width }, (_, part) => {
        const size = kernel.length / width;
        return { kernel: kernel.subarray(part * size, (part + 1) * size), bias: none };
      }),
    );
    this.rows = new WordRows(arena, kernels, words, matrices, identityPanel(filters, this.columns), cacheBytes);
    let offset = 0;
    this.parts = convolutions.map((of) => {
      const bias = new Float32Array(this.columns);
      bias.set(of.bias);
      const part = { offset, biasAt: arena.put(bias), of };
      offset += 4 * of.width * this.columns;
      return part;
    });
    this.reach = Math.max(...convolutions.map(({ width }) => width)) - 1;
    if (this.rows.most <= 2 * this.reach) throw new RangeError(`A window of ${this.reach + 1} words is too wide.`);
  }

  /** out = relu of the first convolution at every word, float32 `[words][columns]`. */
  sums(ids: Int32Array, out: number): void {
    const [{ offset, biasAt, of }] = this.parts;
    this.stretches(ids, ({ from, to, words, rowsAt, done }) => {
      const at = out + 4 * done * this.columns;
      this.kernels.windowSums(from, to, words, rowsAt, offset, of.width, of.left, this.columns, biasAt, at);
    });
  }

  /** The largest value of each filter of each convolution, at least 0; a window begins at its word. */
  largest(ids: Int32Array): Float32Array {
    const size = this.convolutions.length * this.columns;
    const at = this.arena.allocate(4 * size);
    this.arena.floats(at, size).fill(0);
    this.stretches(ids, ({ from, to, words, rowsAt }) =>
      this.parts.forEach(({ offset, biasAt, of }, n) =>
        this.kernels.windowLargest(
          from,
          to,
          words,
          rowsAt,
          offset,
          of.width,
          this.columns,
          biasAt,
          at + 4 * n * this.columns,
        ),
      ),
    );
    const filters = this.convolutions[0].bias.length;
    const found = this.arena.floats(at, size);
    return Float32Array.from({ length: this.convolutions.length * filters }, (_, n) => {
      return found[Math.floor(n / filters) * this.columns + (n % filters)];
    });
  }

  /** Goes through the text in parts: as many words as there is room for rows, and the words that their windows extend to. */
  private stretches(ids: Int32Array, visit: (stretch: Stretch) => void): void {
    const { reach, rows } = this;
    rows.begin(ids);
    for (let done = 0; done < ids.length;) {
      const first = Math.max(0, done - reach);
      const next = Math.min(ids.length, first + rows.most - reach);
      const end = Math.min(ids.length, next + reach);
      const { rowsAt } = rows.prepare(first, end, 0);
      visit({ from: done - first, to: next - first, words: end - first, rowsAt, done });
      done = next;
    }
  }
}

/** Words `from` … `to` − 1 of the `words` words whose row addresses are at `rowsAt`; `done` words of the text come before. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly words: number;
  readonly rowsAt: number;
  readonly done: number;
}
