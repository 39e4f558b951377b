import { readFile, stat } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { listFiles, PackageManager } from '@vscode/vsce';
import { describe, expect, test } from 'vitest';
import type { ModelCard } from '../../src/shared/model-card';
import { BUNDLES } from '../../scripts/build/bundles.mjs';
import { PACKAGED_MODELS } from '../../scripts/build/packaged-models.mjs';
import { VSIX, WARNINGS } from '../../scripts/package.mjs';
import { ROOT } from '../../scripts/root.mjs';

const KB = 1024;
const MB = 1024 * KB;

/** Upper bounds of what starts, as it ships (minified). A larger bundle is a slower first explanation. */
const LIMITS: Readonly<Record<string, number>> = {
  'dist/extension.cjs': 90 * KB,
  'dist/web/extension.cjs': 90 * KB,
  'dist/views.cjs': 274 * KB,
  'dist/web/views.cjs': 274 * KB,
  'dist/worker.cjs': 200 * KB,
  'dist/web/worker.js': 200 * KB,
  // With the layers of imported graphs.
  'dist/tensors.cjs': 215 * KB,
  'dist/web/tensors.cjs': 215 * KB,
  'dist/counterfactuals.cjs': 40 * KB,
  'dist/web/counterfactuals.cjs': 40 * KB,
  'dist/panel.js': 150 * KB,
  'dist/fine-tuning.cjs': 628 * KB,
  'dist/web/fine-tuning.js': 624 * KB,
  'dist/general-en.tsv.gz': 1900 * KB,
  'dist/general-zh.tsv.gz': 2600 * KB,
  'dist/annotate.cjs': 443 * KB,
  'dist/web/annotate.js': 432 * KB,
  'dist/overview.js': 250 * KB,
  'dist/kernels.wasm': 100 * KB,
  'dist/jieba.table': 5 * MB,
};

/** One file of a zip archive, found by its entry in the archive's directory. */
function packedFile(zip: Buffer, name: string): string {
  for (let at = zip.indexOf('PK\u0001\u0002'); at >= 0; at = zip.indexOf('PK\u0001\u0002', at + 4)) {
    const length = zip.readUInt16LE(at + 28);
    if (zip.toString('utf8', at + 46, at + 46 + length) !== name) continue;
    const [packed, local] = [zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)];
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(from, from + packed);
    return (zip.readUInt16LE(at + 10) === 0 ? bytes : inflateRawSync(bytes)).toString('utf8');
  }
  throw new Error(`There is no ${name} in the archive.`);
}

describe('what ships is small', () => {
  test.each(Object.entries(LIMITS))('%s has at most %i bytes', async (file, limit) => {
    const { size } = await stat(join(ROOT, file));
    console.log(`${file}: ${(size / KB).toFixed(1)} KB`);
    expect(size).toBeLessThanOrEqual(limit);
  });

  test('the packager warns of nothing', async () => {
    expect(await readFile(WARNINGS, 'utf8')).toBe('');
  });

  test('the packaged extension', async () => {
    const { size } = await stat(VSIX);
    console.log(`saliency.vsix: ${(size / MB).toFixed(2)} MB`);
    expect(size).toBeLessThanOrEqual(40 * MB);
  });
});

test.each(['', 'web/'])('what is shown on demand only is not read at every start: dist/%s', async (folder) => {
  const read = (file: string) => readFile(join(ROOT, 'dist', folder, file), 'utf8');
  const sentence = 'No phrase moves it by more than 3 points';
  expect(await read('views.cjs')).toContain(sentence);
  expect(await read('extension.cjs')).not.toContain(sentence);
});

test.each(['worker.cjs', 'web/worker.js'])('most texts are read without tfjs: it is not in dist/%s', async (file) => {
  const read = (name: string) => readFile(join(ROOT, 'dist', name), 'utf8');
  expect(await read(file.replace(/worker\.c?js/, 'tensors.cjs'))).toContain('WASM_HAS_SIMD_SUPPORT');
  expect(await read(file)).not.toContain('WASM_HAS_SIMD_SUPPORT');
});

