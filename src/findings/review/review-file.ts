import type { Review, ReviewOrder, UnderlinedSpan } from '../../shared/findings/review';

/** What a line of the file has beside the review, so that `saliency train --data` reads it as it is. */
export interface ReviewedText {
  readonly text: string;
  /** The prediction that it confirms or corrects. */
  readonly prediction?: string;
  readonly file?: string;
  readonly line?: number;
}

/** A line of the file of reviews. */
export type ReviewLine = Review & ReviewedText;

/** The file of reviews beside results: `reviews.saliency.ndjson` → `reviews.saliency.labels.ndjson`. */
export const reviewFileOf = (results: string): string => results.replace(/(\.ndjson)?(\.gz)?$/, '.labels.ndjson');

/** Reviews as they are written: a line each, sorted by row, keys always in the same order, so that git shows what changed. */
export function writeReviews(lines: Iterable<ReviewLine>): string {
  return [...lines]
    .sort((a, b) => a.row - b.row || (a.by ?? '').localeCompare(b.by ?? ''))
    .map(({ row, text, label, prediction, order, reason, note, by, file, line }) =>
      JSON.stringify({ row, text, label, prediction, order, reason, note, by, file, line }),
    )
    .map((line) => `${line}\n`)
    .join('');
}

/**
 * Reads what was written, here or by earlier versions (which say `verdict` for the prediction); other lines are left out. Of
 * several lines about the same row and text, the last one holds. Lines about one row may name different texts: those of
 * others were there before the file changed.
 */
export function readReviews(written: string): ReviewLine[] {
  const last = new Map<string, ReviewLine>();
  for (const line of written.split('\n')) {
    const review = reviewIn(line);
    if (review) last.set(`${review.row} ${review.text}`, review);
  }
  return [...last.values()];
}

function reviewIn(written: string): ReviewLine | undefined {
  const value = parsed(written);
  if (typeof value !== 'object' || value === null) return undefined;
  const { row, text, label, prediction, verdict, order, reason, note, by, file, line } = value as Record<
    string,
    unknown
  >;
  if (typeof row !== 'number' || typeof text !== 'string') return undefined;
  const said = prediction ?? verdict;
  return {
    row,
    text,
    ...(typeof label === 'string' && { label }),
    ...(typeof said === 'string' && { prediction: said }),
    ...(isOrder(order) && { order }),
    ...(Array.isArray(reason) && reason.every(isUnderlined) && { reason }),
    ...(typeof note === 'string' && note !== '' && { note }),
    ...(typeof by === 'string' && { by }),
    ...(typeof file === 'string' && { file }),
    ...(typeof line === 'number' && { line }),
  };
}

const isOrder = (value: unknown): value is ReviewOrder =>
  value === 'priority' || value === 'teaches' || value === 'random';

function isUnderlined(value: unknown): value is UnderlinedSpan {
  const { start, end } = (value ?? {}) as Record<string, unknown>;
  return typeof start === 'number' && typeof end === 'number' && start < end;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
