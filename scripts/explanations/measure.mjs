// `npm run explanations:table -- --data DIR [options]`: see HELP.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../root.mjs';
import { bestMethod, fromCard, inCard } from './choose.mjs';
import { QUESTIONS } from './questions.mjs';
import { withExplanationsTable } from './table.mjs';

const HELP = `npm run explanations:table -- --data DIR [--only NAME,…] [--method NAME,…] [--question KEY,…] [--dry]

Measures the explanations of the models in models/ on the files in DIR (see questions.mjs). Writes the figures into the model
cards, with the most faithful method that is fast enough as the default, and updates the table of docs/explanations.md. The
figures are stored in out/explanations, so a run that was killed continues, and --method and --question measure one part at a
time. Figures of the cards for other methods and other data are kept.
How long each method takes, compared with tf.layers, is read from out/explanations/*.times.json, which this command writes:
npm run bench -- --explanations --processor --json out/explanations/all.times.json (for one model: --model NAME)
--dry measures nothing: it updates the cards and the table from the stored figures.`;

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    only: { type: 'string' },
    method: { type: 'string' },
    question: { type: 'string' },
    dry: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

/** The items of a list with commas. */
const listed = (/** @type {string | undefined} */ list) => list?.split(',');

const KEPT = join(ROOT, 'out/explanations');
const keptAt = (/** @type {string} */ model, /** @type {string} */ key) => join(KEPT, `${model}.${key}.json`);
const readJson = (/** @type {string} */ path) => JSON.parse(readFileSync(path, 'utf8'));

/** The figures of each method: those that `--keep` stored, else those of the card. */
const figuresOf = (
  /** @type {{ name: string, explanations?: import('./choose.mjs').CardFigures[] }} */ { name, explanations = [] },
  /** @type {import('./questions.mjs').Question} */ question,
) => {
  const known = explanations.find(({ data }) => data === question.name);
  const before = known ? fromCard(known.methods) : [];
  const path = keptAt(name, question.key);
  const kept = existsSync(path) ? readJson(path).figures : [];
  const measured = new Set(kept.map((/** @type {{ method: string }} */ { method }) => method));
  return [...before.filter(({ method }) => !measured.has(method)), ...kept];
};

if (values.help || (values.data === undefined && !values.dry)) {
  console.log(HELP);
  process.exitCode = values.help ? 0 : 2;
} else run(resolve(values.data ?? '.'));

function run(/** @type {string} */ data) {
  mkdirSync(KEPT, { recursive: true });
  const models = join(ROOT, 'models');
  const names =
    listed(values.only) ?? readdirSync(models).filter((name) => existsSync(join(models, name, 'card.json')));
  for (const name of names) {
    const { language } = readJson(join(models, name, 'card.json'));
    const asked = QUESTIONS.filter((one) => one.language === language);
    for (const question of asked) {
      if (values.dry || !(listed(values.question) ?? [question.key]).includes(question.key)) continue;
      const words = question.words === undefined ? [] : ['--words', String(question.words)];
      const parameters = [
        '--model',
        name,
        ...rowsOf(question, language, data),
        ...question.how,
        ...words,
        '--explanations',
      ];
      const methods = values.method ? ['--method', ...values.method.split(',').filter(offeredBy(name))] : [];
      if (methods.length === 1) continue;
      const kept = ['--keep', keptAt(name, question.key)];
      console.log(`${name}: ${question.name}`);
      const cli = [join(ROOT, 'dist/cli.js'), 'evaluate', ...parameters, ...methods, ...kept];
      const { status } = spawnSync(process.execPath, cli, { stdio: 'inherit' });
      if (status !== 0) process.exitCode = 1;
    }
    writeCard(join(models, name, 'card.json'), name, asked);
  }
  const page = join(ROOT, 'docs/explanations.md');
  writeFileSync(page, withExplanationsTable(readFileSync(page, 'utf8'), models));
}

/** The rows of a question, as arguments. */
function rowsOf(
  /** @type {import('./questions.mjs').Question} */ { file },
  /** @type {string} */ language,
  /** @type {string} */ data,
) {
  if (file !== undefined) return ['--data', join(data, file)];
  return ['--plan', join(ROOT, `scripts/train/plans/${language}.json`), '--data', data];
}

/** Whether a model offers a method. */
function offeredBy(/** @type {string} */ name) {
  const { stdout } = spawnSync(process.execPath, [join(ROOT, 'dist/cli.js'), 'models', '--json'], { encoding: 'utf8' });
  const found = JSON.parse(stdout).find((/** @type {{ name: string }} */ model) => model.name === name);
  return (/** @type {string} */ method) => found.methods.includes(method);
}

/** A row of the benchmark's times; one without a method is of something to compare with. @typedef {{ model?: string, method?: string, timesLayers: number }} Timed */

/** Writes the stored figures of a model into its card. @param {readonly import('./questions.mjs').Question[]} asked */
function writeCard(/** @type {string} */ path, /** @type {string} */ name, asked) {
  const card = readJson(path);
  const figures = new Map(asked.map((question) => [question, figuresOf(card, question)]));
  const times = readdirSync(KEPT)
    .filter((file) => file.endsWith('.times.json'))
    .flatMap((file) => readJson(join(KEPT, file)).explanations);
  const own = times.filter((/** @type {Timed} */ { model, method }) => model === name && method !== undefined);
  const byMethod = new Map(own.map((/** @type {Timed & { method: string }} */ one) => [one.method, one.timesLayers]));
  const choosing = asked.filter(({ chooses, words = 0 }) => chooses && words <= (card.length || Infinity));
  const chose = choosing.map((one) => figures.get(one) ?? []);
  const best = bestMethod(
    chose.filter(({ length }) => length > 0),
    byMethod,
  );
  const explanations = asked
    .filter((one) => !one.chooses || choosing.includes(one))
    .map((one) => ({
      data: one.name,
      ...(choosing.includes(one) && { chose: true }),
      methods: (figures.get(one) ?? []).map(inCard),
    }))
    .filter(({ methods }) => methods.length > 0);
  if (explanations.length === 0) return;
  const { options, ...before } = card;
  delete before.explanations;
  const { history, size, files, ...first } = before;
  const defaultMethod = best ?? card.defaultMethod;
  if (defaultMethod !== card.defaultMethod) console.log(`${name}: default ${card.defaultMethod} → ${defaultMethod}`);
  const written = { ...first, defaultMethod, explanations, options, history, size, files };
  writeFileSync(path, `${JSON.stringify(written, null, 2)}\n`);
}
