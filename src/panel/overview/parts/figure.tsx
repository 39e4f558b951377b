import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { DataTable } from '../../charts/data-table';
import { TableButtons } from '../../charts/table-buttons';
import { toTsv, type Table } from '../../wording/tables';
import { useOverviewPage } from '../context';

interface FigureProps {
  readonly id: string;
  /** Its heading, also for screen readers. */
  readonly name: string;
  /** Under the heading in small letters. */
  readonly note?: ComponentChildren;
  /** Under the heading: what the figure shows. */
  readonly finding?: ComponentChildren;
  /** What is beside the buttons. */
  readonly tools?: ComponentChildren;
  readonly table?: () => Table;
  readonly children: ComponentChildren;
}

/** A chart with its heading, and the table behind it: one button swaps them, another copies the table. */
export function Figure({ id, name, note, finding, tools, table, children }: FigureProps) {
  const { strings, host } = useOverviewPage();
  const [shown, setShown] = useState(false);
  return (
    <section class="part" data-chart={id} data-name={name}>
      <div class="part-head">
        <div class="part-title">
          <h2>{name}</h2>
          {note !== undefined && <p class="sub">{note}</p>}
          {finding}
        </div>
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
