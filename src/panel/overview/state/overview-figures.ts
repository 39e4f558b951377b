import { accuracy } from '../../../findings/figures/accuracy';
import { aspects } from '../../../findings/figures/aspects';
import { sentimentByColumn, groupingColumns } from '../../../findings/figures/by-column';
import { findingsOf } from '../../../findings/figures/findings';
import { compare } from '../../../findings/figures/compare';
import { distinctiveWords } from '../../../findings/figures/distinctive';
import { sentimentOverTime } from '../../../findings/figures/over-time';
import { phrases } from '../../../findings/figures/phrases';
import { sentimentsOfRows } from '../../../findings/figures/sentiments';
import { slices } from '../../../findings/figures/slices';
import { filterRows } from '../../../findings/filter/filter-rows';
import { targetLabel } from '../../../findings/filter/agreement';
import { readDay } from '../../../findings/store/days';
import { OWN_COLUMNS } from '../../../findings/store/result-row';
import { isDay, NO_VALUE } from '../../../shared/findings/piece';
import type { AccuracyFigure, AspectFigure, ColumnFigure, ComparisonFigure, DistinctiveWord, Finding, PhraseFigure, Sentiments, Slice, TimeFigure, TimeUnit } from '../../../shared/findings/figures'; // prettier-ignore
import type { Against } from '../../../shared/findings/filter';
import { comparedSide, isWorthComparing, type ComparedSide } from './comparison';
import { LazyFigures } from './lazy-figures';
import type { OverviewData } from './overview-data';

/** What predictions are measured against: the file's labels, a person's reviews, or what two people agree on. */
export type MeasuredAgainst = Against | 'both';

/** A finding, and the number of its rows. */
export interface CountedFinding {
  readonly finding: Finding;
  readonly rows: number;
}

/** A column by which rows can be grouped, with how many values it has. */
export interface GroupingColumn {
  readonly name: string;
  readonly values: number;
}

/** Columns that say how a row was read, and are no property of it. */
const NOT_COMPARED: readonly string[] = [OWN_COLUMNS.model, OWN_COLUMNS.id, OWN_COLUMNS.otherLanguage];
const MOST_WHERE = 3;
/** A column whose values have fewer rows each on average, such as ids, is not shown first. */
const LEAST_ROWS = 5;
/** A column with so many values is shown only where nothing better is there. */
const MANY_VALUES = 40;
/** How many cells decide whether a column holds dates. */
const LOOKED_AT = 50;

/** All that the page counts of the rows that are shown. */
export class OverviewFigures {
  private readonly lazy: LazyFigures;
  /** Figures of all rows, which do not depend on the filter. */
  private readonly ofAll: LazyFigures;

  constructor(
    private readonly overview: OverviewData,
    changed: () => void,
  ) {
    this.lazy = new LazyFigures(() => overview.store.rows, changed);
    this.ofAll = new LazyFigures(() => overview.store.rows, changed);
  }

  /** Rows, reviews or what labels mean are no longer as they were. */
  outdate(): void {
    this.lazy.outdate();
    this.ofAll.outdate();
  }

  /** Other rows are shown, of the same. */
  outdateShown(): void {
    this.lazy.outdate();
  }

  get isBusy(): boolean {
    return this.lazy.isBusy;
  }

  /** Computes a figure at once, and once for each state of the rows. */
  once<T>(key: string, make: () => T): T {
    return this.lazy.now(key, make);
  }

  get sentiments(): Sentiments {
    return this.lazy.now('sentiments', () => sentimentsOfRows(this.overview.store, this.overview.shown));
  }

  /** Of all rows, whatever is shown. */
  get whole(): Sentiments {
    const { overview } = this;
    return this.ofAll.now('whole', () =>
      overview.isFiltered
        ? sentimentsOfRows(overview.store, filterRows(overview, []))
        : sentimentsOfRows(overview.store, overview.shown),
    );
  }

  get hasDates(): boolean {
    return this.ofAll.now('has dates', () => {
      const { days } = this.overview.store;
      for (let row = 0; row < this.overview.store.rows; row++) if (isDay(days[row])) return true;
      return false;
    });
  }

