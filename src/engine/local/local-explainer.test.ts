import { expect, test } from 'vitest';
import { TINY_EN, TINY_ZH } from '../../model/testing/tiny-models';
import { importParts } from './import-parts';
import { LocalExplainer } from './local-explainer';
import { explainerSuite } from '../testing/explainer-suite';
import { installationSuite } from '../testing/installation-suite';
import { studiesSuite } from '../testing/studies-suite';
import { tinyFiles } from '../testing/tiny-files';

const listeners = () => [process.listeners('uncaughtException'), process.listeners('unhandledRejection')];
const before = listeners();

explainerSuite((files) => new LocalExplainer(files, importParts));
installationSuite((files) => new LocalExplainer(files, importParts));
studiesSuite((files) => new LocalExplainer(files, importParts));

test('no listener of tfjs is left on the process', () => {
  expect(listeners()).toEqual(before);
});

test('jieba is loaded for Chinese only, once', async () => {
  const files = await tinyFiles(TINY_ZH, TINY_EN);
  const explainer = new LocalExplainer(files, importParts);
  const jieba = () => files.asked.filter((path) => path.includes('jieba')).length;
  await explainer.explain({ text: 'I loved it.' });
  expect(jieba()).toBe(0);
  await explainer.explain({ text: '很好' });
  await explainer.explain({ text: '不好' });
  expect(jieba()).toBe(1);
  await explainer.dispose();
});

test('100,000 characters of the shortest words are explained', async () => {
  const explainer = new LocalExplainer(await tinyFiles(TINY_ZH), importParts);
  const { words } = await explainer.explain({ text: '质量很好，'.repeat(20_000), method: 'gradient-x-input' });
  expect(words).toHaveLength(80_000);
  await explainer.dispose();
});
