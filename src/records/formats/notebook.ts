import { rowErrorText } from '../../shared/file-errors';
import type { RawRow, RowParser } from '../record';
import { MarkdownParser } from './markdown';

interface Cell {
  readonly cell_type?: unknown;
  readonly source?: unknown;
}

/** Jupyter notebooks: the prose of their Markdown cells. The line of a row is that in its cell. */
export class NotebookParser implements RowParser {
  private json = '';

  push(text: string): RawRow[] {
    this.json += text;
    return [];
  }

  end(): RawRow[] {
    const cells = cellsIn(this.json);
    if (!cells) return [{ line: 1, error: rowErrorText('noCells') }];
    return cells.flatMap(({ cell_type: kind, source }, i) => {
      if (kind !== 'markdown') return [];
      const markdown = Array.isArray(source) ? source.join('') : String(source ?? '');
      const parser = new MarkdownParser();
      return [...parser.push(markdown), ...parser.end()].map(({ line, text = '' }) => ({
        line,
        cells: [String(i + 1), text],
      }));
    });
  }
}

function cellsIn(json: string): readonly Cell[] | undefined {
  try {
    const notebook = JSON.parse(json) as { cells?: unknown; worksheets?: { cells?: unknown }[] };
    const cells = notebook.cells ?? notebook.worksheets?.[0]?.cells;
    return Array.isArray(cells) ? (cells as Cell[]) : undefined;
  } catch {
    return undefined;
  }
}
