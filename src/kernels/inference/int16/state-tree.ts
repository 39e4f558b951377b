import type { Arena } from './arena';
import type { Layer } from './layer';
import type { StatesAt } from './recurrence';
import type { StateRows } from './state-rows';
import type { WordRows } from './word-rows';

/** The layers of an encoder, from the lowest up, and the sources of their input products. */
interface Stack {
  readonly arena: Arena;
  readonly words: WordRows;
  /** Sources for the second layer and those above it. */
  readonly above: readonly StateRows[];
  readonly layers: readonly Layer[];
}

/** What else is kept of each node where all layers are in the tree, computed from the states of the topmost one. */
export interface Extra {
  /** A multiple of 4. */
  readonly bytes: number;
  /** For `count` nodes that lie `stride` bytes apart: from the states at `statesAt` to the place `at`. */
  compute(count: number, direction: number, at: { statesAt: number; at: number; stride: number }): void;
}

/** A text that was read. */
export interface Path {
  readonly words: number;
  /** By direction: where the words' addresses of nodes are, in text order. */
  readonly nodes: readonly number[];
}

/** Nodes that are held at once, of a BiLSTM(128) with attention 9 MB: as many as the explanation of 200 words needs. */
const MOST = 8_192;
/** The nodes before the first word, one for each direction: all zeros. No other node leads to them. */
const ROOTS = 2;

/** How many layers can go on from a state they had in another text that begins alike: the first, and those above layers of one direction. */
const sharedOf = ({ layers }: Stack): number => {
  const both = layers.findIndex(({ directions }) => directions > 1);
  return both < 0 ? layers.length : Math.max(1, both);
};

/**
 * The states of many texts, byte for byte those of each alone, in a tree of beginnings for the forward direction and one of
 * endings for the backward one: what two texts begin with alike is read once, and what they end with alike. The parts of one
 * text have half of their words in common.
 */
export class StateTree {
  /** The layers whose states are in the tree. */
  readonly layers: number;
  /** Zeros like those before the first word. */
  readonly rootAt: number;
  /** From a node's address to the states of each of these layers, and to what else is kept. */
  readonly statesAt: readonly number[];
  readonly extraAt: number;
  private readonly cellsAt: readonly number[];
  private readonly nodeBytes: number;
  private readonly directions: number;
  private readonly extra?: Extra;
  /** By node: its word, its first child and its next sibling; 0: none. */
  private ids = new Int32Array(ROOTS + MOST);
  private children = new Int32Array(ROOTS + MOST);
  private siblings = new Int32Array(ROOTS + MOST);
  private count = ROOTS;
  /** As many of the nodes stay where others must go. */
  private pinned = ROOTS;
  /** Where the nodes' memory begins; what lies above it is gone when the next text is read. */
  private firstAt: number;

  constructor(
    private readonly stack: Stack,
    extra?: Extra,
  ) {
    const { arena, layers } = stack;
    this.layers = sharedOf(stack);
    this.directions = layers[0].directions;
    let bytes = 0;
    const place = (size: number): number => (bytes += size) - size;
    const shared = layers.slice(0, this.layers);
    this.statesAt = shared.map(({ partBytes }) => place(partBytes));
    this.cellsAt = shared.map(({ cellBytes }) => place(cellBytes));
    this.extra = this.layers === layers.length ? extra : undefined;
    this.extraAt = place(this.extra?.bytes ?? 0);
    // An odd number of cache lines: nodes a power of two apart would fall into few sets of the first-level cache.
    const lines = Math.ceil(bytes / 64);
    this.nodeBytes = 64 * (lines + 1 - (lines % 2));
    this.rootAt = arena.put(new Int32Array(this.nodeBytes / 4));
    this.firstAt = arena.mark();
  }

  /** Forgets all texts; from here on, the tree takes its memory from the arena's top. */
  clear(): void {
    this.pinned = ROOTS;
    this.keep(ROOTS);
    this.firstAt = this.stack.arena.mark();
  }

  /**
   * Of texts that have little in common but with what was read before: that stays, and each of those that `work` reads goes
   * when the next one is read, so that all take the same memory, which the cache holds.
   */
  pinning<T>(work: () => T): T {
    this.pinned = this.count;
    try {
      return work();
    } finally {
      this.pinned = ROOTS;
    }
  }

