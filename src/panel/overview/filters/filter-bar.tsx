import { fill } from '../../wording/format';
import { useOverviewPage } from '../context';
import { Popover } from '../parts/popover';
import { conditionText } from './condition-text';
import { FieldValues, filterFields, type FilterField } from './field-filters';
import { Search } from './search';
import { useState } from 'preact/hooks';

/** So many fields stand beside the search; the others are under *Add Filter*. */
const SHOWN = { wide: 5, middle: 4, narrow: 0 };

/** Search, fields, and a chip for each condition; what is set here holds in every view. */
export function FilterBar() {
  const page = useOverviewPage();
  const { strings, say, overview, layout } = page;
  const { filter, store, shown, problem } = overview;
  const fields = filterFields(page);
  const first = primary(fields, overview.figures.where).slice(0, SHOWN[layout.mode]);
  return (
    <>
      <div class="row" role="search">
        <Search />
        {first.map((field) => (
          <Popover key={field.id} class="drop" label={field.name} name={field.name}>
            {() => <FieldValues field={current(field, page)} />}
          </Popover>
        ))}
        <AddFilter fields={fields} />
      </div>
      <div class="row chips">
        {filter.map((condition) => {
          const text = conditionText(condition, strings, say);
          return (
            <button
              key={JSON.stringify(condition)}
              class="chip"
              aria-label={fill(strings.dropFilter, text)}
              onClick={() => overview.drop(condition)}
            >
              <span class="words">{text}</span>
              <span class="x" aria-hidden="true">
                ✕
              </span>
            </button>
          );
        })}
        <b role="status">
          {filter.length > 0
            ? fill(strings.rowsOfRows, say.count(shown.length), say.count(store.rows))
            : fill(strings.allRows, say.count(store.rows))}
        </b>
        {filter.length > 0 ? (
          <button class="link" onClick={() => overview.setFilter([])}>
            {strings.clearFilters}
          </button>
        ) : (
          <span class="m">{strings.noFilter}</span>
        )}
      </div>
      {problem !== undefined && (
        <p class="sm b" role="alert">
          {fill(strings.badPattern, problem)}
        </p>
      )}
    </>
  );
}

/** Columns that the file is compared by, then the prediction. */
function primary(fields: readonly FilterField[], where: readonly string[]): FilterField[] {
  const wanted = [...where.map((name) => `column ${name}`), 'prediction', 'confidence', 'review'];
  return wanted.flatMap((id) => fields.find((field) => field.id === id) ?? []);
}

/** The field with its current condition, so that its menu stays open while that changes. */
const current = (field: FilterField, page: ReturnType<typeof useOverviewPage>): FilterField =>
  filterFields(page).find(({ id }) => id === field.id) ?? field;

function AddFilter({ fields }: { readonly fields: readonly FilterField[] }) {
  const page = useOverviewPage();
  const { strings } = page;
  return (
    <span id="add-filter">
      <Popover class="link" label={strings.addFilter} name={strings.addFilter}>
        {() => <FieldChoice fields={fields} />}
      </Popover>
    </span>
  );
}

function FieldChoice({ fields }: { readonly fields: readonly FilterField[] }) {
  const page = useOverviewPage();
  const [id, setId] = useState<string>();
  const field = fields.find((each) => each.id === id);
  if (field) {
    return (
      <>
        <p class="b">{field.name}</p>
        <FieldValues field={current(field, page)} />
      </>
    );
  }
  return (
    <div class="items">
      {fields.map(({ id: its, name }) => (
        <button key={its} onClick={() => setId(its)}>
          <span class="name texts">{name}</span>
        </button>
      ))}
    </div>
  );
}
