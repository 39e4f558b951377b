import type { Review, ReviewOrder, UnderlinedSpan } from '../../../shared/findings/review';

/** A change to the review of a row; fields that are left out stay as they were, null removes one. */
export interface ReviewChange {
  readonly row: number;
  readonly label?: string | null;
  readonly order?: ReviewOrder;
  readonly reason?: readonly UnderlinedSpan[];
  readonly note?: string;
}

/** The reviews after a change; a review with nothing left in it is removed. */
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
