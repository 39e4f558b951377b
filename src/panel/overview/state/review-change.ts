import type { Review, ReviewOrder, UnderlinedSpan } from '../../../shared/findings/review';

/** What is said of a row; what is left out stays as it was, null: it is said no more. */
export interface ReviewChange {
  readonly row: number;
  readonly label?: string | null;
  readonly order?: ReviewOrder;
  readonly reason?: readonly UnderlinedSpan[];
  readonly note?: string;
}

/** Reviews with a change; a review that says nothing any more goes. */
export function withChange(
  reviews: ReadonlyMap<number, Review>,
  { row, label, order, reason, note }: ReviewChange,
): Map<number, Review> {
  const before = reviews.get(row);
  const after = new Map(reviews);
  const said = {
    label: label === undefined ? before?.label : (label ?? undefined),
    order: label === undefined ? before?.order : label === null ? undefined : order,
    reason: reason === undefined ? before?.reason : reason.length > 0 ? reason : undefined,
    note: note === undefined ? before?.note : note.trim() === '' ? undefined : note,
    by: before?.by,
  };
  const kept = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Omit<
    Review,
    'row'
  >;
  if (kept.label === undefined && kept.note === undefined && kept.reason === undefined) after.delete(row);
  else after.set(row, { row, ...kept });
  return after;
}
