import type * as vscode from 'vscode';
import { readReviews, reviewFileOf, writeReviews, type ReviewLine } from '../../findings/review/review-file';
import type { ReviewPlace, ReviewSent } from '../../shared/protocol/overview-to-host';
import { readReplacedFile } from '../files/whole-file';
import { writeWhole } from './write-whole';

/** Where the page found a row with the text of a review; null: nowhere. */
type Places = readonly (ReviewPlace | null)[];

interface Kept {
  /** By number of the row. */
  readonly lines: ReadonlyMap<number, ReviewLine>;
  /** Those whose text no row has: they stay in the file, and are found again when the text comes back. */
  readonly strange: readonly ReviewLine[];
}

/** A person's reviews of rows, in a file beside the results. */
export class Reviews {
  private kept: Kept = { lines: new Map(), strange: [] };
  private writing: Promise<void> = Promise.resolve();
  private sent: readonly ReviewLine[] = [];

  constructor(readonly uri: vscode.Uri) {}

  /** `reviews.saliency.ndjson` → `reviews.saliency.labels.ndjson`. */
  static beside(results: vscode.Uri): Reviews {
    return new Reviews(results.with({ path: reviewFileOf(results.path) }));
  }

  /** Those of rows that there are. */
  get all(): readonly ReviewLine[] {
    return [...this.kept.lines.values()].sort((a, b) => a.row - b.row);
  }

  /** Reads the file, if there is one; lines that are no reviews are left out. Returns all that are in it, to be placed. */
  async load(): Promise<readonly ReviewLine[]> {
    this.sent = await reviewsIn(this.uri);
    const lines = new Map(this.sent.map((line) => [line.row, line]));
    this.kept = { lines, strange: this.sent.filter((line) => lines.get(line.row) !== line) };
    return this.sent;
  }

  /** Adds, changes or removes the review of a row. @throws SaliencyError `unwritable`: then nothing has changed */
  say({ review, row, ...about }: ReviewSent): Promise<void> {
    return this.change(({ lines, strange }) => {
      const before = lines.get(row);
      const after = new Map(lines);
      if (review) after.set(row, { ...review, ...about });
      else after.delete(row);
      // It was about another text that had this number before.
      const isStrange = before !== undefined && before.text !== about.text;
      return { lines: after, strange: isStrange ? [...strange, before] : strange };
    });
  }

  /** The page knows which rows have the texts that `load` returned. @throws SaliencyError `unwritable` */
  place(places: Places): Promise<void> {
    const found = new Map(this.sent.map((line, at) => [line, places[at] ?? null]));
    return this.change((kept) => placed(kept, found));
  }

  /** Saves the file, one save at a time and as a whole; a review that could not be saved is not kept. */
  private change(how: (kept: Kept) => Kept): Promise<void> {
    const next = async (): Promise<void> => {
      const kept = how(this.kept);
      const written = textOf(kept);
      if (written !== textOf(this.kept)) await writeWhole(this.uri, written);
      this.kept = kept;
    };
    this.writing = this.writing.then(next, next);
    return this.writing;
  }
}

const textOf = ({ lines, strange }: Kept): string => writeReviews([...lines.values(), ...strange]);

/** Each review at the row that was found for it; one that was said of that row meanwhile is newer, and stays. */
function placed({ lines, strange }: Kept, found: ReadonlyMap<ReviewLine, ReviewPlace | null>): Kept {
  const after = new Map([...lines].filter(([, line]) => !found.has(line)));
  const left: ReviewLine[] = [];
  for (const line of [...lines.values(), ...strange]) {
    const place = found.get(line);
    if (place === undefined) continue;
    if (place === null) left.push(line);
    else if (!after.has(place.row)) after.set(place.row, { ...line, ...place });
  }
  return { lines: after, strange: left };
}

/** The reviews in a file; none where there is no such file. */
export async function reviewsIn(uri: vscode.Uri): Promise<ReviewLine[]> {
  const bytes = (await readReplacedFile(uri).catch(() => undefined)) ?? new Uint8Array();
  return readReviews(new TextDecoder().decode(bytes));
}

/** Reviewed rows as `saliency train --data` reads them: text and label, a line each. */
export const reviewedTrainingRows = (lines: readonly ReviewLine[]): string =>
  lines.flatMap(({ text, label }) => (label === undefined ? [] : [`${JSON.stringify({ text, label })}\n`])).join('');
