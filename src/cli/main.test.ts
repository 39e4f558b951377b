import { execFile } from 'node:child_process';
import { cp, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { removed } from '../engine/testing/bundle';
import { tinyInstallation } from '../engine/testing/tiny-installation';
import type { Explanation } from '../shared/explanation';

let root: string;
beforeAll(async () => {
  root = await tinyInstallation('cli.js');
  return () => removed(root);
});

interface Ran {
  status: number;
  stdout: string;
  stderr: string;
}

/** Runs the built command as a shell would, from another folder. */
function saliency(args: string[], { input = '', env = {}, cli = join(root, 'dist/cli.js') } = {}): Promise<Ran> {
  return new Promise((resolve) => {
    const options = { cwd: '/', env: { PATH: process.env.PATH, ...env } };
    const child = execFile(process.execPath, [cli, ...args], options, (error, stdout, stderr) => {
      resolve({ status: error ? Number(error.code) : 0, stdout, stderr });
    });
    child.stdin?.end(input);
  });
}

const TRAIN = ['train', '--architecture', 'state-distance-lstm', '--data', '/nowhere.csv', '--out', '/nowhere/model'];
const ZH = '这个手机质量很好，但是服务不好。';

describe('saliency explain', () => {
  test('--json prints the explanation, always the same except for the time', async () => {
    const runs = await Promise.all([saliency(['explain', '--json', ZH]), saliency(['explain', '--json', ZH])]);
    const [one, two] = runs.map(({ status, stdout, stderr }) => {
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      return stdout;
    });
    const untimed = (json: string) => json.replace(/"milliseconds": [\d.]+/, '');
    expect(untimed(one)).toBe(untimed(two));
    expect(untimed(one)).not.toBe(one);
    const explanation = JSON.parse(one) as Explanation;
    expect(explanation).toMatchObject({ text: ZH, model: 'zh-tiny', method: 'state-distance' });
  });

  test('reads standard input for -, without the line break at its end', async () => {
    const { status, stdout } = await saliency(['explain', '--json', '-'], { input: 'I loved it.\nReally.\n' });
    expect(status).toBe(0);
    expect((JSON.parse(stdout) as Explanation).text).toBe('I loved it.\nReally.');
  });

  test('takes model, method and target', async () => {
    const given = ['--model', 'en-tiny-three', '--method', 'attention', '--target', 'neutral'];
    const { stdout } = await saliency(['explain', '--json', ...given, 'I loved it.']);
    expect(JSON.parse(stdout)).toMatchObject({ model: 'en-tiny-three', method: 'attention', target: 'neutral' });
  });

  test('takes a model by its folder, also one with the name of an installed model, and says where there is none', async () => {
    const by = (folder: string) => saliency(['explain', '--json', '--model', folder, 'I loved it.']);
    await cp(join(root, 'models', 'en-tiny-three'), join(root, 'mine', 'en-tiny'), { recursive: true });
    await cp(join(root, 'models', 'en-tiny-three'), join(root, 'mine', 'of-mine'), { recursive: true });
    const probabilities = async (model: string) => (JSON.parse((await by(model)).stdout) as Explanation).probabilities;
    const expected = await probabilities('en-tiny-three');
    expect(Object.keys(expected)).toHaveLength(3);
    for (const name of ['en-tiny', 'of-mine']) expect(await probabilities(join(root, 'mine', name))).toEqual(expected);
    const { status, stderr } = await by('./nowhere');
    expect([status, stderr]).toEqual([
      2,
      'saliency: There is no model in the folder ./nowhere: it has no model.json.\n',
    ]);
  });

  test('prints words and scores without colours to a pipe, and coloured words where colours are forced', async () => {
    const plain = await saliency(['explain', ZH]);
    expect(plain.stdout).toMatch(/^(negative|positive) 0\.\d\d {2}\(negative /);
    expect(plain.stdout).toMatch(/^ +-?\d\.\d{3} [• ] 手机$/m);
    expect(plain.stdout).not.toContain('\x1b');
    const coloured = await saliency(['explain', ZH], { env: { FORCE_COLOR: '1' } });
    expect(coloured.stdout).toContain('\x1b[38;5;16;48;5;');
    const refused = await saliency(['explain', ZH], { env: { FORCE_COLOR: '1', NO_COLOR: '1' } });
    expect(refused.stdout).toBe(plain.stdout);
  });

  test.each([
    ['no text', ['explain'], /^error: missing required argument 'text'\n$/],
    ['an unknown option', ['explain', '--colour', 'x'], /^error: unknown option '--colour'/],
    ['an unknown command', ['explian', 'x'], /^error: unknown command 'explian'/],
    ['an unknown model', ['explain', '--model', 'x', 'y'], /^saliency: There is no model “x”\. There are: .*\n$/],
    ['an unknown method', ['explain', '--method', 'x', 'good'], /^saliency: There is no method “x”\. .*\n$/],
    [
      'a wrong method',
      ['explain', '--method', 'attention', '很好'],
      /models with attention\. It offers: state-distance, gradient-x-input, .*\n$/,
    ],
    ['training without data', ['train', '--architecture', 'state-distance-lstm'], /^error: required option '--/],
    ['training on no file', TRAIN, /^saliency: .*nowhere\.csv.*\n$/],
    ['an unknown target', ['explain', '--target', 'x', '很好'], /It has: negative, positive\.\n$/],
  ])('%s: status 2, and nothing on stdout', async (_, args, line) => {
    const { status, stdout, stderr } = await saliency(args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(line);
  });

  test.each([[''], ['  \n']])('a text without words (%j): status 1 and one line', async (text) => {
    expect(await saliency(['explain', text])).toEqual({
      status: 1,
      stdout: '',
      stderr: 'saliency: There are no words in this text.\n',
    });
  });
});

describe('saliency explain --trust --counterfactuals', () => {
  test('prints both in sentences', async () => {
    const { status, stdout } = await saliency(['explain', '--trust', '--counterfactuals', ZH]);
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^Reliability: without the (first )?\d+ highlighted words? (positive|negative) goes from \d+\.\d % to \d+\.\d %; without/m,
    );
    expect(stdout).toMatch(/^ {2}comprehensiveness -?\d\.\d{3} \(\d+ random orders: /m);
    expect(stdout).toMatch(/^To change the prediction: (\d+ words? to remove|No removal )/m);
  });

  test('--json has them beside the explanation', async () => {
    const { stdout } = await saliency(['explain', '--json', '--trust', '--counterfactuals', ZH]);
    const { faithfulness, trust, counterfactuals } = JSON.parse(stdout) as Explanation & Record<string, unknown>;
    expect(trust).toMatchObject({ faithfulness, model: 'zh-tiny' });
    expect(counterfactuals).toMatchObject({ model: 'zh-tiny', removals: { proven: expect.any(Boolean) as boolean } });
  });
});

describe('saliency evaluate --explanations', () => {
  const rows = ['很好，质量很好', '不好，很差', '质量差'].map((text) => ({ text, label: 'positive', words: ['好'] }));
  const data = () => join(root, 'rows.jsonl');
  beforeAll(() => writeFile(data(), rows.map((row) => `${JSON.stringify(row)}\n`).join('')));

  test('prints a table of methods', async () => {
    const { status, stdout } = await saliency(['evaluate', '--explanations', '--model', 'zh-tiny', '--data', data()]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^zh-tiny: explanations of 3 of 3 rows\.$/m);
    expect(stdout).toMatch(/^state-distance +3 +-?\d\.\d{3} +-?\d+\.\d\d +/m);
    expect(stdout).toMatch(/^ +n +AUPRC +random +token F1 +IOU-F1 +mean AP +top word$/m);
  });

  test('of one method, as JSON, of some of the rows', async () => {
    const given = ['--method', 'state-distance', '--limit', '2', '--json'];
    const { stdout } = await saliency(['evaluate', '--explanations', '--model', 'zh-tiny', '--data', data(), ...given]);
    expect(JSON.parse(stdout)).toMatchObject({ n: 2, rows: 3, methods: [{ method: 'state-distance', n: 2 }] });
  });

  test.each([
    ['a method that is not offered', ['--method', 'attention'], /It offers: /],
    ['no number of rows', ['--limit', '0'], /^error: option '--limit <n>' argument '0' is invalid\. It must be/],
  ])('%s: status 2', async (_, given, line) => {
    const { status, stderr } = await saliency([
      'evaluate',
      '--explanations',
      '--model',
      'zh-tiny',
      '--data',
      data(),
      ...given,
    ]);
    expect(status).toBe(2);
    expect(stderr).toMatch(line);
  });
});

describe('saliency models', () => {
  test('lists them for people and as JSON', async () => {
    const { stdout } = await saliency(['models']);
    expect(stdout).toMatch(/^zh-tiny {2}\(zh, state-distance-lstm, 0\.0 MB\)\n {2}labels: negative, positive\n/);
    const json = await saliency(['models', '--json']);
    expect((JSON.parse(json.stdout) as { name: string }[]).map(({ name }) => name)).toEqual([
      'zh-tiny',
      'en-tiny',
      'en-tiny-three',
    ]);
  });

  test('--summary prints the layers of one, by name or by folder', async () => {
    const { stdout } = await saliency(['models', '--summary', 'zh-tiny']);
    expect(stdout).toMatch(/^Model: zh-tiny \(state-distance-lstm\)\n/);
    expect(stdout).toMatch(/\nlstm \(LSTM\) +\(None, 8\) +480\n/);
    const json = await saliency(['models', '--summary', join(root, 'models/en-tiny'), '--json']);
    expect(JSON.parse(json.stdout)).toMatchObject({ model: 'en-tiny', architecture: 'additive-attention-bilstm' });
    const unknown = await saliency(['models', '--summary', 'none']);
    expect(unknown.stderr).toMatch(/none.*\.json/);
    expect(unknown.status).not.toBe(0);
  });
});

test('every command has its help, on stdout', async () => {
  for (const args of [[], ['explain'], ['models'], ['train'], ['evaluate'], ['explore']].map((command) => [
    ...command,
    '--help',
  ])) {
    const { status, stdout, stderr } = await saliency(args);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^Usage: saliency/);
  }
});

test('finds its files through a link, as npm makes one', async () => {
  const link = join(root, 'saliency-link');
  await symlink(join(root, 'dist/cli.js'), link);
  expect((await saliency(['explain', '很好'], { cli: link })).status).toBe(0);
});

test('a broken installation is reported in one line', async () => {
  const broken = await tinyInstallation('cli.js');
  onTestFinished(() => removed(broken));
  await rm(join(broken, 'dist/kernels.wasm'));
  const { status, stderr } = await saliency(['explain', '很好'], { cli: join(broken, 'dist/cli.js') });
  expect(status).toBe(1);
  expect(stderr).toMatch(/^saliency: .*kernels\.wasm.*Install Saliency again\.\n$/);
  await writeFile(join(broken, 'dist/models.json'), '[]');
  expect(await saliency(['models'], { cli: join(broken, 'dist/cli.js') })).toEqual({
    status: 0,
    stdout: '',
    stderr: 'No model is installed.\n',
  });
});
