import { dirname } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { TINY_EN, TINY_ZH, type TinyModel } from '../../model/testing/tiny-models';
import type { ExplainRequest } from '../../shared/protocol/explainer';
import { startNodeWorker } from './node-worker';
import { ReadAhead } from './read-ahead';
import { bundled, removed } from '../testing/bundle';
import { tinyFiles, type TinyFiles } from '../testing/tiny-files';
import type { CallName, Calls } from './worker-messages';
import { WorkerExplainer } from './worker-explainer';

const EN: TinyModel = { ...TINY_EN, name: 'en' };
const ZH: TinyModel = { ...TINY_ZH, name: 'zh' };

/** What is read of a model for an explanation. */
const modelFiles = ({ name, marks }: TinyModel) =>
  ['card.json', 'model.json', 'vocabulary.txt', 'group1-shard1of1.bin', ...(marks ? ['saliency.bin'] : [])].map(
    (file) => `models/${name}/${file}`,
  );

const rested = () => new Promise((resolve) => setTimeout(resolve, 20));

/** What is begun for a request, in the order of the alphabet. */
async function begunFor(request: Calls[CallName]['request'], files?: TinyFiles): Promise<string[]> {
  const all = files ?? (await tinyFiles(EN, ZH));
  new ReadAhead(all).begin(request);
  await rested();
  return [...all.asked].sort();
}

describe('what is begun', () => {
  const always = ['dist/kernels.wasm', 'dist/models.json'];
  const english = [...always, ...modelFiles(EN)].sort();
  const chinese = [...always, 'dist/jieba.table', ...modelFiles(ZH)].sort();
  const both = ['dist/jieba.table', ...english].sort();

  test.each<[string, Calls[CallName]['request'], string[]]>([
    ['an English text', { text: 'I loved it.' }, english],
    ['a Chinese text', { text: '质量很好。' }, chinese],
    ['a text that has no words of either', { text: '5 + 5' }, english],
    ['a text of both languages, more of it Chinese', { text: '质量很 good。' }, chinese],
    ['a text of both languages, more of it English', { text: 'The 质量 is not good at all.' }, both],
    ['a text of both that is to be read as Chinese', { text: '质量很 good。', language: 'zh' }, chinese],
    ['a text for a model that is named', { text: 'I loved it.', model: 'zh' }, [...always, ...modelFiles(ZH)].sort()],
    ['a preferred model', { text: '5', preferred: { model: { en: 'zh' } } }, [...always, ...modelFiles(ZH)].sort()],
    ['texts in a batch', { texts: ['很好', 'good'], explain: false }, chinese],
    ['no texts in a batch', { texts: [], explain: false }, ['dist/models.json']],
    ['a text that is none', { text: 5 as never }, ['dist/models.json']],
    ['a card', 'en', ['dist/models.json']],
    ['the list of models', undefined, ['dist/models.json']],
    [
      'a model that there is not',
      { text: 'Good.', model: 'fr' },
      [...always, 'models/fr/card.json', 'models/fr/model.json'],
    ],
    ['a name that leads elsewhere', { text: 'Good.', model: '../../en' }, always],
  ])('for %s', async (_, request, files) => {
    expect(await begunFor(request)).toEqual(files);
  });

  test('of a model: all but what hovers ask for, and what stands beside its folder', async () => {
    const files = await tinyFiles(EN);
    const card = { files: { 'model.json': 1, '../vocabularies/en-1.txt': 1, 'counts.txt': 1 } };
    files.bytes.set('models/en/card.json', new TextEncoder().encode(JSON.stringify(card)));
    const begun = await begunFor({ text: 'Good.', model: 'en' }, files);
    expect(begun.filter((path) => path.startsWith('models/'))).toEqual([
      'models/en/card.json',
      'models/en/model.json',
      'models/vocabularies/en-1.txt',
    ]);
  });

  test('nothing more once it is over, and nothing of it is kept', async () => {
    const files = await tinyFiles(EN);
    const ahead = new ReadAhead(files);
    ahead.begin({ text: 'Good.' });
    ahead.end();
    await rested();
    expect(files.asked).not.toContain('models/en/group1-shard1of1.bin');
    await ahead.read('dist/kernels.wasm');
    expect(files.asked.filter((path) => path === 'dist/kernels.wasm')).toHaveLength(2);
  });
});

describe('a worker whose files are read ahead', () => {
  let script: string;
  beforeAll(async () => {
    script = await bundled('worker.cjs');
    return () => removed(dirname(script));
  });

  /** An explainer whose worker starts when it is told to. */
  function held(files: TinyFiles) {
    let release!: () => void;
    const released = new Promise<void>((resolve) => (release = resolve));
    const start = () => released.then(() => startNodeWorker(script));
    return { explainer: new WorkerExplainer(start, files, { readsAhead: true }), release };
  }

  test.each<[string, ExplainRequest, TinyModel]>([
    ['English', { text: 'I loved it.' }, EN],
    ['Chinese', { text: '质量很好。' }, ZH],
  ])('finds them read when it is up, and each was read once: %s', async (_, request, model) => {
    const files = await tinyFiles(EN, ZH);
    const { explainer, release } = held(files);
    const explaining = explainer.explain(request);
    await rested();
    const before = [...files.asked];
    expect(before).toEqual(expect.arrayContaining(modelFiles(model)));
    release();
    expect((await explaining).text).toBe(request.text);
    // What only the worker can know of: the models of the person's own.
    expect([...files.asked].sort()).toEqual([...before, 'own-models/models.json'].sort());
    await explainer.explain({ ...request, text: `${request.text} ${request.text}` });
    expect(files.asked).toHaveLength(before.length + 1);
    await explainer.dispose();
  });

  test('reads them again for the next worker', async () => {
    const files = await tinyFiles(EN);
    const { explainer, release } = held(files);
    release();
    await explainer.explain({ text: 'I loved it.' });
    await explainer.restart();
    files.bytes.delete('models/en/group1-shard1of1.bin');
    await expect(explainer.explain({ text: 'I loved it.' })).rejects.toMatchObject({
      code: 'damaged-model',
      message: expect.stringContaining('group1-shard1of1.bin cannot be read') as string,
    });
    await explainer.dispose();
  });

  test.each<[string, (files: TinyFiles) => void, RegExp]>([
    ['a card that is none', (f) => f.bytes.set('models/en/card.json', new Uint8Array([123])), /card\.json is not JSON/],
    ['no card', (f) => f.bytes.delete('models/en/card.json'), /card\.json cannot be read/],
    ['no weights', (f) => f.bytes.delete('models/en/group1-shard1of1.bin'), /group1-shard1of1\.bin cannot be read/],
    ['no kernels', (f) => f.bytes.delete('dist/kernels.wasm'), /Install Saliency again/],
    ['no list', (f) => f.bytes.delete('dist/models.json'), /Install Saliency again/],
  ])('says the same of what is damaged: %s', async (_, damage, message) => {
    const files = await tinyFiles(EN);
    damage(files);
    const { explainer, release } = held(files);
    const plain = new WorkerExplainer(() => startNodeWorker(script), files);
    const request = { text: 'I loved it.', model: 'en' };
    const said = (error: Error) => error.message;
    const asked = explainer.explain(request).then(() => 'an answer', said);
    release();
    expect(await asked).toMatch(message);
    expect(await plain.explain(request).then(() => 'an answer', said)).toBe(await asked);
    await Promise.all([explainer.dispose(), plain.dispose()]);
  });
});
