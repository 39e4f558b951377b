import { fill } from '../../wording/format';
import { useOverviewPage } from '../context';
import { conditionText } from '../filters/condition-text';

/** Why nothing is shown, and how to show something again. */
export function NoMatch() {
  const { strings, say, overview } = useOverviewPage();
  const { filter, store, problem } = overview;
  // The reason stands above already: nothing was looked for.
  if (problem !== undefined) return null;
  if (store.rows === 0) return <p class="section">{strings.headEmpty}</p>;
  const search = filter.find(({ kind }) => kind === 'search');
  const said = filter.map((condition) => conditionText(condition, strings, say)).join(strings.and);
  return (
    <div class="state">
      <p class="b">{strings.noMatch}</p>
      <p>{fill(strings.noMatchNote, say.count(store.rows), said)}</p>
      <p class="acts">
        {search && filter.length > 1 && <button onClick={() => overview.drop(search)}>{strings.clearWord}</button>}
        <button onClick={() => overview.setFilter([])}>{strings.clearFilters}</button>
      </p>
    </div>
  );
}
