import { csvLine } from '../../annotate/writers/cell';
import type { Explanation } from '../../shared/explanation';
import { wordHighlights } from '../highlights/highlights';

/**
 * A row a word: where it stands (UTF-16 offsets into the explained text), its score in the method's own unit and to the
 * last digit, its rank, and what the score is of. Words that a spreadsheet would run as a formula are made safe. Begins
 * with a byte order mark, without which spreadsheets misread Chinese.
 */
export function wordsCsv(explanation: Explanation): string {
  const { words, signed, method, target, model } = explanation;
  const { emphasis } = wordHighlights(explanation);
  const attended = words.some(({ attention }) => attention !== undefined);
  const moved = words.some(({ distance }) => distance !== undefined);
  const head = ['position', 'word', 'start', 'end', 'score', 'rank', 'direction', 'known'];
  if (attended) head.push('attention');
  if (moved) head.push('distance');
  head.push('method', 'target', 'model');
  const rows = words.map(({ text, start, end, score, known, attention = '', distance = '' }, index) => {
    const { rank, direction } = emphasis[index];
    const cells = [index + 1, text, start, end, score, rank, signed && score !== 0 ? direction : '', String(known)];
    if (attended) cells.push(attention);
    if (moved) cells.push(distance);
    return csvLine([...cells, method, target, model]);
  });
  return `\uFEFF${csvLine(head)}${rows.join('')}`;
}
