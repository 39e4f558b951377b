// Makes the tables of docs/fine-tuning.md: `node scripts/fine-tuning/table.mjs --data FOLDER --write`. Without --write they are only
// printed. --table rows|next|whole makes one of them, --only PART one task, --draws N and --rows 50,200 less of it; --keep FILE
// goes on where it was.
import { existsSync } from 'node:fs';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../root.mjs';
import { nextTable } from './next-table.mjs';
import { rowsTable } from './rows-table.mjs';
import { fineTuningBench } from './bench.mjs';
import { tasksIn, threeClassTasksIn } from './tasks.mjs';
import { wholeTable } from './whole-table.mjs';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    table: { type: 'string' },
    rows: { type: 'string', default: '50,200,1000' },
    draws: { type: 'string', default: '3' },
    only: { type: 'string', default: '' },
    keep: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
if (!values.data) throw new Error('--data names the folder of labelled texts.');
const { data } = values;

/** @type {Map<string, any>} */
const known = new Map();
if (values.keep && existsSync(values.keep)) {
  for (const line of (await readFile(values.keep, 'utf8')).trim().split('\n').filter(Boolean)) {
    const [key, value] = JSON.parse(line);
    known.set(key, value);
  }
}

/**
 * What was measured before, or is measured now.
 * @param {string} key
 * @param {() => Promise<any>} work
 */
async function kept(key, work) {
  if (!known.has(key)) {
    known.set(key, await work());
    if (values.keep) await appendFile(values.keep, `${JSON.stringify([key, known.get(key)])}\n`);
    console.error(key, JSON.stringify(known.get(key)));
  }
  return known.get(key);
}

const draws = Array.from({ length: Number(values.draws) }, (_, i) => i);
const sizes = values.rows.split(',').map(Number);
const bench = await fineTuningBench();
const chosen = (/** @type {any[]} */ tasks) => tasks.filter(({ name }) => name.includes(values.only));
const tasks = chosen(await tasksIn(data, bench.code));

/** By their names, which stand before them in docs/fine-tuning.md. */
const TABLES = {
  rows: () => rowsTable({ bench, tasks, draws, sizes, kept }),
  next: () => nextTable({ bench, tasks, draws, kept }),
  whole: async () => {
    const three = chosen(await threeClassTasksIn(data, bench.code));
    return wholeTable({ bench, tasks: three, draws, sizes: sizes.filter((size) => size >= 200), kept });
  },
};

for (const [name, make] of Object.entries(TABLES)) {
  if (values.table !== undefined && values.table !== name) continue;
  const lines = await make();
  console.log(`${lines.join('\n')}\n`);
  if (values.write) await replaceTable(join(ROOT, 'docs', 'fine-tuning.md'), name, lines);
}

/**
 * Puts a table behind the comment that names it, in the place of the one that stands there.
 * @param {string} file
 * @param {string} name
 * @param {readonly string[]} lines
 */
async function replaceTable(file, name, lines) {
  const all = (await readFile(file, 'utf8')).split('\n');
  const mark = all.indexOf(`<!-- table: ${name} -->`);
  if (mark < 0) throw new Error(`${file} does not say where the table “${name}” belongs`);
  const first = mark + 1;
  const found = all.findIndex((line, i) => i > first && !line.startsWith('|'));
  const behind = all[first + 1].startsWith('|') ? found : first;
  await writeFile(file, [...all.slice(0, first), '', ...lines, ...all.slice(behind)].join('\n'));
}
