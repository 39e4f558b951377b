/** The missing values of a table. */
export interface MissingValues {
  /** Rows without a value in at least one column that other rows have. */
  readonly rows: number;
  /** Columns with missing values, in the order in which they first occur. */
  readonly columns: readonly { readonly column: string; readonly missing: number }[];
}

/** Absent, null and white space count as missing values. */
export function isMissing(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

/** The columns of a record; none if it is not an object. */
export function columnsOf(record: unknown): Readonly<Record<string, unknown>> {
  const isRecord = typeof record === 'object' && record !== null && !Array.isArray(record);
  return isRecord ? (record as Readonly<Record<string, unknown>>) : {};
}

export function missingValues(records: readonly unknown[]): MissingValues {
  const rows = records.map(columnsOf);
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const gaps = columns.map((column) => ({ column, missing: rows.filter((row) => isMissing(row[column])).length }));
  return {
    rows: rows.filter((row) => columns.some((column) => isMissing(row[column]))).length,
    columns: gaps.filter(({ missing }) => missing > 0),
  };
}
