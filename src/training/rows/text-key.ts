/**
 * The same key for all copies of a text: its letters and digits in one width and case, because markup, spaces and punctuation
 * often differ between corpora. A text without any letter is its own key.
 */
export function textKey(text: string): string {
  const letters = text
    .replace(/<br\s*\/?>/gi, ' ')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
  return letters === '' ? text.trim() : letters;
}
