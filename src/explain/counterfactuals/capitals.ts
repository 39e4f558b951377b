/** Gives a word of a lexicon, which is in lower case, the capitals of the word that it replaces. */
export function withCapitalsOf(token: string, word: string): string {
  const letters = word.replace(/[^\p{L}]/gu, '');
  if (letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()) {
    return token.toUpperCase();
  }
  const [first] = word;
  const capital = first === first.toUpperCase() && first !== first.toLowerCase();
  return capital ? token.charAt(0).toUpperCase() + token.slice(1) : token;
}
