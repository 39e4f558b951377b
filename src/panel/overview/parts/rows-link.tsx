import type { Filter } from '../../../shared/findings/filter';
import { fill } from '../../wording/format';
import { useOverviewPage } from '../context';

/** A number of rows that opens them. */
export function RowsLink({ rows, filter }: { readonly rows: number; readonly filter: Filter }) {
  const { strings, say, overview } = useOverviewPage();
  return (
    <button class="link" onClick={() => overview.showRows(filter)}>
      {rows === 1 ? strings.rowLink : fill(strings.rowsLink, say.count(rows))}
    </button>
  );
}
