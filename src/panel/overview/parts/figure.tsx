import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { DataTable } from '../../charts/data-table';
import { TableButtons } from '../../charts/table-buttons';
import type { Table } from '../../wording/tables';
import { toTsv } from '../../wording/tables';
import { useOverviewPage } from '../context';

interface FigureProps {
  readonly id: string;
  readonly heading: ComponentChildren;
  /** For screen readers. */
  readonly name: string;
  /** What is beside the buttons. */
  readonly tools?: ComponentChildren;
  readonly table?: () => Table;
  readonly children: ComponentChildren;
}

/** A chart with its heading, and the table behind it: one button swaps them, another copies the table. */
export function Figure({ id, heading, name, tools, table, children }: FigureProps) {
  const { strings, host } = useOverviewPage();
  const [shown, setShown] = useState(false);
  return (
    <section class="part" data-chart={id} data-name={name}>
      <div class="part-head">
        <div class="part-title">{heading}</div>
        <span class="acts">
          {tools}
          {table && (
            <TableButtons
              {...{ name, shown, strings }}
              onToggle={() => setShown(!shown)}
              onCopy={() => host.copy({ text: toTsv(table()) })}
            />
          )}
        </span>
      </div>
      {shown && table ? <DataTable table={table()} name={name} /> : children}
    </section>
  );
}
