/**
 * What two copies of one text share: letters and digits only, of one width and case. Markup, spaces, punctuation
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
