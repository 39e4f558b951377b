import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { expect, test } from 'vitest';
import { ROOT } from '../root.mjs';

/** The project's own configuration, but for what needs the file to exist (types, resolved imports). */
const eslint = new ESLint({ cwd: ROOT, overrideConfig: tseslint.configs.disableTypeChecked });

/** The sentences of our rules about a file of that name with that text. @param {string} filePath @param {string} code */
const complaints = async (filePath, code) => {
  const [{ messages }] = await eslint.lintText(`${code}\n`, { filePath });
  return messages
    .filter(({ ruleId }) => /rooms|nodejs|no-restricted-imports|globals|no-default|null/.test(`${ruleId}`))
    .map(({ message }) => message);
};

test.each([
  ['src/text/a.ts', "import { b } from '../model/b'; b();", 'it may import shared'],
  ['src/shared/a.ts', "import type { B } from '../text/b'; export type C = B;", 'it may import no other room'],
  ['src/explain/deep/a.ts', "import { b } from '../../kernels/b'; b();", 'it may import model, text, shared'],
  ['src/training/a.ts', "export { b } from '../explain/b';", 'it may import model, records, text, shared'],
  ['src/engine/a.ts', "export const b = await import('../training/b');", 'it may import explain, model, text, shared'],
  ['src/annotate/a.ts', "export type B = import('../cli/b').B;", 'it may import engine, records, shared'],
  ['src/panel/a.tsx', "import type { B } from '../engine/b'; export type C = B;", 'it may import shared'],
  ['src/model/a.ts', "import { readFileSync } from 'node:fs'; readFileSync('a');", 'node:fs'],
  ['src/model/a.ts', "import { readFileSync } from 'fs'; readFileSync('a');", '"fs"'],
  ['src/explain/a.ts', 'export const a = process.argv;', "Unexpected use of 'process'"],
  ['src/kernels/a.ts', "import { window } from 'vscode'; window;", 'Only src/extension touches vscode'],
  ['src/cli/a.ts', "import { window } from 'vscode'; window;", 'Only src/extension touches vscode'],
])('%s may not say %s', async (file, code, sentence) => {
  expect((await complaints(file, code)).join('\n')).toContain(sentence);
});

test.each([
  ['src/model/a.ts', "import { b } from '../kernels/b'; b();"],
  ['src/extension/a.ts', "import { window } from 'vscode'; import { b } from '../annotate/b'; window; b();"],
  [
    'src/panel/charts/a.tsx',
    "import type { B } from '../../shared/b'; import { c } from '../c'; export const d: B = c;",
  ],
  ['src/engine/a.ts', "import { readFile } from 'node:fs/promises'; readFile;"],
  ['src/model/a.test.ts', "import { readFile } from 'node:fs/promises'; readFile;"],
])('%s may say %s', async (file, code) => {
  expect(await complaints(file, code)).toEqual([]);
});
