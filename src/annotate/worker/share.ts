import type { Data } from '../../findings/data';
import { filterRows } from '../../findings/filter/filter-rows';
import { reportFigures, type ReportOptions } from '../../findings/report/report-figures';
import { reportHtml } from '../../findings/report/report-html';
import { reportMarkdown } from '../../findings/report/report-markdown';
import { workbook } from '../../findings/report/workbook';
import { wordingIn } from '../../findings/wording/wording-in';
import { PieceBuilder } from '../../findings/store/piece-builder';
import type { PartOfSpeech } from '../../findings/store/tokens';
import { RowStore } from '../../findings/store/row-store';
import type { Review } from '../../shared/findings/review';
import type { SavedRow } from '../overview/saved-rows';
import type { ShareRequest } from './calls';

const PIECE = 4_096;

/** All rows of results by columns, with what a person said of them and of their labels. */
export async function dataOf(
  rows: AsyncIterable<SavedRow>,
  { reviews, meaning }: Pick<ShareRequest, 'reviews'> & Partial<Pick<ShareRequest, 'meaning'>>,
  signal: AbortSignal,
  partOfSpeech?: PartOfSpeech,
): Promise<Data> {
  const store = new RowStore();
  const builder = new PieceBuilder(partOfSpeech);
  for await (const row of rows) {
    builder.add(row);
    if (builder.waiting < PIECE) continue;
    signal.throwIfAborted();
    store.append(builder.take());
  }
  if (builder.waiting > 0) store.append(builder.take());
  if (meaning) store.setMeaning(meaning);
  return { store, reviews: new Map(reviews.map((review): [number, Review] => [review.row, review])) };
}

/** What one sends, as a file's bytes: the report, a workbook, or a summary to paste. */
export async function shared(data: Data, request: ShareRequest): Promise<Uint8Array> {
  const { format, language, filter, source, run, version, day, appendix } = request;
  const wording = wordingIn(language);
  const options: ReportOptions = { data, filter, wording, source, version, day, appendix, ...(run && { run }) };
  const figures = reportFigures(options);
  if (format === 'xlsx') return workbook(options, figures);
  return new TextEncoder().encode(format === 'html' ? reportHtml(options, figures) : reportMarkdown(options, figures));
}

/** Numbers of the rows that a filter lets through. */
export const numbersOf = (data: Data, filter: ShareRequest['filter']): ReadonlySet<number> =>
  new Set(Array.from(filterRows(data, filter), (row) => data.store.numbers.values[row]));
