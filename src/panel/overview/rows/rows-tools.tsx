import type { SortKey } from '../../../shared/findings/filter';
import { fill } from '../../wording/format';
import { useOverviewPage } from '../context';
import { PopoverMenu, type PopoverItem } from '../parts/menu';
import { Popover } from '../parts/popover';
import type { OverviewState } from '../state/overview-state';
import type { TableColumn } from './table-columns';

interface RowsToolsProps {
  readonly all: readonly TableColumn[];
  readonly columns: readonly TableColumn[];
}

/** Rows to be saved, with what the results that these are compared with predict of them. */
function withBefore(overview: OverviewState, rows: readonly number[]) {
  const before = overview.selection.all().flatMap((index) => {
    const was = overview.before(index);
    return was ? [{ row: overview.store.numbers.values[index], label: was.label, probability: was.confidence }] : [];
  });
  return { rows, ...(before.length > 0 && { before }) };
}

/** The buttons above the table: actions on the chosen rows, the choice of columns, the order. */
export function RowsTools({ all, columns }: RowsToolsProps) {
  const { strings, say, overview, layout, host, info } = useOverviewPage();
  const { rows: words } = strings;
  const { selection, view } = overview;
  const chosen = () => selection.all().map((index) => overview.store.numbers.values[index]);
  const acts: readonly PopoverItem[] = [
    { label: words.saveAs, run: () => host.saveRows(withBefore(overview, chosen())) },
    ...(info.trains ? [{ label: words.train, run: () => host.trainRows({ rows: chosen() }) }] : []),
    { label: words.newOverview, run: () => host.newOverview({ rows: chosen() }) },
  ];
  const shown = layout.mode === 'wide' ? 3 : layout.mode === 'middle' ? 2 : 1;
  const sorts = sortItems();
  const current = sorts.find(({ checked }) => checked)?.label ?? words.row;
  return (
    <div class="row tools-row sm">
      {selection.size > 0 && (
        <>
          <b role="status">
            {selection.size === 1 ? words.selectedOne : fill(words.selectedMany, say.count(selection.size))}
          </b>
          {acts.slice(0, shown).map(({ label, run }) => (
            <button key={label} onClick={run}>
              {label}
            </button>
          ))}
          {shown < acts.length && <PopoverMenu label="⋯" name={strings.more} items={acts.slice(shown)} />}
        </>
      )}
      <span class="space" />
      {layout.mode === 'wide' && (
        <Popover
          class="drop"
          align="end"
          label={fill(words.columns, columns.length, all.length)}
          name={fill(words.columns, columns.length, all.length)}
        >
          {() =>
            all.map(({ id, name }) => (
              <label key={id}>
                <input
                  type="checkbox"
                  checked={columns.some((each) => each.id === id)}
                  disabled={id === 'text'}
                  onChange={(event) => {
                    const ids = columns.map((each) => each.id);
                    overview.set({
                      columns: event.currentTarget.checked ? [...ids, id] : ids.filter((each) => each !== id),
                    });
                  }}
                />
                <span class="texts">{name}</span>
              </label>
            ))
          }
        </Popover>
      )}
      <PopoverMenu
        class="drop"
        align="end"
        label={fill(words.sort, current)}
        name={fill(words.sort, current)}
        items={sorts}
      />
    </div>
  );

  function sortItems(): PopoverItem[] {
    const isSame = (by: SortKey) => JSON.stringify(view.sort.by) === JSON.stringify(by);
    const item = (by: SortKey, label: string): PopoverItem => ({
      label,
      checked: isSame(by),
      ...(isSame(by) && { note: view.sort.descending ? words.descending : words.ascending }),
      run: () => overview.set({ sort: { by, ...(isSame(by) && !view.sort.descending && { descending: true }) } }),
    });
    return [
      item('row', words.row),
      ...(overview.figures.hasDates ? [item('date', words.date)] : []),
      item('confidence', words.confidence),
      item('prediction', words.prediction),
      item('priority', words.priority),
      item('length', words.length),
      item('text', words.textShort),
      item('random', words.random),
      ...overview.store.columns.map(({ name }) => item({ column: name }, say.column(name))),
    ];
  }
}
