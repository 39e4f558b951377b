/** A word of a lexicon is lower case; the word in whose place it comes may not be. */
export function writtenLike(token: string, word: string): string {
  const letters = word.replace(/[^\p{L}]/gu, '');
  if (letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()) {
    return token.toUpperCase();
  }
  const [first] = word;
  const capital = first === first.toUpperCase() && first !== first.toLowerCase();
  return capital ? token.charAt(0).toUpperCase() + token.slice(1) : token;
}
