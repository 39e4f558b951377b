import { countedAs, decidingWord, type Side } from './deciding-words';
import { emphasisOf, isAnswered, isExplained, reviewRow, verdictOf, worthOf } from './review';
import type { AnsweredRow, Reason, ReviewRow } from './review';
import type { SavedRow } from './saved-rows';
import { Top } from './top';

/** Which rows are asked for; all that is named must hold. */
export interface RowFilter {
  readonly label?: string;
  /** Labels as they stand in the file. */
  readonly given?: readonly string[];
  readonly group?: string;
  readonly reason?: Reason;
  /** The word that decided, as it is counted, on one side of the verdict. */
  readonly word?: string;
  readonly side?: Side;
}

const MOST = 200;

/** Gathers the rows that a filter lets through: the surest ones of a pair of labels, else the first ones. */
export class FilteredRows {
  private rows = 0;
  private readonly top = new Top<ReviewRow>(MOST);

  constructor(private readonly filter: RowFilter) {}

  add(row: SavedRow): void {
    if (!isAnswered(row) || !passes(row, this.filter)) return;
    this.rows++;
    const value = this.filter.given ? verdictOf(row).probability : -row.row;
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
