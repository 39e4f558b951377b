import type { Reason, ReviewRow, RowFilter } from '../../shared/overview';
import { countedAs, decidingWord } from './deciding-words';
import { emphasisOf, isAnswered, isExplained, reviewRow, topTwo, worthOf } from './review';
import type { AnsweredRow } from './review';
import type { SavedRow } from './saved-rows';
import { Top } from './top';

const MOST = 200;

/** Gathers the rows that a filter lets through: the surest ones of a pair of labels, else the first ones. */
export class FilteredRows {
  private rows = 0;
  private readonly top = new Top<ReviewRow>(MOST);

  constructor(private readonly filter: RowFilter) {}

  add(row: SavedRow): void {
    if (!isAnswered(row) || !passes(row, this.filter)) return;
    this.rows++;
    const value = this.filter.given ? topTwo(row).probability : -row.row;
    this.top.add(value, () => reviewRow(row, Object.keys(worthOf(row)) as Reason[]));
  }

  /** How many there are, and those that are shown. */
  value(): { readonly rows: number; readonly shown: readonly ReviewRow[] } {
    return { rows: this.rows, shown: this.top.items() };
  }
}

function passes(row: AnsweredRow, { label, given, group, reason, word, side }: RowFilter): boolean {
  if (label !== undefined && row.label !== label) return false;
  if (given && !(row.given !== undefined && given.includes(row.given))) return false;
  if (group !== undefined && row.group !== group) return false;
  if (reason !== undefined && !(reason in worthOf(row))) return false;
  if (word === undefined) return true;
  if (!isExplained(row)) return false;
  const at = decidingWord(emphasisOf(row), side ?? 'for');
  return at !== undefined && countedAs(row.words[at].text) === word;
}
