import type { ComponentChildren } from 'preact';
import { DataTable } from '../charts/data-table';
import { usePage } from '../explanation/page-context';
import type { Table } from '../wording/tables';

interface PrintedFigureProps {
  readonly id: string;
  readonly heading?: ComponentChildren;
  readonly below: boolean;
  readonly note?: string;
  readonly name: string;
  readonly table: () => Table;
  readonly children: ComponentChildren;
}

/** A figure of a report: the chart, and in its appendix the table to be unfolded below it. */
export function PrintedFigure({ id, heading, below, note, name, table, children }: PrintedFigureProps) {
  const { strings, printed } = usePage();
  const head = heading && <div class="head">{heading}</div>;
  return (
    <div class="figure" data-figure={id} data-title={name}>
      {!below && head}
      {note && <p class="sub">{note}</p>}
      <div class="chart">{children}</div>
      {below && head}
      {printed === 'tables' && (
        <details class="behind">
          <summary>{`${strings.table}: ${name}`}</summary>
          <DataTable table={table()} name={name} />
        </details>
      )}
    </div>
  );
}
