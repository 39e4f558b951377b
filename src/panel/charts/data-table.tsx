import type { Table } from '../wording/tables';

/** The figures behind a chart, to be read and selected. */
export function DataTable({ table, name }: { readonly table: Table; readonly name: string }) {
  const align = (column: number) => (table.numeric[column] ? 'num' : undefined);
  return (
    <div class="data" role="region" aria-label={name} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {table.head.map((cell, column) => (
              <th key={column} scope="col" class={align(column)}>
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column} class={align(column)}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
