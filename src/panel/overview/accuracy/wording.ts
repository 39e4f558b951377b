import type { Slice } from '../../../shared/findings/figures';
import type { Filter } from '../../../shared/findings/filter';
import type { OverviewStrings } from '../../../shared/strings/overview-page';
import { fill } from '../../wording/format';
import type { OverviewState, MeasuredAgainst } from '../state/overview-state';
import type { Wording } from '../wording';

/** Stands for no upper bound. */
const ENDLESS = 1e6;

/** `stars = 3`, `contains “but”`, `more than 120 words`. */
export function sliceText({ kind, name, value, filter }: Slice, strings: OverviewStrings, say: Wording): string {
  const { accuracy: words } = strings;
  const [condition] = filter;
  if (kind === 'word') return fill(words.sliceWord, value);
  if (condition.kind === 'length')
    return condition.to >= ENDLESS
      ? fill(words.sliceLonger, say.count(condition.from - 1))
      : fill(words.sliceLength, say.count(condition.from), say.count(condition.to));
  return fill(words.sliceValue, say.column(name), say.value(name, value));
}

/** Where it errs most, as a sentence. */
export function errsMostText(slice: Slice, strings: OverviewStrings, say: Wording): string {
  const { accuracy: words } = strings;
  if (slice.kind === 'word') return fill(words.errsMostWord, slice.value);
  const template = slice.filter[0].kind === 'length' ? words.errsMostLength : words.errsMost;
  return fill(template, sliceText(slice, strings, say));
}

/** The rows behind a cell of the confusion matrix. */
export function cellFilter(
  overview: OverviewState,
  against: MeasuredAgainst,
  label: string,
  prediction: string,
): Filter {
  const predicted = { kind: 'prediction', labels: [prediction] } as const;
  if (against === 'file') return [{ kind: 'label', labels: [label] }, predicted];
  const agreed = against === 'both' ? new Set(overview.agreed) : undefined;
  const rows = [...overview.reviews.values()].filter(
    (review) => review.label === label && (agreed?.has(review.row) ?? true),
  );
  return [{ kind: 'rows', rows: rows.map(({ row }) => row) }, predicted];
}

/** What the file's labels mean, label by label from good to bad: `4, 5 = positive`. */
export function meaningParts(overview: OverviewState, strings: OverviewStrings, say: Wording): string[] {
  const { meaning } = overview.store;
  const written = overview.figures.givenValues
    .map(({ value }) => value)
    .filter((value) => Object.hasOwn(meaning, value));
  const order = new Intl.Collator(undefined, { numeric: true });
  return [...overview.store.orderedLabels()].reverse().flatMap((label) => {
    const values = written.filter((value) => meaning[value] === label).sort((a, b) => order.compare(a, b));
    if (values.length === 0 || (values.length === 1 && values[0] === label)) return [];
    return [fill(strings.accuracy.meaningPart, say.list(values), say.label(label))];
  });
}
