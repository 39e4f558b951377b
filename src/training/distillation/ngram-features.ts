/** The n-grams of a text that count: word n-grams and character n-grams up to these lengths; 0: none. */
export interface NgramKinds {
  readonly words: number;
  readonly characters: number;
  /**
   * The number of bits of the hash that identifies an n-gram. With 22 bits a few percent of the n-grams of a large corpus
   * collide, which costs next to nothing.
   */
  readonly bits: number;
}

const PRIME = 0x01000193;

/** The hashed n-grams of each text, each once, in ascending order (Weinberger et al. 2009). */
export function ngramFeatures({ words, characters, bits }: NgramKinds): (tokens: readonly string[]) => Int32Array {
  const hashes = new Map<string, number>();
  const hashOf = (token: string): number => {
    let hash = hashes.get(token);
    if (hash === undefined) {
      hash = Array.from(token, (c) => c.codePointAt(0) ?? 0).reduce((h, c) => Math.imul(h ^ c, PRIME), 0x811c9dc5);
      hashes.set(token, hash);
    }
    return hash;
  };
  return (tokens) => {
    const found: number[] = [];
    addRuns(tokens.map(hashOf), words, 1, bits, found);
    if (characters > 0) {
      const units = Array.from(tokens.join(''), (c) => c.codePointAt(0) ?? 0);
      addRuns(units, characters, 2, bits, found);
    }
    const sorted = Int32Array.from(found).sort();
    return sorted.filter((id, i) => i === 0 || id !== sorted[i - 1]);
  };
}

/** The hashes of all n-grams of 1 to `longest` units; `kind` separates words from characters. */
function addRuns(units: readonly number[], longest: number, kind: number, bits: number, found: number[]): void {
  for (let from = 0; from < units.length; from++) {
    let hash = Math.imul(kind, 0x9e3779b1);
    for (let n = 1; n <= longest && from + n <= units.length; n++) {
      hash = Math.imul(hash ^ units[from + n - 1], PRIME);
      hash ^= hash >>> 15;
      found.push(Math.imul(hash, 0x85ebca6b) >>> (32 - bits));
    }
  }
}
