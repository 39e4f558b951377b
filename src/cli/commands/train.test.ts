import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { tinyInstallation } from '../../engine/testing/tiny-installation';
import type { ModelCard } from '../../shared/model-card';
import type { Evaluation } from '../../training/evaluation/evaluate';

let cli: string;
let folder: string;
beforeAll(async () => {
  cli = join(await tinyInstallation('cli.js'), 'dist/cli.js');
  folder = await mkdtemp(join(tmpdir(), 'saliency-train-'));
});

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command. As soon as its output matches `killAt`, kills it, as a power cut would. */
function saliency(args: readonly string[], killAt?: RegExp): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [cli, ...args]);
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (text: Buffer) => (stdout += text.toString()));
    child.stderr.on('data', (text: Buffer) => {
      stderr += text.toString();
      if (killAt?.test(stderr)) child.kill('SIGKILL');
    });
    child.on('close', (status) => resolve({ status, stdout, stderr }));
  });
}

/** Made-up reviews, each different from all others; the second word tells the label. */
function reviews(count: number, from: number): { text: string; label: string }[] {
  const words = { positive: ['lovely', 'superb'], negative: ['dull', 'awful'] };
  return Array.from({ length: count }, (_, i) => {
    const label = i % 2 === 0 ? 'positive' : 'negative';
    return { text: `A ${words[label][(i >> 1) % 2]} film, number ${from + i} of the year.`, label };
  });
}

async function file(name: string, contents: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, contents);
  return path;
}

const options = ['--architecture', 'state-distance-lstm', '--config', '{"dimension":8,"units":8}', '--min-count', '2'];

async function contentsOf(model: string): Promise<Map<string, Buffer>> {
  const names = (await readdir(model)).sort();
  return new Map(await Promise.all(names.map(async (name) => [name, await readFile(join(model, name))] as const)));
}

