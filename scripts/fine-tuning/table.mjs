// Makes the table of docs/fine-tuning.md: `node scripts/fine-tuning/table.mjs --data FOLDER [--rows 50,200,1000] [--draws 3]
// [--only PART] [--next] [--keep FILE]`. Each figure is measured on rows that were never drawn; --keep goes on where it was.
import { existsSync } from 'node:fs';
import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../root.mjs';
import { fineTuningCode } from './fine-tuning-code.mjs';
import { tasksIn } from './tasks.mjs';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    rows: { type: 'string', default: '50,200,1000' },
    draws: { type: 'string', default: '3' },
    only: { type: 'string' },
    next: { type: 'boolean', default: false },
    keep: { type: 'string' },
  },
});
if (!values.data) throw new Error('--data names the folder of labelled texts.');
const code = await fineTuningCode();
const read = (/** @type {string} */ path) => readFile(join(ROOT, path)).then((bytes) => new Uint8Array(bytes));
await code.networkPart.startTensors({
  tfjs: await read('dist/tfjs-backend-wasm-simd.wasm'),
  kernels: await code.startInference(await read('dist/kernels.wasm')),
});
const segment = await code.segmenterFor('en', read);
const model = await code.loadWholeModel('en', (/** @type {string} */ file) => read(`models/en/${file}`));
const general = code.generalTexts(await read('dist/general-en.tsv.gz'), 'en');
const tasks = (await tasksIn(values.data, code)).filter(({ name }) => !values.only || name.includes(values.only));

const labelsOf = (/** @type {any} */ task) => task.own ? [...new Set(task.rows.map((/** @type {any} */ row) => row.label))].sort() : model.card.labels; // prettier-ignore
const figures = (/** @type {string[]} */ labels, /** @type {any[]} */ test, /** @type {number[]} */ said) => {
  const { accuracy, macroF1 } = code.classificationMetrics(labels, test.map(({ label }) => labels.indexOf(label)), said); // prettier-ignore
  return { accuracy, macroF1 };
};
const largest = (/** @type {number[]} */ of) => of.indexOf(Math.max(...of));
const saidByModel = (/** @type {any[]} */ test) =>
  test.map(({ text }) => {
    const { ids, mask } = model.encode(segment(text));
    return largest([...model.forward(ids, mask).logits]);
  });

/** Trains on all of the rows, as for the model that is kept, and measures on the test and general rows. */
async function trained(/** @type {any} */ task, /** @type {any[]} */ rows, /** @type {any[]} */ pool = []) {
  const labels = labelsOf(task);
  const recipe = code.recipeFor(rows.length, !task.own);
  const tokenize = code.tokenizer(segment, model.card.standardisation);
  const beginning = code.beginningOf(model, labels, recipe.keepsWords ? [] : rows.map(({ text }) => tokenize(text)), 1); // prettier-ignore
  const encode = code.exampleEncoder(beginning, segment);
  // As in use: whole texts, however long.
  const whole = (/** @type {any} */ { text }) => beginning.vocabulary.encode(tokenize(text));
  const rare = code.timesOf(code.classCounts(rows, labels));
  const replayed = task.own ? [] : code.shuffle([...general.train, ...general.phrases], code.seededRandom(3)).slice(0, recipe.pool); // prettier-ignore
  const target = (/** @type {any} */ { text, label }) => {
    const { ids, mask } = model.encode(segment(text));
    const before = code.probabilitiesOf(model.forward(ids, mask).logits, model.temperature);
    return before.map(
      (/** @type {number} */ p, /** @type {number} */ k) => 0.7 * p + 0.3 * Number(labels[k] === label),
    );
  };
  const forgotten = task.own ? [] : general.test;
  const cpu = process.cpuUsage();
  const done = await code.trainStage({
    ...{ beginning, recipe, said: [], fingerprint: '', keeps: 'last' },
    times: labels.map(
      (/** @type {string} */ label) => rare.find((/** @type {any} */ one) => one.label === label)?.times ?? 1,
    ),
    own: rows.map(encode),
    general: replayed.map((/** @type {any} */ one) => ({ ...encode(one), target: target(one) })),
    watched: rows.slice(0, 1).map(encode),
    generalWatched: [],
    onProgress: () => undefined,
    afterStep: () => Promise.resolve(),
    onEpoch: () => undefined,
    also: [...task.test, ...forgotten, ...pool].map(whole),
  });
  const { user, system } = process.cpuUsage(cpu);
  const small = (/** @type {any} */ one) => ({ ...encode(one), ids: done.small(whole(one)) });
  const said = (/** @type {any[]} */ of) => code.logitsAll(done.network, of.map(small));
  const result = {
    ...figures(labels, task.test, said(task.test).map(largest)),
    ...(!task.own && { general: figures(labels, forgotten, said(forgotten).map(largest)).accuracy }),
    seconds: (user + system) / 1e6,
    pool: pool.length > 0 ? said(pool).map((/** @type {number[]} */ logits) => code.probabilitiesOf(logits, 1)) : [],
  };
  done.network.dispose();
  return result;
}

