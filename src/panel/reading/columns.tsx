import { Scrolled } from '../charts/scrolled';
import { USES, type ColumnUse, type ReadColumn, type ReadingView } from '../../shared/protocol/reading-page';
import type { ReadingStrings } from '../../shared/strings/reading-page';
import { fill } from '../wording/format';
import { useReadingPage, type ReadingPageState } from './context';
import { columnName, isBlank } from './names';

/** The first rows as they are read, and what each column is. Narrow pages have the columns below one another. */
export function Columns({ view }: { readonly view: ReadingView }) {
  const { strings, isNarrow } = useReadingPage();
  const { columns, cells } = view;
  const hasText = columns.some(({ use }) => use === 'text');
  const changeable = columns.length > 1;
  if (isBlank(view))
    return (
      <section class="sec">
        <h2>{fill(strings.nothingToRead, view.shown ?? view.what)}</h2>
      </section>
    );
  return (
    <section class="sec">
      <h2>{hasText ? strings.isText : strings.noText}</h2>
      <p class="sub">{rowsText(cells.length, changeable, strings)}</p>
      {isNarrow ? <List view={view} changeable={changeable} /> : <Table view={view} changeable={changeable} />}
    </section>
  );
}

function rowsText(rows: number, changeable: boolean, strings: ReadingStrings): string {
  if (!changeable && rows === 1) return strings.rowOnly;
  return fill(changeable ? strings.rowsAsRead : strings.rowsOnly, rows);
}

/** Running text is no column: it has no name, and its values are not counted. */
const isRunningText = ({ columns }: ReadingView): boolean => columns.length === 1 && columns[0].name === '';

interface PartProps {
  readonly view: ReadingView;
  readonly changeable: boolean;
}

function Table({ view, changeable }: PartProps) {
  const { columns, cells } = view;
  const page = useReadingPage();
  return (
    <Scrolled name={page.strings.isText}>
      <table class="read">
        {!isRunningText(view) && (
          <thead>
            <tr>
              {columns.map((column, i) => (
                <th key={i} scope="col" class={`as-${column.use}`}>
                  <span class="b">{columnName(column.name, view, page.strings)}</span>
                  <span class="m sm">{about(column, page)}</span>
                  {changeable && <Use column={column} at={i} view={view} />}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {cells.map((row, i) => (
            <tr key={i}>
              {columns.map(({ use }, at) => (
                <td key={at} class={`as-${use}`}>
                  {row[at] ?? ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}

function List({ view, changeable }: PartProps) {
  const { columns, cells } = view;
  const page = useReadingPage();
  return (
    <ul class="read-list">
      {columns.map((column, i) => (
        <li key={i} class={`as-${column.use}`}>
          {!isRunningText(view) && (
            <div class="read-head">
              <span>
                {column.name && <span class="b">{columnName(column.name, view, page.strings)} </span>}
                <span class="m sm">{about(column, page)}</span>
              </span>
              {changeable && <Use column={column} at={i} view={view} />}
            </div>
          )}
          <ul class="read-cells">
            {cells
              .map((row) => row[i] ?? '')
              .filter((cell) => cell !== '')
              .slice(0, column.use === 'text' ? 4 : 1)
              .map((cell, k) => (
                <li key={k}>{cell}</li>
              ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

/** What the column is used for. Arrows to the side go to the columns beside it; a letter chooses. */
function Use({ column, at, view }: { readonly column: ReadColumn; readonly at: number; readonly view: ReadingView }) {
  const { strings, host } = useReadingPage();
  const choose = (use: ColumnUse) => use !== column.use && host.use({ column: column.name, use });
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const letter = LETTERS[event.key.toLowerCase()];
    if (step === 0 && (letter === undefined || event.ctrlKey || event.metaKey || event.altKey)) return;
    event.preventDefault();
    if (letter !== undefined) choose(letter);
    else document.querySelector<HTMLSelectElement>(`[data-column="${at + step}"]`)?.focus();
  };
  return (
    <select
      class={`use as-${column.use}`}
      data-column={at}
      value={column.use}
      aria-label={fill(strings.useOf, columnName(column.name, view, strings))}
      onKeyDown={onKeyDown}
      onChange={(event) => choose(event.currentTarget.value as ColumnUse)}
    >
      {USES.filter((use) => use !== 'none' || column.use !== 'text').map((use) => (
        <option key={use} value={use} selected={use === column.use}>
          {strings.uses[use]}
        </option>
      ))}
    </select>
  );
}

const LETTERS: Readonly<Record<string, ColumnUse | undefined>> = { t: 'text', l: 'label', d: 'date', g: 'group' };

/** How many different values there are. */
function about({ different, filled, free }: ReadColumn, { strings, count, percent }: ReadingPageState): string {
  if (filled === 0) return strings.nothing;
  const values =
    different === filled && filled > 1
      ? strings.allDifferent
      : different === 1
        ? strings.oneValue
        : different > filled / 2
          ? fill(strings.differentShare, percent(different / filled))
          : fill(strings.values, count(different));
  return free ? `${values}${strings.comma}${strings.alsoText}` : values;
}
