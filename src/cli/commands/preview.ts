import type { Command } from 'commander';
import { streamSource } from '../../annotate/node/file-source';
import type { FileReading } from '../../records/reading';
import type { SourceRecord } from '../../records/record';
import { opened } from '../../records/source';
import { sourcesAt } from '../input/sources';
import { addReadOptions, readOptionsOf, type ReadArguments } from '../options/read-options';
import { readingText } from '../output/reading-text';
import { write } from '../output/write';

interface PreviewOptions extends ReadArguments {
  readonly json?: true;
}

const SHOWN = 5;
const WIDTH = 100;

/** `saliency preview FILE`: how a file is read, and its first texts. */
export function registerPreview(program: Command): void {
  addReadOptions(program.command('preview'))
    .description('show how files are read: encoding, format, header, columns, labels, and the first texts')
    .argument('[file...]', 'files or folders; none: standard input')
    .option('--json', 'print JSON')
    .action(run);
}

async function run(files: readonly string[], options: PreviewOptions): Promise<void> {
  const sources = files.length === 0 ? [streamSource('', process.stdin)] : (await Promise.all(files.map((file) => sourcesAt(file)))).flat(); // prettier-ignore
  const all: { reading: FileReading; records: Partial<SourceRecord>[] }[] = [];
  for (const source of sources) {
    for await (const { reading, records } of opened(source, { ...readOptionsOf(options), places: true })) {
      const first: SourceRecord[] = [];
      for await (const some of records()) {
        first.push(...some);
        if (first.length >= SHOWN) break;
      }
      const shown = first.slice(0, SHOWN);
      if (options.json) all.push({ reading, records: shown.map(plainRecord) });
      else await write(`${readingText(reading)}${shown.map(recordLine).join('')}`);
    }
  }
  if (options.json) await write(`${JSON.stringify(all, null, 2)}\n`);
  process.stdin.destroy();
}

const BESIDE: ReadonlySet<string> = new Set(['columns', 'cells', 'value']);

/** Without what stands in other fields already. */
function plainRecord(record: SourceRecord): Partial<SourceRecord> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !BESIDE.has(key)));
}

function recordLine({ line, text, error, given, givenLabel }: SourceRecord): string {
  const words = text?.replace(/\s+/g, ' ') ?? `error: ${error}`;
  const label =
    given === undefined
      ? ''
      : ` [${given}${givenLabel === undefined || givenLabel === given ? '' : ` → ${givenLabel}`}]`;
  return `  line ${line}${label} ${words.length > WIDTH ? `${words.slice(0, WIDTH)}…` : words}\n`;
}
