import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TINY_EN, TINY_EN_THREE, TINY_ZH } from '../../model/testing/tiny-models';
import { SaliencyError } from '../../shared/saliency-error';
import { EN, ZH, type Watched } from './explainer-suite';
import { tinyFiles, TinyFiles } from './tiny-files';

/** What every `Explainer` must do with the models of its installation: list, keep, find, and tell which are damaged. */
export function installationSuite(make: (files: TinyFiles) => Watched): void {
  let files: TinyFiles;
  let explainer: Watched;
  beforeAll(async () => {
    files = await tinyFiles(TINY_ZH, TINY_EN, TINY_EN_THREE);
    explainer = make(files);
  });
  afterAll(() => explainer.dispose());

  test('lists the models without loading any', async () => {
    const fresh = make(files);
    const [zh, en] = await fresh.models();
    expect(zh).toMatchObject({ name: 'zh-tiny', language: 'zh' });
    expect(zh.methods[0]).toBe('state-distance');
    expect(zh.methods).toEqual(expect.arrayContaining(['gradient-x-input', 'lrp', 'cell-decomposition']));
    expect(en).toMatchObject({ architecture: 'additive-attention-bilstm' });
    expect(en.methods[0]).toBe('gradient-x-input');
    expect(en.methods).toEqual(expect.arrayContaining(['attention', 'attention-x-norm', 'integrated-gradients']));
    // Only those that learnt what people mark.
    expect(zh.methods).toEqual(expect.arrayContaining(['learned', 'learned-occlusion', 'learned-gradient']));
    expect(en.methods.filter((method) => method.startsWith('learned'))).toEqual([]);
    expect(en.measured).toEqual([{ data: 'made-up rows', n: 10, accuracy: 0.5, macroF1: 0.5 }]);
    expect((await fresh.status()).loaded).toEqual([]);
    await fresh.dispose();
  });

  test('leaves no tensors and no memory behind', async () => {
    const once = async (i: number) => {
      // Relevance is worked out in tfjs, the others beside it.
      await explainer.explain({ text: `${ZH}${i}`, method: i % 2 ? 'state-distance' : 'lrp' });
      await explainer.explain({ text: `${EN} ${i}`, method: i % 2 ? 'attention' : 'gradient-x-input' });
    };
    for (let i = 0; i < 10; i++) await once(i);
    const before = await explainer.status();
    for (let i = 10; i < 110; i++) await once(i);
    expect(await explainer.status()).toEqual(before);
    expect(before.tensors).toBeGreaterThan(0);
  });

  test('keeps the three models used last', async () => {
    const four = await tinyFiles(TINY_ZH, TINY_EN, TINY_EN_THREE, { ...TINY_EN, name: 'en-fourth' });
    const fresh = make(four);
    for (const [i, model] of ['en-tiny', 'en-tiny-three', 'zh-tiny', 'en-fourth', 'en-tiny-three'].entries()) {
      await fresh.explain({ text: `${model.startsWith('zh') ? ZH : EN} ${i}`, model });
    }
    expect((await fresh.status()).loaded).toEqual(['zh-tiny', 'en-fourth', 'en-tiny-three']);
    await fresh.dispose();
  });

  test('says how often a model met a word in training, where its folder has the counts', async () => {
    const own = await tinyFiles(TINY_EN);
    const folder = `models/${TINY_EN.name}`;
    const tokens = new TextDecoder()
      .decode(own.bytes.get(`${folder}/vocabulary.txt`))
      .trimEnd()
      .split('\n');
    const without = make(own);
    expect(await without.seen({ model: TINY_EN.name, word: tokens[1] })).toBeUndefined();
    await without.dispose();
    const { labels } = (await make(own).models())[0];
    const rows = tokens.map((_, line) => labels.map((_label, place) => 100 * line + place).join('\t'));
    own.bytes.set(`${folder}/counts.txt`, new TextEncoder().encode(`${rows.join('\n')}\n`));
    const fresh = make(own);
    const counts = Object.fromEntries(labels.map((label, place) => [label, 100 + place]));
    expect(await fresh.seen({ model: TINY_EN.name, word: tokens[1] })).toEqual(counts);
    expect(await fresh.seen({ model: TINY_EN.name, word: 'never-met-qzx' })).toBeUndefined();
    own.bytes.set(`${folder}/counts.txt`, new TextEncoder().encode('1\t2\n'));
    const misfit = make(own);
    expect(await misfit.seen({ model: TINY_EN.name, word: tokens[1] })).toBeUndefined();
    await Promise.all([fresh.dispose(), misfit.dispose()]);
  });

  test('finds models of the person’s own beside the shipped ones, and never in the place of one', async () => {
    const own = await tinyFiles(TINY_ZH, TINY_EN);
    const mine = await tinyFiles({ ...TINY_EN, name: 'en-mine' }, TINY_ZH);
    for (const [path, bytes] of mine.bytes) if (path.startsWith('models/')) own.bytes.set(`own-${path}`, bytes);
    own.bytes.set('own-models/models.json', new TextEncoder().encode(JSON.stringify(['en-mine', TINY_ZH.name])));
    const explainer = make(own);
    const models = await explainer.models();
    expect(models.map(({ name, own: isOwn, problem }) => [name, isOwn, problem])).toEqual([
      ...[TINY_ZH.name, TINY_EN.name].map((name) => [name, undefined, undefined]),
      ['en-mine', true, undefined],
    ]);
    expect((await explainer.explain({ text: EN, model: 'en-mine' })).model).toBe('en-mine');
    await explainer.dispose();
  });

  test.each(['models', 'own-models'])('reads a vocabulary that models in %s have in common', async (where) => {
    const files = await tinyFiles(TINY_ZH, TINY_EN);
    const model = `${where}/${where === 'models' ? TINY_EN.name : 'en-mine'}`;
    const made = await tinyFiles({ ...TINY_EN, name: model.slice(where.length + 1) });
    for (const [path, bytes] of made.bytes) {
      if (path.startsWith('models/')) files.bytes.set(path.replace('models', where), bytes);
    }
    if (where !== 'models') files.bytes.set(`${where}/models.json`, new TextEncoder().encode('["en-mine"]'));
    const alone = make(new TinyFiles(new Map(files.bytes)));
    const name = model.slice(where.length + 1);
    const expected = await alone.explain({ text: EN, model: name });
    await alone.dispose();

    const manifest = JSON.parse(new TextDecoder().decode(files.bytes.get(`${model}/model.json`))) as object;
    const sharing = JSON.stringify({ ...manifest, vocabulary: 'en-1.txt' });
    files.bytes.set(`${model}/model.json`, new TextEncoder().encode(sharing));
    files.bytes.set(`${where}/vocabularies/en-1.txt`, files.bytes.get(`${model}/vocabulary.txt`)!);
    files.bytes.delete(`${model}/vocabulary.txt`);
    const sharer = make(files);
    const found = await sharer.explain({ text: EN, model: name });
    expect({ ...found, milliseconds: 0 }).toEqual({ ...expected, milliseconds: 0 });
    await sharer.dispose();
  });

  describe('where files are damaged', () => {
    const shard = 'models/zh-tiny/group1-shard1of1.bin';
    const utf8 = new TextEncoder();
    test.each<[string, string, (bytes: Uint8Array) => Uint8Array | undefined, string]>([
      ['a truncated shard', shard, (bytes) => bytes.slice(0, -8), 'group1-shard1of1.bin'],
      ['a missing shard', shard, () => undefined, 'group1-shard1of1.bin'],
      ['a foreign model.json', 'models/zh-tiny/model.json', () => utf8.encode('{"modelTopology": {}}'), 'model.json'],
      ['a card that is no JSON', 'models/zh-tiny/card.json', () => utf8.encode('{'), 'card.json'],
      ['an empty vocabulary', 'models/zh-tiny/vocabulary.txt', () => new Uint8Array(), 'vocabulary.txt'],
    ])(
      '%s is named, the other models work, and so does this one once it is repaired',
      async (_, path, damage, name) => {
        const own = await tinyFiles(TINY_ZH, TINY_EN);
        const fresh = make(own);
        const intact = own.bytes.get(path)!;
        const broken = damage(intact);
        if (broken) own.bytes.set(path, broken);
        else own.bytes.delete(path);
        const error = await fresh.explain({ text: ZH, model: 'zh-tiny' }).catch((problem: unknown) => problem);
        expect(error).toBeInstanceOf(SaliencyError);
        expect(error).toMatchObject({ code: 'damaged-model' });
        expect((error as Error).message).toContain('zh-tiny');
        expect((error as Error).message).toContain(name);
        expect((await fresh.explain({ text: EN })).model).toBe('en-tiny');
        own.bytes.set(path, intact);
        expect((await fresh.explain({ text: ZH })).model).toBe('zh-tiny');
        await fresh.dispose();
      },
    );

    test('a list shows the problem beside the name; no default is taken from a broken card', async () => {
      const own = await tinyFiles({ ...TINY_EN, name: 'en-broken' }, TINY_EN);
      own.bytes.delete('models/en-broken/card.json');
      const fresh = make(own);
      const [broken, good] = await fresh.models();
      expect(broken.problem).toContain('card.json');
      expect(good.problem).toBeUndefined();
      expect((await fresh.explain({ text: EN })).model).toBe('en-tiny');
      await fresh.dispose();
    });

    test('no model for a language is said', async () => {
      const fresh = make(await tinyFiles(TINY_EN));
      const error = await fresh.explain({ text: ZH }).catch((problem: unknown) => problem);
      expect(error).toMatchObject({
        code: 'no-model',
        message: 'There is no model for Chinese texts. Installed: en-tiny.',
      });
      await fresh.dispose();
    });
  });
}
