import type { ComponentChildren } from 'preact';
import { PrintedFigure } from '../export/printed-figure';
import { usePage } from '../explanation/page-context';
import type { Table } from '../wording/tables';
import { toTsv } from '../wording/tables';
import { DataTable } from './data-table';
import { TableButtons } from './table-buttons';

interface FigureProps {
  /** Under which it is remembered that the table is shown. */
  readonly id: string;
  /** Stands in one row with the buttons; left out if the figure has no heading of its own. */
  readonly heading?: ComponentChildren;
  /** The row of buttons is below the chart. */
  readonly below?: boolean;
  /** The unit, in small letters below the heading. */
  readonly note?: string;
  /** Its figures are printed beside its bars: the button for the table appears on hover or keyboard focus. */
  readonly quiet?: boolean;
  /** For screen readers. */
  readonly name: string;
  /** Made only when it is shown. */
  readonly table: () => Table;
  /** The chart, or what else the table stands for. */
  readonly children: ComponentChildren;
}

/** A chart and the table behind it: one button swaps them, another copies the table. */
export function Figure({ id, heading, below = false, note, quiet = false, name, table, children }: FigureProps) {
  const { strings, tables, toggleTable, host, printed } = usePage();
  if (printed) return <PrintedFigure {...{ id, heading, below, note, name, table, children }} />;
  const shown = tables.includes(id);
  const copy = () => host.copy({ text: toTsv(table()) });
  const row = (
    <div class={quiet ? 'head quiet' : heading ? 'head' : 'head bare'}>
      {heading}
      <span class="acts">
        <TableButtons {...{ name, shown, strings }} onToggle={() => toggleTable(id)} onCopy={copy} />
      </span>
    </div>
  );
  return (
    <div class="figure" data-figure={id}>
      {!below && row}
      {note && <p class="sub">{note}</p>}
      {shown ? <DataTable table={table()} name={name} /> : <div class="chart">{children}</div>}
      {below && row}
    </div>
  );
}
