/** The counted weight of `network/layers/characters`: by word, the rows of its characters, 0 after its end. */
export function spellings(
  tokens: readonly string[],
  { letters, alphabet }: { readonly letters: number; readonly alphabet: number },
): Float32Array {
  const codes = new Float32Array(tokens.length * letters);
  tokens.forEach((token, word) => {
    const points = Array.from(token, (character) => character.codePointAt(0)!).slice(0, letters);
    points.forEach((point, at) => (codes[word * letters + at] = 1 + (point % (alphabet - 1))));
  });
  return codes;
}
