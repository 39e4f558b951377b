import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../root.mjs';
import { fineTuningCode } from './fine-tuning-code.mjs';

/** @typedef {import('./tasks.mjs').Task} Task */
/** @typedef {{ text: string, label: string }} Row */
/** @typedef {(key: string, work: () => Promise<any>) => Promise<any>} Kept */
/** @typedef {Awaited<ReturnType<typeof fineTuningBench>>} Bench */

const largest = (/** @type {readonly number[]} */ of) => of.indexOf(Math.max(...of));

/** The default, ready to be fine-tuned, and the figures of what becomes of it. */
export async function fineTuningBench() {
  const code = await fineTuningCode();
  const read = (/** @type {string} */ path) => readFile(join(ROOT, path)).then((bytes) => new Uint8Array(bytes));
  await code.networkPart.startTensors({
    tfjs: await read('dist/tfjs-backend-wasm-simd.wasm'),
    kernels: await code.startInference(await read('dist/kernels.wasm')),
  });
  const segment = await code.segmenterFor('en', read);
  const model = await code.loadWholeModel('en', (/** @type {string} */ file) => read(`models/en/${file}`));
  const general = code.generalTexts(await read('dist/general-en.tsv.gz'), 'en');
  const tokenize = code.tokenizer(segment, model.card.standardisation);

  /** @param {Task} task @returns {readonly string[]} */
  const labelsOf = (task) => task.own ? [...new Set(task.rows.map((row) => row.label))].sort() : model.card.labels; // prettier-ignore

  /** @param {readonly string[]} labels @param {readonly Row[]} test @param {readonly number[]} said */
  function figures(labels, test, said) {
    const { accuracy, macroF1 } = code.classificationMetrics(labels, test.map(({ label }) => labels.indexOf(label)), said); // prettier-ignore
    return { accuracy, macroF1 };
  }

  /** Figures of the start. @param {Task} task */
  function before(task) {
    const of = (/** @type {readonly Row[]} */ rows) =>
      figures(
        labelsOf(task),
        rows,
        rows.map(({ text }) => {
          const { ids, mask } = model.encode(segment(text));
          return largest([...model.forward(ids, mask).logits]);
        }),
      );
    return { ...of(task.test), general: of(general.test).accuracy };
  }

  /** @param {readonly string[]} labels @param {Row} row */
  function targetOf(labels, { text, label }) {
    const { ids, mask } = model.encode(segment(text));
    const said = code.probabilitiesOf(model.forward(ids, mask).logits, model.temperature);
    return said.map(
      (/** @type {number} */ p, /** @type {number} */ k) =>
        code.SHARE_BEFORE * p + (1 - code.SHARE_BEFORE) * Number(labels[k] === label),
    );
  }

  /**
   * Trains on all of the rows, as for the model that is kept, and measures on the test and general rows.
   * @param {Task} task
   * @param {readonly Row[]} rows
   * @param {{ pool?: readonly Row[], measures?: boolean }} [asked] the pool: texts whose probabilities are wanted
   */
  async function trained(task, rows, { pool = [], measures = true } = {}) {
    const labels = labelsOf(task);
    const recipe = code.recipeFor(rows.length, !task.own);
    const beginning = code.beginningOf(model, labels, recipe.keepsWords ? [] : rows.map(({ text }) => tokenize(text)), 1); // prettier-ignore
    const encode = code.exampleEncoder(beginning, segment);
    // As in use: whole texts, however long.
    const whole = (/** @type {Row} */ { text }) => beginning.vocabulary.encode(tokenize(text));
    const rare = code.repetitionsOf(code.classCounts(rows, labels));
    const replayed = task.own ? [] : code.shuffle([...general.train, ...general.phrases], code.seededRandom(3)).slice(0, recipe.pool); // prettier-ignore
    const test = measures ? task.test : [];
    const forgotten = task.own || !measures ? [] : general.test;
    const cpu = process.cpuUsage();
    const done = await code.trainStage({
      ...{ beginning, recipe, said: [], fingerprint: '', keeps: 'last' },
      times: labels.map((label) => rare.find((/** @type {any} */ one) => one.label === label)?.times ?? 1),
      own: rows.map(encode),
      general: replayed.map((/** @type {any} */ one) => ({ ...encode(one), target: targetOf(labels, one) })),
      watched: rows.slice(0, 1).map(encode),
      generalWatched: [],
      onProgress: () => undefined,
      afterStep: () => Promise.resolve(),
      onEpoch: () => undefined,
      also: [...test, ...forgotten, ...pool].map(whole),
    });
    const { user, system } = process.cpuUsage(cpu);
    const small = (/** @type {Row} */ one) => ({ ...encode(one), ids: done.small(whole(one)) });
    const said = (/** @type {readonly Row[]} */ of) => code.logitsAll(done.network, of.map(small));
    const result = {
      ...(measures && figures(labels, test, said(test).map(largest))),
      ...(forgotten.length > 0 && { general: figures(labels, forgotten, said(forgotten).map(largest)).accuracy }),
      seconds: (user + system) / 1e6,
      pool: pool.length > 0 ? said(pool).map((/** @type {number[]} */ logits) => code.probabilitiesOf(logits, 1)) : [],
    };
    done.network.dispose();
    return result;
  }

  /** Figures of one draw, with the simple model beside them. @param {Task} task @param {readonly Row[]} rows */
  async function learnt(task, rows) {
    const { pool, ...result } = await trained(task, rows);
    void pool;
    const labels = labelsOf(task);
    const pass = () => Promise.resolve();
    const said = await code.baselineLabels({ labels, train: rows, test: task.test, segment, seed: 1, pass });
    return { ...result, ngrams: figures(labels, task.test, said).accuracy };
  }

  /** Rows of a task in the order of a draw. @param {Task} task @param {number} draw @returns {Row[]} */
  const drawn = (task, draw) => code.shuffle([...task.rows], code.seededRandom(1000 + draw));

  /** @param {Row} row */
  const stateOf = ({ text }) => code.candidateOf(model, segment(text))?.state;

  return { code, before, trained, learnt, drawn, stateOf };
}

export const mean = (/** @type {readonly number[]} */ of) => of.reduce((sum, value) => sum + value, 0) / of.length;
export const percent = (/** @type {number} */ of) => (100 * of).toFixed(1);
