import * as vscode from 'vscode';
import { readReviews, reviewFileOf } from '../../findings/review/review-file';
import type { TrainingRow } from '../../shared/fine-tuning';
import { baseName, parentOf } from '../files/paths';
import { ifThere, readReplacedFile } from '../files/whole-file';

/** Results larger than this are not read for texts without a label: that would hold up the host. */
const MOST_BYTES = 16 * 2 ** 20;
/** Texts without a label that are looked at for what to label next. */
const MOST_TEXTS = 2_000;

/** What a person reviewed of results, as rows to learn from. */
export interface ReviewedRows {
  readonly results: vscode.Uri;
  readonly rows: readonly TrainingRow[];
  readonly corrected: number;
  /** Rows of the results without a review; those most useful to label can be chosen from them. */
  readonly unlabelled: readonly { readonly id: string; readonly text: string }[];
}

/** The results that a file of reviews is about; undefined if it is no such file. */
export function resultsOf(reviews: vscode.Uri): vscode.Uri | undefined {
  const results = reviews.with({ path: reviews.path.replace(/\.labels\.ndjson$/, '.ndjson') });
  return reviewFileOf(results.path) === reviews.path ? results : undefined;
}

/** Reads the reviews beside results. @param only numbers of rows; left out: all that were reviewed */
export async function reviewedRows(results: vscode.Uri, only?: ReadonlySet<number>): Promise<ReviewedRows> {
  const file = results.with({ path: reviewFileOf(results.path) });
  const bytes = (await readReplacedFile(file)) ?? new Uint8Array();
  const lines = readReviews(new TextDecoder().decode(bytes));
  const folder = parentOf(results);
  const rows = lines.flatMap(({ row, label, text, prediction, reason, file: name, line }): TrainingRow[] => {
    if (label === undefined || (only && !only.has(row))) return [];
    const place = name === undefined ? undefined : { file: name, address: vscode.Uri.joinPath(folder, name).toString(), line }; // prettier-ignore
    return [
      {
        ...{ text, label },
        ...(reason && { spans: reason.map(({ start, end }) => [start, end] as const) }),
        ...(prediction !== undefined && prediction !== label && { corrected: true as const }),
        ...(place && { place }),
      },
    ];
  });
  const corrected = rows.filter((row) => row.corrected).length;
  return { results, rows, corrected, unlabelled: await unlabelledOf(results, new Set(lines.map(({ text }) => text))) };
}

/** The texts of rows without a review. */
async function unlabelledOf(results: vscode.Uri, reviewed: ReadonlySet<string>) {
  const { fs } = vscode.workspace;
  const size = (await ifThere(fs.stat(results)))?.size ?? Infinity;
  if (size > MOST_BYTES || /\.gz$/.test(results.path)) return [];
  const lines = new TextDecoder().decode(await fs.readFile(results)).split('\n');
  const found: { readonly id: string; readonly text: string }[] = [];
  for (const [at, line] of lines.entries()) {
    if (found.length >= MOST_TEXTS) break;
    const { row, text, givenLabel } = rowIn(line);
    if (typeof row === 'number' && typeof text === 'string' && givenLabel === undefined && !reviewed.has(text))
      found.push({ id: String(row), text });
    // A moment for whatever else the host has to do.
    if (at % 200 === 199) await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return found;
}

function rowIn(line: string): Record<string, unknown> {
  try {
    return (JSON.parse(line) ?? {}) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** `reviews.saliency.ndjson` as what it is: reviewed rows of `reviews`. */
export const reviewedName = (results: vscode.Uri): string =>
  baseName(results).replace(/(\.saliency)?\.ndjson(\.gz)?$/, '');
