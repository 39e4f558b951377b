import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../root.mjs';
import { DEPENDENCIES } from './rooms.mjs';

describe('imports', () => {
  /** Import statements that some room must not have: file, text, and what is imported. */
  const FORBIDDEN = /** @type {const} */ ([
    ['src/text/a.ts', "import { b } from '../model/b'; b();", 'src/model/b.ts', 'text-imports'],
    ['src/shared/a.ts', "import type { B } from '../text/b'; export type C = B;", 'src/text/b.ts', 'shared-imports'],
    ['src/explain/deep/a.ts', "import { b } from '../../kernels/b'; b();", 'src/kernels/b.ts', 'explain-imports'],
    ['src/training/a.ts', "export { b } from '../explain/b';", 'src/explain/b.ts', 'training-imports'],
    ['src/engine/a.ts', "export const b = await import('../annotate/b');", 'src/annotate/b.ts', 'engine-imports'],
    ['src/annotate/a.ts', "export type B = import('../cli/b').B;", 'src/cli/b.ts', 'annotate-imports'],
    ['src/panel/a.tsx', "import type { B } from '../engine/b'; export type C = B;", 'src/engine/b.ts', 'panel-imports'],
  ]);
  const ALLOWED = /** @type {const} */ ([
    ['src/model/c.ts', "import { b } from '../kernels/b'; b();"],
    ['src/extension/c.ts', "import { window } from 'vscode'; import { b } from '../annotate/b'; window; b();"],
    [
      'src/panel/charts/c.tsx',
      "import type { B } from '../../shared/b'; import { d } from '../d'; export const e: B = d;",
    ],
  ]);
  /** Circles, planted: of two files by values, of three by types alone. */
  const CIRCLES = /** @type {const} */ ([
    ['src/kernels/one.ts', "import { two } from './two'; export const one = () => two;"],
    ['src/kernels/two.ts', "import { one } from './one'; export const two = () => one;"],
    ['src/records/one.ts', "import type { Two } from './two'; export interface One { two: Two }"],
    ['src/records/two.ts', "import type { Three } from './three'; export interface Two { three: Three }"],
    ['src/records/three.ts', "import type { One } from './one'; export interface Three { one: One }"],
  ]);
  const PLAIN = ['text', 'shared', 'model', 'kernels', 'explain', 'training', 'cli', 'engine', 'annotate'].map(
    (room) => /** @type {const} */ ([`src/${room}/b.ts`, 'export const b = () => 1; export type B = 1;']),
  );

  /** @type {readonly { readonly from: string, readonly to: string, readonly rule: { readonly name: string } }[]} */
  let violations;
  beforeAll(async () => {
    const folder = await realpath(await mkdtemp(join(tmpdir(), 'saliency-rooms-')));
    const more = ['src/panel/d.ts', 'export const d = 1;'];
    for (const [file, code] of [...FORBIDDEN, ...ALLOWED, ...CIRCLES, ...PLAIN, more]) {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), `${code}\n`);
    }
    const { forbidden, options } = DEPENDENCIES;
    const { output } = await cruise(['src'], { ...options, baseDir: folder, validate: true, ruleSet: { forbidden } });
    violations = typeof output === 'string' ? [] : output.summary.violations;
    return () => rm(folder, { recursive: true });
  }, 60_000);

  test.each(FORBIDDEN)('%s may not say %s', (file, _code, to, rule) => {
    expect(violations).toContainEqual(
      expect.objectContaining({ from: file, to, rule: expect.objectContaining({ name: rule }) }),
    );
  });

  test.each(ALLOWED)('%s may say %s', (file) => {
    expect(violations.filter(({ from }) => from === file)).toEqual([]);
  });

  test('no two files import each other, by values or by types, nor three in a circle', () => {
    const circles = violations.filter(({ rule }) => rule.name === 'no-circles').map(({ from }) => from.split('/')[1]);
    expect([...new Set(circles)].sort()).toEqual(['kernels', 'records']);
  });
});

describe('what runs everywhere', () => {
  /** The project's own configuration, but for what needs the file to exist (types, resolved imports). */
  const eslint = new ESLint({ cwd: ROOT, overrideConfig: tseslint.configs.disableTypeChecked });

  /** The sentences of our rules about a file of that name with that text. @param {string} filePath @param {string} code */
  const complaints = async (filePath, code) => {
    const [{ messages }] = await eslint.lintText(`${code}\n`, { filePath });
    return messages
      .filter(({ ruleId }) => /tfjs|nodejs|no-restricted-imports|globals|no-default|null/.test(`${ruleId}`))
      .map(({ message }) => message);
  };

  test.each([
    ['src/model/a.ts', "import { readFileSync } from 'node:fs'; readFileSync('a');", 'node:fs'],
    ['src/model/a.ts', "import { readFileSync } from 'fs'; readFileSync('a');", '"fs"'],
    ['src/explain/a.ts', 'export const a = process.argv;', "Unexpected use of 'process'"],
    ['src/model/inference/a.ts', "import { add } from '@tensorflow/tfjs-core'; add();", 'name TensorFlow.js'],
    ['src/explain/a.ts', "import type { Tensor } from '@tensorflow/tfjs-core'; export type A = Tensor;", 'name Tensor'],
    ['src/kernels/inference/a.ts', "import { b } from '../tensors/b'; b();", 'load TensorFlow.js at the start'],
    ['src/model/a.ts', "export { b } from './network/b';", 'load TensorFlow.js at the start'],
    ['src/engine/a.ts', "import { b } from '../model/network/b'; b();", 'load TensorFlow.js at the start'],
    ['src/kernels/a.ts', "import { window } from 'vscode'; window;", 'Only src/extension touches vscode'],
    ['src/cli/a.ts', "import { window } from 'vscode'; window;", 'Only src/extension touches vscode'],
  ])('%s may not say %s', async (file, code, sentence) => {
    expect((await complaints(file, code)).join('\n')).toContain(sentence);
  });

  test.each([
    ['src/extension/a.ts', "import { window } from 'vscode'; window;"],
    [
      'src/engine/a.ts',
      "import type { B } from '../model/network/b'; export const c: B = await import('../model/network/b');",
    ],
    ['src/model/network/a.ts', "import { add } from '@tensorflow/tfjs-core'; add();"],
    ['src/engine/a.ts', "import { readFile } from 'node:fs/promises'; readFile;"],
    ['src/model/a.test.ts', "import { readFile } from 'node:fs/promises'; readFile;"],
  ])('%s may say %s', async (file, code) => {
    expect(await complaints(file, code)).toEqual([]);
  });
});
