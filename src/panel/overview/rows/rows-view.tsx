import type { VNode } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Sort } from '../../../shared/findings/filter';
import { useOverviewPage, type OverviewPageState } from '../context';
import { NoMatch } from '../parts/no-match';
import { PANE_HEIGHTS, ReadingPane } from './reading-pane';
import { RowsTools } from './rows-tools';
import { firstColumns, tableColumns, type TableColumn } from './table-columns';
import { RowLine, ROW_HEIGHTS, type RowLineProps } from './row-line';
import { tableAction } from './table-keys';
import { useVirtual } from './use-virtual';

/** Pixels of the table's head. */
const HEAD = 28;

/** The rows that were drawn, to be used again while only the scroll position changes. */
interface Drawn {
  readonly page: OverviewPageState;
  readonly rows: Map<number, VNode<RowLineProps>>;
}

/** A table of all rows that are shown: those in sight are drawn, however many there are. */
export function RowsView() {
  const page = useOverviewPage();
  const { strings, overview, layout, host } = page;
  const { rows: words } = strings;
  const isWide = layout.mode === 'wide';
  const order = overview.order;
  // The page is a new object whenever anything changes but how far the table is scrolled.
  const { columns, tools, head } = useMemo(() => {
    const all = tableColumns(page);
    const wanted = overview.view.columns ?? firstColumns(page, all);
    const some = all.filter(({ id }) => wanted.includes(id));
    return { columns: some, tools: <RowsTools all={all} columns={some} />, head: <Head columns={some} /> };
  }, [page]);
  const scroller = useRef<HTMLDivElement>(null);
  const height = isWide ? ROW_HEIGHTS.line : ROW_HEIGHTS.lines;
  const virtual = useVirtual(scroller, order.length, height, isWide ? HEAD : 0);
  const drawn = useRef<Drawn>({ page, rows: new Map() });
  const anchor = useRef<number | undefined>(undefined);
  const { current } = overview;
  const found = useMemo(() => (current === undefined ? -1 : order.indexOf(current)), [current, order]);
  const at = Math.max(0, found);
  useLayoutEffect(() => {
    if (found >= 0) virtual.reveal(found);
  }, [overview.current, order]);
  if (order.length === 0) return <NoMatch />;
  const { selection } = overview;
  if (drawn.current.page !== page || drawn.current.rows.size > 500) drawn.current = { page, rows: new Map() };
  const go = (to: number, extend: boolean) => {
    if (extend) {
      anchor.current ??= at;
      const [from, until] = [Math.min(anchor.current, to), Math.max(anchor.current, to)];
      for (let place = from; place <= until; place++) selection.set(order[place], true);
    } else anchor.current = undefined;
    virtual.reveal(to);
    overview.read(order[to]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const act = tableAction(event, { at: found, count: order.length, page: virtual.page });
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    const row = overview.store.numbers.values[order[at]];
    switch (act.do) {
      case 'go':
        return go(act.to, act.extend);
      case 'select':
        selection.set(order[at], !selection.has(order[at]));
        anchor.current = at;
        return overview.read(order[at]);
      case 'all':
        selection.setAll(order, !selection.hasAll(order));
        return overview.refresh();
      case 'read':
        return overview.read(order[at], true);
      case 'note':
        overview.read(order[at], true);
        // The pane is drawn in the next frame.
        return void requestAnimationFrame(() => setTimeout(goToNote));
      case 'close':
        return overview.read(overview.current, false);
      case 'file':
        return host.openRow({ row });
      case 'panel':
        return host.explainRow({ row });
    }
  };
  const tracks = ['24px', ...columns.map(({ track }) => track)].join(' ');
  const active = found >= 0 && virtual.rows.some((row) => row.at === found) ? `row-${order[found]}` : undefined;
  return (
    <div class="rows-view">
      {tools}
      <div
        ref={scroller}
        class="table"
        role="grid"
        tabIndex={0}
        aria-label={words.name}
        aria-rowcount={order.length + 1}
        aria-multiselectable
        aria-activedescendant={active}
        onKeyDown={onKeyDown}
        style={{
          '--tracks': tracks,
          '--row': `${height}px`,
          '--pane': overview.isReading ? `${PANE_HEIGHTS[layout.mode] + 20}px` : '0px',
        }}
      >
        {isWide && head}
        <div class="all" role="rowgroup" style={{ height: `${virtual.height}px` }}>
          <div style={{ transform: `translateY(${virtual.from}px)` }}>
            {virtual.rows.map(({ at: place, top }) => {
              const index = order[place];
              // The same element again is not drawn again: scrolling draws only the rows that are new.
              const known = drawn.current.rows.get(index);
              if (known?.props.top === top && known.props.place === place) return known;
              const line = (
                <RowLine
                  key={index}
                  {...{ place, index, top, columns, isWide }}
                  isCurrent={place === found}
                  isSelected={selection.has(index)}
                  onPress={(event) => go(place, event.shiftKey)}
                  onSelect={() => {
                    selection.set(index, !selection.has(index));
                    anchor.current = place;
                    overview.read(index);
                  }}
                  onRead={() => overview.read(index, true)}
                />
              );
              drawn.current.rows.set(index, line);
              return line;
            })}
          </div>
        </div>
      </div>
      {overview.isReading && overview.current !== undefined ? (
        <ReadingPane row={overview.row(overview.current)} onClosed={() => scroller.current?.focus()} />
      ) : (
        <p class="sub hint">{words.selectHint}</p>
      )}
    </div>
  );
}

/** The note of the row that is read, or the button that begins one. */
function goToNote(): void {
  document.getElementById('add-note')?.click();
  document.getElementById('note')?.focus();
}

function Head({ columns }: { readonly columns: readonly TableColumn[] }) {
  const { strings, overview } = useOverviewPage();
  const { rows: words } = strings;
  const { sort } = overview.view;
  const order = overview.order;
  const press = (column: TableColumn): void => {
    const isSame = same(sort, column);
    const next: Sort = { by: column.sort, ...(isSame && !sort.descending && { descending: true }) };
    overview.set({ sort: isSame && sort.descending ? { by: 'row' } : next });
  };
  return (
    <div class="line head-line" role="row" aria-rowindex={1}>
      <span role="columnheader">
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={words.selectAll}
          checked={overview.selection.hasAll(order)}
          onChange={(event) => {
            overview.selection.setAll(order, event.currentTarget.checked);
            overview.refresh();
          }}
        />
      </span>
      {columns.map((column) => {
        const isSorted = same(sort, column);
        return (
          <span
            key={column.id}
            role="columnheader"
            class={column.class?.includes('num') ? 'num' : ''}
            aria-sort={isSorted ? (sort.descending ? 'descending' : 'ascending') : undefined}
          >
            <button tabIndex={-1} onClick={() => press(column)}>
              {column.name}
              {isSorted && <span aria-hidden="true"> {sort.descending ? '▾' : '▴'}</span>}
            </button>
          </span>
        );
      })}
    </div>
  );
}

const same = (sort: Sort, column: TableColumn): boolean => JSON.stringify(sort.by) === JSON.stringify(column.sort);
