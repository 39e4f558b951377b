import { SaliencyError } from '../../shared/saliency-error';
import { lines, type ByteStream } from './lines';
import type { LabelledRecord } from './records';

/** One JSON value a line; empty lines are passed over. */
export async function* ndjsonRecords(name: string, stream: ByteStream): AsyncGenerator<LabelledRecord> {
  let number = 0;
  for await (const line of lines(stream)) {
    number++;
    if (line.trim() === '') continue;
    const where = `${name}, line ${number}`;
    yield { record: parsed(line, where), where };
  }
}

function parsed(line: string, where: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new SaliencyError(`${where} is not JSON.`, 'bad-row');
  }
}
