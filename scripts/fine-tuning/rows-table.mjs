import { mean, percent } from './bench.mjs';

/** @typedef {import('./bench.mjs').Bench} Bench */

const HEAD = [
  '| task | rows | before | accuracy | macro-F1 | n-grams | general text | processor seconds |',
  '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
];

/**
 * What so many rows bring, one network a draw.
 * @param {{ bench: Bench, tasks: readonly import('./tasks.mjs').Task[], draws: readonly number[], sizes: readonly number[], kept: import('./bench.mjs').Kept }} asked
 */
export async function rowsTable({ bench, tasks, draws, sizes, kept }) {
  const lines = [...HEAD];
  for (const task of tasks) {
    const before = task.own ? undefined : await kept(`${task.name} before`, () => Promise.resolve(bench.before(task)));
    for (const size of sizes.filter((of) => of <= task.rows.length)) {
      /** @type {any[]} */
      const found = [];
      for (const draw of draws) {
        const rows = bench.drawn(task, draw).slice(0, size);
        found.push(await kept(`${task.name} ${size} ${draw}`, () => bench.learnt(task, rows)));
      }
      const of = (/** @type {string} */ name) => mean(found.map((one) => one[name]));
      const forgotten = before ? `${percent(before.general)} → ${percent(of('general'))}` : '';
      const cells = [task.name, size.toLocaleString('en'), before ? percent(before.accuracy) : '–', percent(of('accuracy')), percent(of('macroF1')), percent(of('ngrams')), forgotten, of('seconds').toFixed(0)]; // prettier-ignore
      lines.push(`| ${cells.join(' | ')} |`);
    }
  }
  return lines;
}
