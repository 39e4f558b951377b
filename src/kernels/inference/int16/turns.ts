/** How a direction reads one of several texts: it continues where the text read before it begins to differ. */
export interface Turn {
  /** Which text. */
  readonly text: number;
  /** How many words, as the direction reads them, the text before begins with too. */
  readonly shared: number;
  /** After how many words a later text continues, beyond the shared ones; ascending. */
  readonly branches: readonly number[];
}

/** An order of texts in which those that begin alike stand together; of `backward` ones, those that end alike. */
export const turnsOf = (texts: readonly Int32Array[], backward: boolean): Turn[] => {
  const read = backward ? texts.map((ids) => ids.slice().reverse()) : texts;
  const order = [...read.keys()].sort((a, b) => compare(read[a], read[b]));
  const shared = order.map((text, turn) => (turn === 0 ? 0 : alike(read[order[turn - 1]], read[text])));
  return order.map((text, turn) => {
    const branches: number[] = [];
    let least = Infinity;
    for (let later = turn + 1; later < order.length; later++) {
      if (shared[later] >= least) continue;
      least = shared[later];
      if (least <= shared[turn]) break;
      branches.unshift(least);
    }
    return { text, shared: shared[turn], branches };
  });
};

/** How many words two texts begin with alike. */
const alike = (one: Int32Array, other: Int32Array): number => {
  let words = 0;
  while (words < one.length && words < other.length && one[words] === other[words]) words++;
  return words;
};

const compare = (one: Int32Array, other: Int32Array): number => {
  const words = alike(one, other);
  return (one[words] ?? -1) - (other[words] ?? -1);
};
