import { CsvWriter } from './csv';
import { HtmlWriter } from './html';
import { NdjsonWriter } from './ndjson';
import type { RowWriter, WriterOptions } from './row-writer';

/** The formats in which results are written. */
export const OUTPUTS = ['ndjson', 'csv', 'html'] as const;
export type Output = (typeof OUTPUTS)[number];

export function writerFor(output: Output, options: WriterOptions): RowWriter {
  switch (output) {
    case 'ndjson':
      return new NdjsonWriter();
    case 'csv':
      return new CsvWriter(options);
    case 'html':
      return new HtmlWriter(options);
  }
}
