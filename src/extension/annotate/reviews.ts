import type * as vscode from 'vscode';
import { readReviews, reviewFileOf, writeReviews, type ReviewLine } from '../../findings/review/review-file';
import type { ReviewSent } from '../../shared/protocol/overview-to-host';
import { readReplaced } from '../files/whole-file';
import { writeWhole } from './write-whole';

/** A person's reviews of rows, in a file beside the results. */
export class Reviews {
  private lines = new Map<number, ReviewLine>();
  private writing: Promise<void> = Promise.resolve();

  constructor(readonly uri: vscode.Uri) {}

  /** `reviews.saliency.ndjson` → `reviews.saliency.labels.ndjson`. */
  static beside(results: vscode.Uri): Reviews {
    return new Reviews(results.with({ path: reviewFileOf(results.path) }));
  }

  get all(): readonly ReviewLine[] {
    return [...this.lines.values()].sort((a, b) => a.row - b.row);
  }

  /** Reads the file, if there is one; lines that are no reviews are left out. */
  async load(): Promise<void> {
    this.lines = new Map((await reviewsIn(this.uri)).map((line) => [line.row, line]));
  }

  /** Adds, changes or removes the review of a row. @throws SaliencyError `unwritable`: then nothing has changed */
  say({ review, row, ...about }: ReviewSent): Promise<void> {
    return this.change((lines) => {
      if (review) lines.set(row, { ...review, ...about });
      else lines.delete(row);
    });
  }

  /** Saves the file, one save at a time and as a whole; a review that could not be saved is not kept. */
  private change(how: (lines: Map<number, ReviewLine>) => void): Promise<void> {
    const next = async (): Promise<void> => {
      const lines = new Map(this.lines);
      how(lines);
      await writeWhole(this.uri, writeReviews(lines.values()));
      this.lines = lines;
    };
    this.writing = this.writing.then(next, next);
    return this.writing;
  }
}

/** The reviews in a file; none where there is no such file. */
export async function reviewsIn(uri: vscode.Uri): Promise<ReviewLine[]> {
  const bytes = (await readReplaced(uri).catch(() => undefined)) ?? new Uint8Array();
  return readReviews(new TextDecoder().decode(bytes));
}

/** Reviewed rows as `saliency train --data` reads them: text and label, a line each. */
export const reviewedTrainingRows = (lines: readonly ReviewLine[]): string =>
  lines.flatMap(({ text, label }) => (label === undefined ? [] : [`${JSON.stringify({ text, label })}\n`])).join('');
