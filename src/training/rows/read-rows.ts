import { SaliencyError } from '../../text/saliency-error';
import { delimitedRows } from './delimited';
import { unpacked, type ByteStream } from './lines';
import { ndjsonRows } from './ndjson';
import type { Row, RowFields } from './row';

/** The rows of a file by its name's ending: `.jsonl`/`.ndjson`, `.csv`, `.tsv`, each also with `.gz`. */
export async function* readRows(name: string, stream: ByteStream, fields: RowFields): AsyncGenerator<Row> {
  const ending = /\.([a-z]+)(?:\.gz)?$/i.exec(name)?.[1].toLowerCase();
  switch (ending) {
    case 'jsonl':
    case 'ndjson':
      return yield* ndjsonRows(name, await unpacked(stream), fields);
    case 'csv':
      return yield* delimitedRows(name, await unpacked(stream), fields, ',');
    case 'tsv':
      return yield* delimitedRows(name, await unpacked(stream), fields, '\t');
    default:
      throw new SaliencyError(
        `${name}: rows are read from .jsonl, .ndjson, .csv and .tsv files (also .gz) or an aclImdb folder.`,
        'unknown-file-kind',
      );
  }
}
