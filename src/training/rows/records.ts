import { SaliencyError } from '../../shared/saliency-error';
import { delimitedRecords } from './delimited';
import { unpacked, type ByteStream } from './lines';
import { ndjsonRecords } from './ndjson';

/** One record of a file as it stands there, whatever it has or lacks, and where it stands, for errors. */
export interface LabelledRecord {
  readonly record: unknown;
  readonly where: string;
}

/** The records of a file by its name's ending: `.jsonl`/`.ndjson`, `.csv`, `.tsv`, each also with `.gz`. */
export async function* readRecords(name: string, stream: ByteStream): AsyncGenerator<LabelledRecord> {
  const ending = /\.([a-z]+)(?:\.gz)?$/i.exec(name)?.[1].toLowerCase();
  switch (ending) {
    case 'jsonl':
    case 'ndjson':
      return yield* ndjsonRecords(name, await unpacked(stream));
    case 'csv':
      return yield* delimitedRecords(name, await unpacked(stream), ',');
    case 'tsv':
      return yield* delimitedRecords(name, await unpacked(stream), '\t');
    default:
      throw new SaliencyError(
        `${name}: rows are read from .jsonl, .ndjson, .csv and .tsv files (also .gz) or an aclImdb folder.`,
        'unknown-file-kind',
      );
  }
}
