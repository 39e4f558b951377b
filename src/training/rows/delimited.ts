import { parse } from 'csv-parse/browser/esm/sync';
import { SaliencyError } from '../../shared/saliency-error';
import { wholeText, type ByteStream } from './lines';
import type { LabelledRecord } from './records';

/** CSV or TSV whose first line names the columns; quoted fields may hold line ends (RFC 4180). */
export async function* delimitedRecords(
  name: string,
  stream: ByteStream,
  delimiter: ',' | '\t',
): AsyncGenerator<LabelledRecord> {
  const records = parsed(name, await wholeText(stream), delimiter);
  for (const [i, record] of records.entries()) yield { record, where: `${name}, row ${i + 1}` };
}

function parsed(name: string, text: string, delimiter: string): unknown[] {
  try {
    return parse(text, { columns: true, delimiter, bom: true, skip_empty_lines: true, relax_column_count_less: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SaliencyError(`${name} cannot be read as ${delimiter === ',' ? 'CSV' : 'TSV'}: ${reason}`, 'bad-row');
  }
}
