import type { ByteStream } from './lines';
import { readRecords } from './records';
import { labelledRow, type Row, type RowFields } from './row';

/** The rows of a file; one without a text or a label is an error that says where it stands. */
export async function* readRows(name: string, stream: ByteStream, fields: RowFields): AsyncGenerator<Row> {
  for await (const { record, where } of readRecords(name, stream)) yield labelledRow(record, fields, where);
}
