import { SaliencyError } from '../../text/saliency-error';
import { lines, type ByteStream } from './lines';
import { rowOf, type Row, type RowFields } from './row';

/** One JSON object a line; empty lines are passed over. */
export async function* ndjsonRows(name: string, stream: ByteStream, fields: RowFields): AsyncGenerator<Row> {
  let number = 0;
  for await (const line of lines(stream)) {
    number++;
    if (line.trim() === '') continue;
    yield rowOf(parsed(line, `${name}, line ${number}`), fields, `${name}, line ${number}`);
  }
}

function parsed(line: string, where: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new SaliencyError(`${where} is not JSON.`, 'bad-row');
  }
}
