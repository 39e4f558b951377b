import { expect, test } from 'vitest';
import { TINY_EN, TINY_ZH, type TinyModel } from '../../model/testing/tiny-models';
import type { ExplainRequest } from '../../shared/protocol/explainer';
import { tinyFiles } from '../testing/tiny-files';
import { importParts } from './import-parts';
import { LocalExplainer } from './local-explainer';

const EN: TinyModel = { ...TINY_EN, name: 'en' };
const ZH: TinyModel = { ...TINY_ZH, name: 'zh' };

/** What is read of a model beside its card. */
const filesOf = ({ name, marks }: TinyModel) =>
  ['model.json', 'vocabulary.txt', 'group1-shard1of1.bin', ...(marks ? ['saliency.bin'] : [])].map(
    (file) => `models/${name}/${file}`,
  );

test.each<[string, ExplainRequest, readonly string[]]>([
  ['English', { text: 'I loved it.' }, filesOf(EN)],
  ['Chinese', { text: '质量很好。' }, ['dist/jieba.table', ...filesOf(ZH)]],
  ['a model that is named', { text: '5 + 5', model: 'zh' }, filesOf(ZH)],
])('all files of a model are asked for before one of them is there, and each once: %s', async (_, request, needed) => {
  const files = await tinyFiles(EN, ZH);
  let release!: () => void;
  const released = new Promise<void>((resolve) => (release = resolve));
  // Only what names the files comes at once; the rest is on its way for long.
  const slow = async (path: string) => {
    const bytes = files.read(path);
    if (!/(models|card)\.json$/.test(path)) await released;
    return bytes;
  };
  const explainer = new LocalExplainer({ read: slow }, importParts);
  const explaining = explainer.explain(request);
  await expect.poll(() => files.asked).toEqual(expect.arrayContaining([...needed]));
  const before = [...files.asked];
  release();
  expect((await explaining).text).toBe(request.text);
  expect(files.asked).toEqual(before);
  expect(new Set(before).size).toBe(before.length);
  expect(before.filter((path) => path.endsWith('counts.txt'))).toEqual([]);
  await explainer.dispose();
});
