/** How wide a character stands in a monospaced font: Chinese and emoji take two places. */
const WIDE = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{Emoji_Presentation}\u3000-\u303f\uff00-\uff60]/u;

/** A Markdown table whose columns also stand below each other in the source; the first row is its head. */
export function markdownTable(rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map((cell) => cell.replace(/[^\S\u00a0]+/g, ' ').replaceAll('|', '\\|')));
  const widths = cells[0].map((_, column) => Math.max(3, ...cells.map((row) => width(row[column]))));
  const lines = cells.map((row) => `| ${row.map((cell, column) => padded(cell, widths[column])).join(' | ')} |`);
  return [lines[0], `| ${widths.map((wide) => '-'.repeat(wide)).join(' | ')} |`, ...lines.slice(1)].join('\n');
}

function padded(cell: string, wide: number): string {
  return cell + ' '.repeat(wide - width(cell));
}

function width(text: string): number {
  return [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);
}