  /** @param ids of its words, none of them skipped. The path is there until the next text is read. */
  read(ids: Int32Array): Path {
    const { arena } = this.stack;
    const words = ids.length;
    if (this.pinned > ROOTS) this.keep(this.pinned);
    if (this.count + this.directions * words > this.ids.length) this.makeRoom(this.directions * words);
    arena.release(this.addressOf(this.count));
    const found = Array.from({ length: this.directions }, (_, direction) => this.find(ids, direction));
    const fresh = found.reduce((sum, { known }) => sum + words - known, 0);
    arena.allocate(fresh * this.nodeBytes);
    if (fresh > 0) this.stack.words.begin(ids);
    found.forEach((beginning, direction) => this.grow(ids, direction, beginning));
    return { words, nodes: found.map(({ path }, direction) => this.addresses(path, direction)) };
  }

  /** The nodes of a text as far as they are there, in reading order. */
  private find(ids: Int32Array, direction: number): Beginning {
    const path = new Int32Array(ids.length);
    const last = ids.length - 1;
    let node = direction;
    for (let known = 0; known < ids.length; known++) {
      const id = ids[direction === 0 ? known : last - known];
      let child = this.children[node];
      while (child !== 0 && this.ids[child] !== id) child = this.siblings[child];
      if (child === 0) return { path, known };
      path[known] = node = child;
    }
    return { path, known: ids.length };
  }

  /** Reads the rest of a text, as nodes one after another. */
  private grow(ids: Int32Array, direction: number, { path, known }: Beginning): void {
    const count = ids.length - known;
    if (count === 0) return;
    const { layers, words, above } = this.stack;
    const [from, to] = direction === 0 ? [known, ids.length] : [0, count];
    const parent = known === 0 ? direction : path[known - 1];
    const [beforeAt, firstAt, stride] = [this.addressOf(parent), this.addressOf(this.count), this.nodeBytes];
    for (let layer = 0; layer < this.layers; layer++) {
      // Above the first layer all directions are forward.
      if (layer > 0) above[layer - 1].begin(firstAt + this.statesAt[layer - 1] - from * stride, stride);
      const rows = layer === 0 ? words : above[layer - 1];
      const [before, first] = [this.statesOf(beforeAt, layer), this.statesOf(firstAt, layer)];
      layers[layer].pass(direction, { from, to, rows, before, first, stateStride: stride, cellStride: stride });
    }
    const statesAt = firstAt + this.statesAt[this.layers - 1];
    this.extra?.compute(count, direction, { statesAt, at: firstAt + this.extraAt, stride });
    // Only now that they have their states others may find them.
    const first = this.count;
    for (let word = known; word < ids.length; word++) {
      const node = (path[word] = this.count++);
      this.ids[node] = ids[direction === 0 ? word : ids.length - 1 - word];
      this.children[node] = word < ids.length - 1 ? node + 1 : 0;
      this.siblings[node] = 0;
    }
    this.siblings[first] = this.children[parent];
    this.children[parent] = first;
  }

  private addresses(path: Int32Array, direction: number): number {
    const { arena } = this.stack;
    const at = arena.allocate(4 * path.length);
    const list = arena.addresses(at, path.length);
    const last = path.length - 1;
    for (let word = 0; word < list.length; word++)
      list[direction === 0 ? word : last - word] = this.addressOf(path[word]);
    return at;
  }

  private statesOf(nodeAt: number, layer: number): StatesAt {
    return { states: nodeAt + this.statesAt[layer], cells: nodeAt + this.cellsAt[layer] };
  }

  private addressOf(node: number): number {
    return node < ROOTS ? this.rootAt : this.firstAt + (node - ROOTS) * this.nodeBytes;
  }

  /** Lets nodes go until there is room for so many; a longer text than usual gets all the room that it needs. */
  private makeRoom(nodes: number): void {
    this.keep(this.pinned);
    if (this.count + nodes <= this.ids.length) return;
    const grown = (values: Int32Array) => {
      const more = new Int32Array(this.count + nodes);
      more.set(values.subarray(0, this.count));
      return more;
    };
    [this.ids, this.children, this.siblings] = [this.ids, this.children, this.siblings].map(grown);
  }

  /** Only the first nodes stay. Children that came later stand before those that came earlier. */
  private keep(count: number): void {
    this.count = count;
    const { children, siblings } = this;
    for (let node = 0; node < count; node++) while (children[node] >= count) children[node] = siblings[children[node]];
  }
}

/** How far a text was read already. */
interface Beginning {
  /** `[words]`: nodes, in reading order; beyond `known` still to be read. */
  readonly path: Int32Array;
  readonly known: number;
}