  /** The findings on top, each with its number of rows; over the whole time, whatever period is chosen. */
  get findings(): readonly CountedFinding[] | undefined {
    const { overview } = this;
    return this.lazy.get('findings', () => {
      const filter = overview.filter.filter(({ kind }) => kind !== 'period');
      return findingsOf(overview, filter).map((finding) => ({
        finding,
        rows: filterRows(overview, finding.filter).length,
      }));
    });
  }

  /** The shares over the whole time, whatever period is chosen. Undefined: not counted yet, or no dates. */
  time(unit: TimeUnit | undefined): TimeFigure | undefined {
    const { overview } = this;
    return this.lazy.get(`time ${unit ?? ''}`, () => {
      const others = overview.filter.filter(({ kind }) => kind !== 'period');
      const rows = others.length === overview.filter.length ? overview.shown : filterRows(overview, others);
      return sentimentOverTime(overview, rows, unit);
    });
  }

  /** Columns of the file that look like dates, to choose from where none was. */
  get dateColumns(): readonly string[] {
    return this.ofAll.now('date columns', () => this.findDateColumns());
  }

  private findDateColumns(): readonly string[] {
    return this.overview.store.columns
      .filter(({ name }) => !name.startsWith('saliency.'))
      .filter(({ values }) => {
        const some = values.slice(0, LOOKED_AT).filter((value) => value.trim() !== '');
        return some.length > 0 && some.filter((value) => readDay(value) !== undefined).length >= 0.9 * some.length;
      })
      .filter(({ values }) => !values.slice(0, LOOKED_AT).every((value) => /^\d+$/.test(value)))
      .map(({ name }) => name);
  }

  get columns(): readonly GroupingColumn[] {
    const { store } = this.overview;
    return this.ofAll.now('columns', () =>
      groupingColumns(this.overview)
        .filter((name) => !NOT_COMPARED.includes(name))
        .map((name) => ({ name, values: store.column(name)!.values.length })),
    );
  }

  /** The columns that *Where* shows: what a person chose, else those that group best. */
  get where(): readonly string[] {
    const chosen = this.overview.view.where?.filter((name) => this.overview.store.column(name));
    if (chosen) return chosen;
    const dates = new Set(this.dateColumns);
    const { group } = this.overview.store.roles;
    const rank = ({ name, values }: GroupingColumn) =>
      (name === group ? -100 : 0) +
      (name === OWN_COLUMNS.language ? 30 : name === OWN_COLUMNS.file ? 20 : 0) +
      (values > MANY_VALUES || values * LEAST_ROWS > this.overview.store.rows ? 1000 : 0);
    return [...this.columns]
      .filter(({ name }) => !dates.has(name))
      .sort((a, b) => rank(a) - rank(b))
      .slice(0, MOST_WHERE)
      .map(({ name }) => name);
  }

  column(name: string): ColumnFigure | undefined {
    const { overview } = this;
    return this.lazy.get(`column ${name}`, () =>
      scaled(sentimentByColumn(overview, overview.shown, name, this.against)),
    );
  }

  get aspects(): readonly AspectFigure[] | undefined {
    const { overview } = this;
    return this.lazy.get('aspects', () => aspects(overview, overview.shown, this.against, 10));
  }

  get phrases(): PhraseFigure | undefined {
    const { overview } = this;
    return this.lazy.get('phrases', () => phrases(overview, overview.shown, this.against, 8));
  }

  get words(): readonly DistinctiveWord[] | undefined {
    const { overview } = this;
    return this.lazy.get('words', () => {
      const { against } = this;
      return against ? distinctiveWords(overview, overview.shown, against, 24) : [];
    });
  }

  /** What the rows that are shown are compared with: other results, the period before, or all others. */
  get against(): ComparedSide | undefined {
    return this.lazy.now('against', () => comparedSide(this.overview));
  }

