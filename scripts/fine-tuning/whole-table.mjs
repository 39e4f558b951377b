import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../root.mjs';
import { mean, percent } from './bench.mjs';

/** @typedef {import('./bench.mjs').Bench} Bench */
/** @typedef {import('./bench.mjs').Row} Row */

const HEAD = [
  '| comments and reviews, three labels | rows | own rows | general text | seconds |',
  '| --- | ---: | ---: | ---: | ---: |',
];
const run = promisify(execFile);

/**
 * Whole trainings, as `saliency train` does them on two cores: on rows whose labels stay, what became of general text, and
 * how long it took by the clock.
 * @param {{ bench: Bench, tasks: readonly import('./tasks.mjs').Task[], draws: readonly number[], sizes: readonly number[], kept: import('./bench.mjs').Kept }} asked
 */
export async function wholeTable({ bench, tasks, draws, sizes, kept }) {
  const lines = [...HEAD];
  for (const task of tasks) {
    for (const size of sizes.filter((of) => of <= task.rows.length)) {
      /** @type {any[]} */
      const found = [];
      for (const draw of draws) {
        const rows = bench.drawn(task, draw).slice(0, size);
        found.push(await kept(`whole ${task.name} ${size} ${draw}`, () => wholeTraining(rows)));
      }
      const of = (/** @type {(one: any) => number} */ figure) => mean(found.map(figure));
      const pair = (/** @type {'own' | 'general'} */ name) =>
        `${percent(of((one) => one[name].before))} → ${percent(of((one) => one[name].after))}`;
      lines.push(`| ${task.name} | ${size.toLocaleString('en')} | ${pair('own')} | ${pair('general')} | ${of((one) => one.seconds).toFixed(0)} |`); // prettier-ignore
    }
  }
  return lines;
}

/** @param {readonly Row[]} rows */
async function wholeTraining(rows) {
  const folder = await mkdtemp(join(tmpdir(), 'saliency-whole-'));
  try {
    const data = join(folder, 'rows.ndjson');
    await writeFile(data, rows.map(({ text, label }) => `${JSON.stringify({ text, label })}\n`).join(''));
    const args = ['train', '--start', 'en', '--data', data, '--out', join(folder, 'fine-tuned'), '--workers', '2', '--format', 'json']; // prettier-ignore
    const { stdout } = await run(process.execPath, [join(ROOT, 'dist', 'cli.js'), ...args], { maxBuffer: 2 ** 28 });
    const { own, general, seconds } = JSON.parse(stdout);
    const figures = (/** @type {any} */ { before, after }) => ({ before: before.accuracy, after: after.accuracy });
    return { own: figures(own), general: figures(general), seconds };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
