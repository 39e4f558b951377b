import { beforeAll, expect, test } from 'vitest';
import { startTestBackend } from '../model/testing/backend';
import { tinyModel, TINY_ZH } from '../model/testing/tiny-models';
import { modelTable } from './model-table';

beforeAll(startTestBackend);

test('lists the layers of a folder with their shapes and parameters, without reading its weights', async () => {
  const files = await tinyModel(TINY_ZH);
  const asked: string[] = [];
  const table = await modelTable('zh-tiny', (file) => {
    asked.push(file);
    return Promise.resolve(files.get(file)!);
  });
  const words = TINY_ZH.words.length + 1;
  expect(asked.sort()).toEqual(['card.json', 'model.json']);
  expect(table.layers).toEqual([
    { kind: 'Embedding', name: 'embedding', output: [null, null, 6], parameters: words * 6 },
    { kind: 'Mask', name: 'mask', output: [null, null], parameters: 0 },
    { kind: 'LSTM', name: 'lstm', output: [null, 8], parameters: 4 * (6 + 8 + 1) * 8 },
    { kind: 'Dropout', name: 'dropout', output: [null, 8], parameters: 0 },
    { kind: 'Dense', name: 'dense', output: [null, 1], parameters: 9 },
  ]);
  const total = words * 6 + 480 + 9;
  expect(table.parameters).toEqual({ total, trainable: total, fixed: 0 });
});

test('names the file that is damaged', async () => {
  const read = (file: string) => Promise.reject(new Error(`no ${file}`));
  await expect(modelTable('mine', read)).rejects.toThrow(/mine.*(model|card)\.json/);
});
