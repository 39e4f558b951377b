import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { DataTable } from '../charts/data-table';
import { TableButtons } from '../charts/table-buttons';
import { toTsv, type Table } from '../wording/tables';
import { useTrainingPage } from './context';

interface TrainingFigureProps {
  /** Its heading, also for screen readers. */
  readonly name: string;
  /** Under the heading in small letters. */
  readonly note?: string;
  readonly table: () => Table;
  readonly children: ComponentChildren;
}

/** A chart and the table behind it: one button swaps them, another copies the table. */
export function TrainingFigure({ name, note, table, children }: TrainingFigureProps) {
  const { strings, host } = useTrainingPage();
  const [shown, setShown] = useState(false);
  return (
    <section class="figure">
      <div class="head">
        <div>
          <h2>{name}</h2>
          {note !== undefined && <p class="m sm">{note}</p>}
        </div>
        <span class="acts">
          <TableButtons
            {...{ name, shown, strings }}
            onToggle={() => setShown(!shown)}
            onCopy={() => host.copy({ text: toTsv(table()) })}
          />
        </span>
      </div>
      {shown ? <DataTable table={table()} name={name} /> : <div class="chart">{children}</div>}
    </section>
  );
}
