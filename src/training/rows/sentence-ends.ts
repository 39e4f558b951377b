import type { Row } from './row';

const LONGEST = 240;
const SHORTEST = 12;

/**
 * The first and the last sentence of long texts as separate rows, with the label of the text. Short opinions are rare as rows,
 * but reviews often begin and end with one. The label is wrong for some of them, and right for most.
 */
export function sentenceEnds(rows: readonly Row[]): Row[] {
  return rows.flatMap((row) => {
    const sentences = row.text
      .replace(/<br\s*\/?>/gi, ' ')
      .split(/(?<=[.!?。！？…])\s*(?=[\p{Lu}\p{Script=Han}"'“])/u)
      .map((sentence) => sentence.trim());
    if (sentences.length < 4) return [];
    return [sentences[0], sentences[sentences.length - 1]]
      .filter(({ length }) => length >= SHORTEST && length <= LONGEST)
      .map((text) => ({ ...row, text }));
  });
}