  /** The row of the other results that has the text of a row here. */
  rowBefore(row: number): number | undefined {
    const { against } = this;
    if (against?.kind !== 'other') return undefined;
    return this.lazy
      .now('rows before', () => new Map(against.pairs.map(([before, after]) => [after, before])))
      .get(row);
  }

  /** What moved from there to the rows that are shown; undefined if that says nothing, or is not counted yet. */
  get comparison(): ComparisonFigure | undefined {
    const { overview, against } = this;
    if (!against || !isWorthComparing(against, overview.filter)) return undefined;
    return this.lazy.get('comparison', () =>
      compare(against, { store: overview.store, rows: overview.shown }, against.kind === 'other' ? against.pairs : []),
    );
  }

  /** Examples from all rows that are shown: those with the surest predictions. */
  someRows(count: number): readonly number[] {
    const { overview } = this;
    return this.lazy.now('some rows', () => {
      const step = Math.max(1, Math.floor(overview.shown.length / (count * 20)));
      const looked = overview.shown.filter((_, at) => at % step === 0).slice(0, count * 20);
      const { confidences } = overview.store;
      return [...looked].filter((row) => !overview.store.isDamaged(row)).sort((a, b) => confidences.values[b] - confidences.values[a]).slice(0, count); // prettier-ignore
    });
  }

  /** Rows that each measure can be taken over, of all rows. */
  get measurable(): Readonly<Record<MeasuredAgainst, number>> {
    const { overview } = this;
    return this.ofAll.now('measurable', () => {
      const label = targetLabel(overview, 'file');
      let file = 0;
      for (let row = 0; row < overview.store.rows; row++) if (label(row) >= 0 && !overview.store.isDamaged(row)) file++;
      const reviews = [...overview.reviews.values()].filter((review) => review.label !== undefined).length;
      return { file, reviews, both: overview.agreed.length };
    });
  }

  accuracy(against: MeasuredAgainst): AccuracyFigure | undefined {
    const { overview } = this;
    return this.lazy.get(`accuracy ${against}`, () => {
      if (against !== 'both') return accuracy(overview, overview.shown, against);
      const rows = new Set(overview.agreed);
      return accuracy(overview, overview.shown.filter((row) => rows.has(overview.store.numbers.values[row])), 'reviews'); // prettier-ignore
    });
  }

  slices(against: MeasuredAgainst): readonly Slice[] {
    const { overview } = this;
    return (
      this.lazy.get(`slices ${against}`, () =>
        slices(overview, overview.shown, against === 'both' ? 'reviews' : against, 8),
      ) ?? []
    );
  }

  /** Labels as they are written in the file, with their rows, the most frequent first. */
  get givenValues(): readonly { readonly value: string; readonly rows: number }[] {
    const { store } = this.overview;
    return this.ofAll.now('given', () => {
      const counts = new Uint32Array(store.given.length);
      for (let row = 0; row < store.rows; row++) {
        const code = store.givenCodes.values[row];
        if (code !== NO_VALUE) counts[code]++;
      }
      return store.given.map((value, code) => ({ value, rows: counts[code] })).sort((a, b) => b.rows - a.rows);
    });
  }

  /** Labels of the file that mean none of the models'. */
  get unknownLabels(): readonly string[] {
    const { meaning } = this.overview.store;
    return this.givenValues.filter(({ value }) => !Object.hasOwn(meaning, value)).map(({ value }) => value);
  }

  /** Whether any row says which phrases decided. */
  get isExplained(): boolean {
    return this.overview.store.phraseKeys.length > 0;
  }
}

/** Values that are a scale, as stars, stand in its order, the highest first. */
function scaled(figure: ColumnFigure | undefined): ColumnFigure | undefined {
  const isScale = figure?.groups.every(({ value }) => value === '' || /^-?\d+(\.\d+)?$/.test(value)) && !figure.other;
  if (!figure || !isScale) return figure;
  const rank = (value: string) => (value === '' ? -Infinity : Number(value));
  return { ...figure, groups: [...figure.groups].sort((a, b) => rank(b.value) - rank(a.value)) };
}
