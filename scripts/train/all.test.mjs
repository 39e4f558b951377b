import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { tinyInstallation } from '../../src/engine/testing/tiny-installation';
import { ROOT } from '../root.mjs';

/** @type {string} */ let folder;
/** @type {string} */ let installation;

const json = (/** @type {string} */ path, /** @type {unknown} */ value) => writeFileSync(path, JSON.stringify(value));

const PLAN = {
  language: 'en',
  labels: ['negative', 'positive'],
  rows: 200,
  sources: [{ name: 'films', file: 'films.jsonl', share: 1, validation: 0.1, test: 0.1, metric: 'accuracy' }],
};

/** Pre-trained words and a model that starts from them: the two kinds of steps. */
const RECIPES = [
  {
    makes: 'en.words',
    ships: false,
    needs: [],
    arguments:
      `pretrain --plan {plans}/films.json --data {data} --architecture attention-bilstm --config {"dimension":8,"units":8}
      --min-count 1 --out {made}/en.words`.split(/\s+/),
  },
  {
    makes: 'en-films',
    ships: true,
    needs: ['en.words'],
    arguments: `train --plan {plans}/films.json --data {data} --words {made}/en.words --architecture lstm --length 20
      --config {"dimension":8,"units":8} --epochs 12 --patience 0 --schedule linear --learning-rate 0.01 --out {made}/en-films`.split(
      /\s+/,
    ),
  },
];

beforeAll(async () => {
  installation = await tinyInstallation('cli.js');
  folder = mkdtempSync(join(tmpdir(), 'train-all-'));
  for (const name of ['data', 'plans', 'recipes']) mkdirSync(join(folder, name));
  const words = { positive: ['lovely', 'superb'], negative: ['dull', 'awful'] };
  const rows = Array.from({ length: 240 }, (_, i) => {
    const label = i % 2 === 0 ? 'positive' : 'negative';
    return JSON.stringify({ text: `A ${words[label][(i >> 1) % 2]} film, number ${i} of the year.`, label });
  });
  writeFileSync(join(folder, 'data/films.jsonl'), rows.join('\n'));
  json(join(folder, 'plans/films.json'), PLAN);
  json(join(folder, 'recipes/films.json'), RECIPES);
});

afterAll(() => [folder, installation].forEach((path) => rmSync(path, { recursive: true, force: true })));

/** Runs train:all on them. As soon as its output matches `killAt`, kills the whole process group, as a power cut would. */
function trainAll(/** @type {string} */ made, /** @type {RegExp | undefined} */ killAt = undefined) {
  const where = ['--plans', join(folder, 'plans'), '--recipes', join(folder, 'recipes')];
  const cli = ['--cli', join(installation, 'dist/cli.js')];
  const given = ['--data', join(folder, 'data'), '--made', join(folder, made), ...where, ...cli];
  const child = spawn(process.execPath, [join(ROOT, 'scripts/train/all.mjs'), ...given], { detached: true });
  let said = '';
  return new Promise((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (/** @type {Buffer} */ text) => {
        said += text.toString();
        if (killAt?.test(said) && child.pid !== undefined && child.signalCode === null)
          process.kill(-child.pid, 'SIGKILL');
      });
    }
    child.on('close', (status) => resolve({ status, said }));
  });
}

const filesOf = (/** @type {string} */ made) => {
  const path = join(folder, made, 'en-films');
  return readdirSync(path).map((file) => [file, readFileSync(join(path, file)).toString('base64')]);
};

it.skipIf(process.platform === 'win32')('goes on after a kill in either step, and ends in the same model', async () => {
  const whole = await trainAll('whole');
  expect(whole).toMatchObject({ status: 0 });
  expect((await trainAll('killed', /words, epoch 1\/1/)).status).toBe(null);
  const second = await trainAll('killed', /epoch 4\/12 done/);
  expect(second.status).toBe(null);
  const last = await trainAll('killed');
  expect(last.status).toBe(0);
  expect(last.said).toMatch(/en\.words: made before/);
  expect(last.said).toMatch(/epoch 1[012]\/12 done/);
  expect(last.said).not.toMatch(/epoch [123]\/12 done/);
  expect(filesOf('killed')).toEqual(filesOf('whole'));
  expect((await trainAll('killed')).said).toMatch(/en-films: made before/);

  // Evaluating the rows that the plan held out gives the figures of the card again.
  const model = join(folder, 'killed/en-films');
  const given = [
    '--model',
    model,
    '--plan',
    join(folder, 'plans/films.json'),
    '--data',
    join(folder, 'data'),
    '--json',
  ];
  const said = execFileSync(process.execPath, [join(installation, 'dist/cli.js'), 'evaluate', ...given]);
  const [{ n, accuracy }] = JSON.parse(readFileSync(join(model, 'card.json'), 'utf8')).measured;
  expect(JSON.parse(said.toString())).toMatchObject({ n, accuracy });
  expect(n).toBe(24);
});
