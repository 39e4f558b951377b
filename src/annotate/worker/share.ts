import type { Data } from '../../findings/data';
import { filterRows } from '../../findings/filter/filter-rows';
import { reportBytes } from '../../findings/report/report-bytes';
import { wordingIn } from '../../findings/wording/wording-in';
import type { PartOfSpeech } from '../../findings/store/tokens';
import type { Review } from '../../shared/findings/review';
import type { SavedRow } from '../saved-rows';
import { RowCollector } from '../report/row-collector';
import type { ShareRequest } from './calls';

/** All rows of results by columns, with the reviews and the meanings of labels that a person set. */
export async function collectData(
  rows: AsyncIterable<SavedRow>,
  { reviews, meaning }: Pick<ShareRequest, 'reviews'> & Partial<Pick<ShareRequest, 'meaning'>>,
  partOfSpeech?: PartOfSpeech,
): Promise<Data> {
  const collector = new RowCollector(partOfSpeech);
  for await (const row of rows) collector.add(row);
  collector.tail();
  const { store } = collector;
  if (meaning) store.setMeaning(meaning);
  return { store, reviews: new Map(reviews.map((review): [number, Review] => [review.row, review])) };
}

/** The bytes of a file to share: a report, a workbook, or a summary to paste. */
export function sharedBytes(data: Data, request: ShareRequest): Promise<Uint8Array> {
  const { format, language, filter, source, run, version, day, appendix } = request;
  const wording = wordingIn(language);
  return reportBytes(format, { data, filter, wording, source, version, day, appendix, ...(run && { run }) });
}

/** Numbers of the rows that a filter lets through. */
export const rowNumbersOf = (data: Data, filter: ShareRequest['filter']): ReadonlySet<number> =>
  new Set(Array.from(filterRows(data, filter), (row) => data.store.numbers.values[row]));
