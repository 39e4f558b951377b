import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { removed } from '../../engine/testing/bundle';
import { tinyInstallation } from '../../engine/testing/tiny-installation';
import type { Explanation } from '../../shared/explanation';
import type { ModelCard } from '../../shared/model-card';
import { smallModel, smallTokenizer } from '../../training/keras/testing/small-model';
import { keras2, keras3, tfjs } from '../../training/keras/testing/write-models';

let root: string;
let folder: string;
beforeAll(async () => {
  root = await tinyInstallation('cli.js');
  folder = await mkdtemp(join(tmpdir(), 'import-'));
  for (const { file, bytes, beside } of [await keras2(smallModel()), await keras3(smallModel()), tfjs(smallModel())])
    for (const [name, content] of [[file, bytes] as const, ...(beside ?? [])])
      await writeFile(join(folder, name), content);
  await writeFile(join(folder, 'tokenizer.json'), smallTokenizer());
  return () => Promise.all([removed(root), rm(folder, { recursive: true })]);
});

const saliency = (...args: string[]) =>
  new Promise<{ status: number; stdout: string; stderr: string }>((resolve) => {
    execFile(process.execPath, [join(root, 'dist/cli.js'), ...args], { cwd: folder }, (error, stdout, stderr) =>
      resolve({ status: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });
const explained = async (...args: string[]): Promise<Explanation> => {
  const { stdout, stderr } = await saliency('explain', '--json', ...args);
  expect(stderr).toBe('');
  return JSON.parse(stdout) as Explanation;
};

test.each(['model.h5', 'model.keras', 'model.json'])('%s becomes a model like any other', async (file) => {
  const out = `./from-${file.split('.')[1]}`;
  const { status, stderr } = await saliency('import', file, '--vocabulary', 'tokenizer.json', '--out', out);
  expect({ status, stderr }).toMatchObject({ status: 0 });
  expect(stderr).toMatch(/3 layers, 6 words, labels negative, positive\n.*labels are taken to be negative, positive/);
  expect(stderr).toMatch(/Texts are padded to 12 words before their own/);
  const { words, label, probabilities } = await explained('--model', out, 'The film: GREAT, not bad!');
  expect(label).toBe('positive');
  // the 0, film 0, great 3, bad −2 over twelve places; each word adds 0.1 · 1 by its second feature.
  const logit = (12 * (3 - 2)) / 12 + (4 * 0.1) / 12 + 0.05;
  expect(probabilities.positive).toBeCloseTo(1 / (1 + Math.exp(-logit)), 5);
  const scores = Object.fromEntries(words.map(({ text, score }) => [text, score]));
  expect(scores.GREAT).toBeGreaterThan(2.9);
  expect(scores.bad).toBeLessThan(-1.9);
  expect(scores.not).toBe(0);
  expect(words.find(({ text }) => text === 'not')?.known).toBe(false);
});

describe('an imported model', () => {
  test('is explained by every method that its structure allows', async () => {
    await saliency('import', 'model.h5', '--vocabulary', 'tokenizer.json', '--out', './mine', '--quiet');
    for (const method of ['occlusion', 'shap', 'phrase-shapley', 'gradient-x-input', 'integrated-gradients']) {
      const { words } = await explained('--model', './mine', '--method', method, 'a great film, not bad');
      const [great, bad] = ['great', 'bad'].map((one) => words.find(({ text }) => text === one)!.score);
      expect(great, method).toBeGreaterThan(bad);
    }
    const refused = await saliency('explain', '--model', './mine', '--method', 'lrp', 'great');
    expect(refused.stderr).toMatch(/does not offer the method “lrp”.*It offers: occlusion/);
  });

  test('has its layers in the table, and its card says where it is from', async () => {
    const { stdout } = await saliency('models', '--summary', './mine');
    expect(stdout).toMatch(
      /embedding \(Embedding\) +\(None, 12, 2\) +14\n.*GlobalAveragePooling1D.*\ndense.*\(None, 1\) +3\n/,
    );
    const card = JSON.parse(await readFile(join(folder, 'mine/card.json'), 'utf8')) as ModelCard;
    expect(card).toMatchObject({
      purpose: 'imported from model.h5 (Keras 2 HDF5)',
      standardisation: 'tokenizer',
      window: { words: 12, cut: 'last' },
    });
  });
});

test('of an import that is refused nothing is left, and of one that is done no file beside its folder', async () => {
  const files = (await readdir(folder)).filter((name) => /never|partial/.test(name));
  expect(files).toEqual([]);
  expect(await readdir(join(folder, 'mine'))).toHaveLength(4);
});

test.each<[string, readonly string[], RegExp]>([
  ['an empty name of a folder', ['model.h5', '--out', ''], /^saliency: --out names no folder/],
  [
    'a folder within a device',
    ['model.h5', '--out', '/dev/null/x'],
    /^saliency: \/dev\/null is a file: give another folder/,
  ],
  [
    'a folder instead of a vocabulary',
    ['model.h5', '--vocabulary', '.', '--out', 'never'],
    /is a folder; give the vocabulary's file\./,
  ],
  ['a folder instead of a model', ['.', '--out', 'never'], /is a folder; give the model's file\./],
  [
    'ids that the model has not',
    ['model.h5', '--vocabulary', 'list.txt', '--index-from', '40', '--out', 'never'],
    /The vocabulary “list.txt” cannot be used: none of its words has an id from 1 to 6, .* another --index-from\./,
  ],
])('%s is refused in one sentence', async (_, given, expected) => {
  await writeFile(join(folder, 'list.txt'), 'good\nbad\n');
  const { status, stdout, stderr } = await saliency('import', ...given);
  expect(status).toBeGreaterThan(0);
  expect(stdout).toBe('');
  expect(stderr).toMatch(expected);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});

test('--quantize stores weights in fewer bytes, and says what that changes', async () => {
  await writeFile(join(folder, 'texts.txt'), 'a great film\nan awful film\nthe film\n');
  const given = ['import', 'model.h5', '--vocabulary', 'tokenizer.json', '--quantize', 'uint8'];
  const { status, stderr } = await saliency(...given, '--texts', 'texts.txt', '--out', './small');
  expect({ status, stderr }).toMatchObject({ status: 0 });
  expect(stderr).toMatch(
    /stored as uint8: of 3 texts 0\.0 % have another label, and no probability changes by more than 0\.0\d+/,
  );
  const card = JSON.parse(await readFile(join(folder, 'small/card.json'), 'utf8')) as ModelCard;
  expect(card.options.quantized).toMatchObject({ storage: 'uint8', texts: 3, changedLabels: 0 });
  const { words } = await explained('--model', './small', 'a great film');
  expect(words[1].score).toBeGreaterThan(2.8);
  const refused = await saliency(...given, '--out', './never');
  expect(refused).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('give texts with --texts FILE') as string,
  });
});

test.each<[string, string[], number, RegExp]>([
  ['no vocabulary', ['model.h5'], 2, /^saliency: Which words does the model know\?/],
  ['no such file', ['none.h5', '--vocabulary', 'tokenizer.json'], 2, /^saliency: There is no file none\.h5\.\n$/],
  [
    'another file',
    ['tokenizer.json', '--vocabulary', 'tokenizer.json'],
    1,
    /^saliency: “tokenizer.json” is no Keras model/,
  ],
  [
    'a length that does not fit',
    ['model.h5', '--vocabulary', 'tokenizer.json', '--length', '7'],
    2,
    /exactly 12 words/,
  ],
  ['a wrong side', ['model.h5', '--padding', 'left'], 2, /Allowed choices are pre, post/],
  [
    'a folder that is taken',
    ['model.h5', '--vocabulary', 'tokenizer.json', '--out', '.'],
    2,
    /^saliency: The folder \. is not empty: give another one with --out, or remove it first\.\n$/,
  ],
])('%s: one clear line', async (_, args, status, line) => {
  const ran = await saliency('import', '--out', './never', ...args);
  expect(ran.status).toBe(status);
  expect(ran.stderr).toMatch(line);
  expect(ran.stderr.trim().split('\n')).toHaveLength(1);
});