/** @type {Map<string, any>} */
const known = new Map();
if (values.keep && existsSync(values.keep)) {
  for (const line of (await readFile(values.keep, 'utf8')).trim().split('\n').filter(Boolean)) {
    const [key, value] = JSON.parse(line);
    known.set(key, value);
  }
}
const kept = async (/** @type {string} */ key, /** @type {() => Promise<any>} */ work) => {
  if (!known.has(key)) {
    known.set(key, await work());
    if (values.keep) await appendFile(values.keep, `${JSON.stringify([key, known.get(key)])}\n`);
    console.error(key, JSON.stringify(known.get(key)));
  }
  return known.get(key);
};
const drawn = (/** @type {any} */ task, /** @type {number} */ draw) => code.shuffle([...task.rows], code.seededRandom(1000 + draw)); // prettier-ignore

const mean = (/** @type {number[]} */ of) => of.reduce((sum, value) => sum + value, 0) / of.length;
const percent = (/** @type {number} */ of) => (100 * of).toFixed(1);
const sizes = values.rows.split(',').map(Number);
const draws = Array.from({ length: Number(values.draws) }, (_, i) => i);

if (values.next) {
  console.log('| task | 200 at random | 50 at random, the 150 most informative |\n| --- | --- | --- |');
  for (const task of tasks) {
    const pairs = [];
    for (const draw of draws) {
      const all = drawn(task, draw).slice(0, 1_500);
      const random = await kept(`${task.name} 200 ${draw}`, () => learnt(task, all.slice(0, 200)));
      const chosen = await kept(`${task.name} next ${draw}`, async () => {
        const [first, rest] = [all.slice(0, 50), all.slice(50)];
        const { pool } = await trained(task, first, rest);
        const state = (/** @type {any} */ { text }) => code.candidateOf(model, segment(text)).state;
        const candidates = rest.map((/** @type {any} */ one, /** @type {number} */ i) => ({
          probabilities: pool[i],
          state: state(one),
        }));
        const next = code.labelNext(candidates, 150, first.map(state));
        return learnt(task, [...first, ...next.map((/** @type {number} */ i) => rest[i])]);
      });
      pairs.push([random.accuracy, chosen.accuracy]);
    }
    console.log(
      `| ${task.name} | ${percent(mean(pairs.map(([a]) => a)))} | ${percent(mean(pairs.map(([, b]) => b)))} |`,
    );
  }
} else {
  console.log('| task | rows | before | accuracy | macro-F1 | n-grams | general text | processor seconds |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |'); // prettier-ignore
  for (const task of tasks) {
    const labels = labelsOf(task);
    const before = task.own ? undefined : await kept(`${task.name} before`, () => Promise.resolve({ ...figures(labels, task.test, saidByModel(task.test)), general: figures(labels, [...general.test], saidByModel([...general.test])).accuracy })); // prettier-ignore
    for (const size of sizes.filter((of) => of <= task.rows.length)) {
      /** @type {any[]} */
      const found = [];
      for (const draw of draws) found.push(await kept(`${task.name} ${size} ${draw}`, () => learnt(task, drawn(task, draw).slice(0, size)))); // prettier-ignore
      const of = (/** @type {string} */ name) => percent(mean(found.map((one) => one[name])));
      const forgotten = before ? `${percent(before.general)} → ${of('general')}` : '';
      console.log(`| ${task.name} | ${size} | ${before ? percent(before.accuracy) : '–'} | ${of('accuracy')} | ${of('macroF1')} | ${of('ngrams')} | ${forgotten} | ${mean(found.map(({ seconds }) => seconds)).toFixed(0)} |`); // prettier-ignore
    }
  }
}

/** Figures of one draw, with the simple model beside them. */
async function learnt(/** @type {any} */ task, /** @type {any[]} */ rows) {
  const { pool, ...result } = await trained(task, rows);
  void pool;
  const labels = labelsOf(task);
  const pass = () => Promise.resolve();
  const said = await code.baselineLabels({ labels, train: rows, test: task.test, segment, seed: 1, pass });
  return { ...result, ngrams: figures(labels, task.test, said).accuracy };
}
