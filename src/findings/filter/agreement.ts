import type { Against } from '../../shared/findings/filter';
import { NO_VALUE } from '../../shared/findings/piece';
import type { Data } from '../data';
import { OWN_COLUMNS } from '../store/result-row';

/**
 * The label that predictions are measured against, as a place in the store's labels; −1: none, or none that is understood.
 * Rows in languages that no model reads are not compared.
 */
export function targetLabel({ store, reviews }: Data, against: Against): (row: number) => number {
  if (against === 'reviews') {
    return (row) => {
      const label = reviews.get(store.numbers.values[row])?.label;
      return label === undefined ? -1 : store.labels.indexOf(label);
    };
  }
  const meanings = store.givenMeanings();
  const other = store.column(OWN_COLUMNS.otherLanguage)?.codes.values;
  const given = store.givenCodes.values;
  return (row) => {
    const code = given[row];
    if (code === NO_VALUE || (other && other[row] !== NO_VALUE)) return -1;
    return meanings[code];
  };
}
