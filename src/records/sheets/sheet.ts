/** One sheet of a workbook as a table of texts; rows that are empty are left out. */
export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** `row`: its number in the sheet, from 1. */
  rows(): readonly { readonly row: number; readonly cells: readonly string[] }[];
}

/** Rows and columns that are read, at most: as many as Excel has. */
export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 16_384;

/** A row as wide as its last cell that is not empty; undefined if there is none. */
export function trimmedRow(
  row: number,
  cells: readonly (string | undefined)[],
): { readonly row: number; readonly cells: readonly string[] } | undefined {
  let width = cells.length;
  while (width > 0 && (cells[width - 1] ?? '') === '') width--;
  return width === 0 ? undefined : { row, cells: Array.from({ length: width }, (_, i) => cells[i] ?? '') };
}
