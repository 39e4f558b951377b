import { mean, percent } from './bench.mjs';

/** @typedef {import('./bench.mjs').Bench} Bench */
/** @typedef {import('./bench.mjs').Row} Row */

const HEAD = ['| task | at random | by the most informative | better in |', '| --- | ---: | ---: | ---: |'];
/** Rows at first, of a round, and at last. */
const [FIRST, ROUND, LAST] = [50, 50, 200];
/** Texts that are chosen from. */
const POOL = 1_500;

/**
 * What to label next against random order, in rounds: after each one the model is trained anew on all rows so far, and says
 * which are next.
 * @param {{ bench: Bench, tasks: readonly import('./tasks.mjs').Task[], draws: readonly number[], kept: import('./bench.mjs').Kept }} asked
 */
export async function nextTable({ bench, tasks, draws, kept }) {
  const lines = [...HEAD];
  for (const task of tasks) {
    /** @type {[number, number][]} */
    const pairs = [];
    for (const draw of draws) {
      // A text without a word that the model reads has no state, and is never chosen.
      const all = bench.drawn(task, draw).filter(bench.stateOf).slice(0, POOL);
      const random = await kept(`${task.name} ${LAST} ${draw}`, () => bench.learnt(task, all.slice(0, LAST)));
      const chosen = await kept(`${task.name} next ${draw}`, async () => bench.learnt(task, await inRounds(bench, task, all))); // prettier-ignore
      pairs.push([random.accuracy, chosen.accuracy]);
    }
    const [random, chosen] = [0, 1].map((which) => percent(mean(pairs.map((pair) => pair[which]))));
    const better = pairs.filter(([a, b]) => b > a).length;
    lines.push(`| ${task.name} | ${random} | ${chosen} | ${better} of ${draws.length} draws |`);
  }
  return lines;
}

/** @param {Bench} bench @param {import('./tasks.mjs').Task} task @param {readonly Row[]} all */
async function inRounds({ code, trained, stateOf }, task, all) {
  let [labelled, rest] = [all.slice(0, FIRST), all.slice(FIRST)];
  while (labelled.length < LAST) {
    const { pool } = await trained(task, labelled, { pool: rest, measures: false });
    // States of the start: here the trained network is no model yet that could be asked for its own.
    const candidates = rest.map((row, i) => ({ probabilities: pool[i], state: stateOf(row) }));
    const next = new Set(code.labelNext(candidates, ROUND));
    labelled = [...labelled, ...rest.filter((_, i) => next.has(i))];
    rest = rest.filter((_, i) => !next.has(i));
  }
  return labelled;
}