test.each(['worker.cjs', 'web/worker.js'])('few ask for counterfactuals: they are not in dist/%s', async (file) => {
  const read = (name: string) => readFile(join(ROOT, 'dist', name), 'utf8');
  const negator = '再也不会';
  expect(await read(file.replace(/worker\.c?js/, 'counterfactuals.cjs'))).toContain(negator);
  expect(await read(file)).not.toContain(negator);
});

test.each(['extension', 'views', 'web/extension', 'web/views'])(
  'the editor is asked for its API once, for each copy of it takes milliseconds: dist/%s.cjs',
  async (name) => {
    const bundle = await readFile(join(ROOT, 'dist', `${name}.cjs`), 'utf8');
    expect(bundle.match(/require\("vscode"\)/g)).toHaveLength(1);
  },
);

describe('what ships is what a user needs', () => {
  const ALLOWED =
    /^(package(\.nls(\.[\w-]+)?)?\.json|README\.md|CHANGELOG\.md|LICENSE|l10n\/bundle\.l10n\.[\w-]+\.json|media\/[\w./-]+\.(svg|png|md|css)|schemas\/[\w.-]+\.schema\.json|models\/[\w-]+\/(model\.json|card\.json|(vocabulary|counts)\.txt|[\w.-]+\.bin)|models\/vocabularies\/[\w-]+\.txt|dist\/(web\/)?((extension|views|tensors|counterfactuals)\.cjs|(worker|annotate|fine-tuning|import)\.(cjs|js))|dist\/(panel|overview|training|reading)\.(js|css)|dist\/models\.json|dist\/jieba\.table|dist\/general-(en|zh)\.tsv\.gz|dist\/\w[\w-]*\.wasm)$/;

  test('and nothing else', async () => {
    const files = await listFiles({ cwd: ROOT, packageManager: PackageManager.None });
    console.log(files.sort().join('\n'));
    expect(files.filter((file) => !ALLOWED.test(file))).toEqual([]);
    for (const file of ['package.json', 'README.md', 'LICENSE', 'dist/models.json', 'dist/kernels.wasm'])
      expect(files).toContain(file);
    // Every bundle but the command's, and the style sheet of every page.
    const bundles = BUNDLES.map(({ out }) => `dist/${out}`).filter((file) => file !== 'dist/cli.js');
    const styles = BUNDLES.flatMap(({ entry, out }) =>
      entry.endsWith('.tsx') ? [`dist/${out.replace('.js', '.css')}`] : [],
    );
    expect(files).toEqual(expect.arrayContaining([...bundles, ...styles]));
  });

  test('with the defaults and the small models, the vocabularies that they have in common, and no other model', async () => {
    const files = (await listFiles({ cwd: ROOT, packageManager: PackageManager.None })).filter((file) =>
      file.startsWith('models/'),
    );
    const needed = PACKAGED_MODELS.map(async (name) => {
      const folder = `models/${name}`;
      const { files: own } = JSON.parse(await readFile(join(ROOT, folder, 'card.json'), 'utf8')) as ModelCard;
      return ['card.json', ...Object.keys(own)].map((file) => posix.join(folder, file));
    });
    expect(files.sort()).toEqual([...new Set((await Promise.all(needed)).flat())].sort());
  });

  test('its list of models names these, that of the clone all', async () => {
    const packed = packedFile(await readFile(VSIX), 'extension/dist/models.json');
    expect(JSON.parse(packed)).toEqual([...PACKAGED_MODELS].sort());
    const all = JSON.parse(await readFile(join(ROOT, 'dist', 'models.json'), 'utf8')) as string[];
    expect(all).toEqual(expect.arrayContaining([...PACKAGED_MODELS]));
    for (const name of all) expect((await stat(join(ROOT, 'models', name, 'model.json'))).isFile()).toBe(true);
  });
});
