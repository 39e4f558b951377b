import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';
import { describe, expect, test } from 'vitest';
import { VSIX } from '../../scripts/package.mjs';
import { ROOT } from '../../scripts/root.mjs';

const KB = 1024;
const MB = 1024 * KB;

/** Upper bounds of what starts, as it ships (minified). A larger bundle is a slower first explanation. */
const LIMITS: Readonly<Record<string, number>> = {
  'dist/extension.cjs': 80 * KB,
  'dist/web/extension.cjs': 80 * KB,
  'dist/views.cjs': 100 * KB,
  'dist/web/views.cjs': 100 * KB,
  'dist/worker.cjs': 200 * KB,
  'dist/web/worker.js': 200 * KB,
  'dist/tensors.cjs': 200 * KB,
  'dist/web/tensors.cjs': 200 * KB,
  'dist/panel.js': 150 * KB,
  'dist/kernels.wasm': 100 * KB,
};

describe('what ships is small', () => {
  test.each(Object.entries(LIMITS))('%s has at most %i bytes', async (file, limit) => {
    const { size } = await stat(join(ROOT, file));
    console.log(`${file}: ${(size / KB).toFixed(1)} KB`);
    expect(size).toBeLessThanOrEqual(limit);
  });

  test('the packaged extension', async () => {
    const { size } = await stat(VSIX);
    console.log(`saliency.vsix: ${(size / MB).toFixed(2)} MB`);
    expect(size).toBeLessThanOrEqual(30 * MB);
  });
});

test.each(['', 'web/'])('what is shown on demand only is not read at every start: dist/%s', async (folder) => {
  const read = (file: string) => readFile(join(ROOT, 'dist', folder, file), 'utf8');
  const sentence = 'No word moves the verdict enough to be marked.';
  expect(await read('views.cjs')).toContain(sentence);
  expect(await read('extension.cjs')).not.toContain(sentence);
});

test.each(['worker.cjs', 'web/worker.js'])('most texts are read without tfjs: it is not in dist/%s', async (file) => {
  const read = (name: string) => readFile(join(ROOT, 'dist', name), 'utf8');
  expect(await read(file.replace(/worker\.c?js/, 'tensors.cjs'))).toContain('WASM_HAS_SIMD_SUPPORT');
  expect(await read(file)).not.toContain('WASM_HAS_SIMD_SUPPORT');
});

describe('what ships is what a user needs', () => {
  const ALLOWED =
    /^(package(\.nls(\.[\w-]+)?)?\.json|README\.md|CHANGELOG\.md|LICENSE|l10n\/bundle\.l10n\.[\w-]+\.json|media\/[\w./-]+\.(svg|png|md|css)|schemas\/[\w.-]+\.schema\.json|models\/[\w-]+\/(model\.json|card\.json|vocabulary\.txt|[\w.-]+\.bin)|dist\/(web\/)?((extension|views|tensors)\.cjs|worker\.(cjs|js))|dist\/panel\.(js|css)|dist\/models\.json|dist\/\w[\w-]*\.wasm)$/;

  test('and nothing else', async () => {
    const files = await listFiles({ cwd: ROOT, packageManager: PackageManager.None });
    console.log(files.sort().join('\n'));
    expect(files.filter((file) => !ALLOWED.test(file))).toEqual([]);
    for (const file of ['package.json', 'README.md', 'LICENSE', 'dist/models.json', 'dist/kernels.wasm'])
      expect(files).toContain(file);
  });

  test('with every model that the bundles know of', async () => {
    const models = JSON.parse(await readFile(join(ROOT, 'dist', 'models.json'), 'utf8')) as string[];
    const files = await listFiles({ cwd: ROOT, packageManager: PackageManager.None });
    expect(models.length).toBeGreaterThan(0);
    for (const model of models) expect(files).toContain(`models/${model}/model.json`);
  });
});