describe('saliency train and evaluate', () => {
  test('a run that was killed continues, and ends with the same files, byte for byte', async () => {
    const csv = reviews(400, 0).map(({ text, label }) => `"${text}",${label}`);
    const data = await file('reviews.csv', ['review,label', ...csv].join('\n'));
    const args = ['train', ...options, '--data', data, '--text-field', 'review', '--epochs', '40', '--patience', '0'];
    const train = (parent: string, killAt?: RegExp): Promise<Ran> =>
      saliency(
        [...args, '--learning-rate', '0.01', '--test-share', '0.2', '--out', join(folder, parent, 'en-mine')],
        killAt,
      );
    await Promise.all(['whole', 'killed'].map((parent) => mkdir(join(folder, parent))));

    const killed = await train('killed', /epoch 3\/40 done/);
    expect(killed.status).toBe(null);
    expect(await readdir(join(folder, 'killed'))).toContain('en-mine.checkpoint');
    const resumed = await train('killed');
    expect(resumed.stderr).not.toMatch(/epoch [12]\/40/);
    expect(resumed).toMatchObject({ status: 0, stdout: '' });
    const whole = await train('whole');
    expect(whole.stderr).toMatch(/epoch 1\/40 done: loss/);
    expect(await contentsOf(join(folder, 'killed/en-mine'))).toEqual(await contentsOf(join(folder, 'whole/en-mine')));
    expect(await readdir(join(folder, 'killed'))).toEqual(['en-mine']);
  });

  test('on two threads: killed and resumed, the same files as in one go', async () => {
    const csv = reviews(200, 0).map(({ text, label }) => `"${text}",${label}`);
    const data = await file('shared.csv', ['text,label', ...csv].join('\n'));
    const more = ['--epochs', '12', '--patience', '0', '--learning-rate', '0.01', '--workers', '2'];
    const train = (parent: string, killAt?: RegExp): Promise<Ran> =>
      saliency(['train', ...options, '--data', data, ...more, '--out', join(folder, parent, 'en-shared')], killAt);
    expect((await train('halfway', /epoch 3\/12 done/)).status).toBe(null);
    expect(await train('halfway')).toMatchObject({ status: 0, stdout: '' });
    expect((await train('in-one-go')).stderr).toMatch(/epoch 1\/12 done: loss/);
    const files = await contentsOf(join(folder, 'in-one-go/en-shared'));
    expect(await contentsOf(join(folder, 'halfway/en-shared'))).toEqual(files);
    const wrong = await saliency(['train', ...options, '--data', data, '--workers', '0', '--out', folder]);
    expect(wrong).toMatchObject({ status: 2, stdout: '' });
  });

  test('measures a model in a folder: as text and JSON, with compressed rows and filters', async () => {
    const rows = reviews(30, 1000).map((row, i) => JSON.stringify({ ...row, stars: i < 20 ? 1 : 2 }));
    const other = JSON.stringify({ text: 'A film.', label: 'neutral', stars: 1 });
    const data = await file('more.jsonl.gz', gzipSync([...rows, other].join('\n')));
    const model = join(folder, 'whole/en-mine');
    const { status, stdout } = await saliency([
      'evaluate',
      '--model',
      model,
      '--data',
      data,
      '--where',
      'stars=1',
      '--json',
    ]);
    expect(status).toBe(0);
    const evaluation = JSON.parse(stdout) as Evaluation;
    expect(evaluation).toMatchObject({ model: basename(model), n: 20, otherLabels: 1, accuracy: 1 });
    const text = await saliency(['evaluate', '--model', model, '--data', data]);
    expect(text.stdout).toMatch(/en-mine: accuracy 100\.00 %, macro-F1 100\.00 %, .* n = 30/);
    expect(text.stdout).toMatch(/1 rows were left out/);
    const keep = (): Promise<Ran> => saliency(['evaluate', '--model', model, '--data', data, '--card', 'More rows']);
    await keep();
    await keep();
    const { measured } = JSON.parse(await readFile(join(model, 'card.json'), 'utf8')) as ModelCard;
    expect(measured.filter(({ data: of }) => of === 'More rows')).toMatchObject([{ n: 30, accuracy: 1 }]);
  });

  test('reads the requested half of the aclImdb folder tree', async () => {
    const tree = join(folder, 'aclImdb');
    for (const half of ['train', 'test']) {
      for (const label of ['pos', 'neg', 'unsup']) await mkdir(join(tree, half, label), { recursive: true });
      const of = (label: string): string => (label === 'positive' ? 'pos' : 'neg');
      for (const [i, { text, label }] of reviews(half === 'train' ? 60 : 10, 5000).entries()) {
        await writeFile(join(tree, half, of(label), `${i}_${label === 'positive' ? 9 : 2}.txt`), `${text} ${half}`);
      }
      await writeFile(join(tree, half, 'unsup', '0_0.txt'), 'no label');
    }
    const out = join(folder, 'en-tree');
    const trained = await saliency([
      'train',
      ...options,
      '--data',
      tree,
      '--test',
      tree,
      '--epochs',
      '2',
      '--out',
      out,
    ]);
    expect(trained.stderr).toMatch(/60 rows, 0 dropped for their texts; labels: negative, positive/);
    expect(trained.stderr).toMatch(/training 54, validation 6, test 10/);
    const { stdout } = await saliency(['evaluate', '--model', out, '--data', tree, '--json']);
    expect((JSON.parse(stdout) as Evaluation).n).toBe(10);
  });

  test.each([
    [['--data', '/nowhere.csv'], 'no file or folder /nowhere.csv'],
    [['--data', 'FOLDER'], 'There is no file in'],
    [['--data', 'FILE', '--architecture', 'perceptron'], 'no architecture "perceptron"'],
    [['--data', 'FILE', '--config', '{"units":0}'], '"units"'],
    [['--data', 'FILE', '--epochs', 'many'], 'It must be a number'],
    [['--data', 'FILE', '--label-field', 'stars'], 'There is no column “stars”'],
  ])('one clear line for %j', async (args, line) => {
    const data = await file('few.csv', 'text,label\na good one,1\na bad one,0\n');
    const empty = join(folder, 'empty');
    await mkdir(empty, { recursive: true });
    const given = args.map((arg) => (arg === 'FILE' ? data : arg === 'FOLDER' ? empty : arg));
    const { status, stderr } = await saliency(['train', ...options, '--out', join(folder, 'never'), ...given]);
    expect(status).toBeGreaterThan(0);
    expect(stderr).toContain(line);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(await readdir(folder)).not.toContain('never');
  });
});
