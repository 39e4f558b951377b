import { beforeAll, afterAll, describe, expect, test } from 'vitest';
import type { Explanation } from '../../shared/explanation';
import { TINY_EN, TINY_EN_THREE, TINY_ZH } from '../../model/testing/tiny-models';
import { SaliencyError } from '../../shared/saliency-error';
import { isExplanation, isRefusal, type BatchResult } from '../../shared/protocol/batch';
import type { EngineStatus } from '../engine-status';
import type { Explainer, ExplainRequest } from '../../shared/protocol/explainer';
import { tinyFiles, type TinyFiles } from './tiny-files';

/** An explainer that tells what it holds: both twins do. */
export type Watched = Explainer & { status(): Promise<EngineStatus> };

export const ZH = '这个手机质量很好，但是服务不好。';
export const EN = 'The plot is thin, but I loved every minute of it.';

/** Texts with words for which others can stand. */
const OPINIONS = [
  'It is good.',
  'I loved every minute.',
  'It is not bad.',
  '质量很好。',
  '服务很差，不喜欢。',
  '手机不好，但是很快。',
];

/** All but the time it took, as bytes. */
const bytesOf = (explanation: Explanation): string => JSON.stringify({ ...explanation, milliseconds: 0 });

/** A request for every method of every model that there is, for a Chinese and an English text. */
async function everyMethod(explainer: Explainer, zh: string, en: string): Promise<ExplainRequest[]> {
  const models = await explainer.models();
  return models.flatMap(({ name: model, language, methods }) =>
    methods.map((method) => ({ text: language === 'zh' ? zh : en, model, method })),
  );
}

/** A worker gives the bytes that this process gives: of each text and method, and of what would change predictions. Disposes both. */
export async function expectSameBytes(local: Explainer, worker: Explainer): Promise<void> {
  const requests = await everyMethod(local, ZH, 'The plot is thin, but I loved every minute.');
  expect(requests.length).toBeGreaterThan(10);
  for (const request of requests) {
    expect(bytesOf(await worker.explain(request))).toBe(bytesOf(await local.explain(request)));
  }
  const offered = [];
  for (const text of OPINIONS) {
    const found = await worker.counterfactuals({ text });
    expect(found).toEqual(await local.counterfactuals({ text }));
    offered.push(...found.replacements.found);
  }
  expect(offered.length).toBeGreaterThan(0);
  await Promise.all([local.dispose(), worker.dispose()]);
}

/** What every `Explainer` must do, wherever it runs. */
export function explainerSuite(make: (files: TinyFiles) => Watched): void {
  let files: TinyFiles;
  let explainer: Watched;
  beforeAll(async () => {
    files = await tinyFiles(TINY_ZH, TINY_EN, TINY_EN_THREE);
    explainer = make(files);
  });
  afterAll(() => explainer.dispose());

  const refusal = (request: ExplainRequest): Promise<SaliencyError> =>
    explainer.explain(request).then(
      () => expect.fail('it was explained'),
      (error: unknown) => {
        expect(error).toBeInstanceOf(SaliencyError);
        return error as SaliencyError;
      },
    );

  describe('explains', () => {
    test('Chinese by state distance: the shares of the way sum to 1, skipped words have none', async () => {
      const found = await explainer.explain({ text: ZH });
      expect(found).toMatchObject({
        text: ZH,
        language: 'zh',
        model: 'zh-tiny',
        method: 'state-distance',
        signed: false,
      });
      expect(found.words.map(({ text }) => text).join('')).toBe(ZH);
      for (const { text, start, end } of found.words) expect(ZH.slice(start, end)).toBe(text);
      expect(found.words.reduce((sum, { score }) => sum + score, 0)).toBeCloseTo(1, 4);
      for (const { known, score } of found.words) if (!known) expect(score).toBe(0);
      expect(found.words.some(({ known }) => !known)).toBe(true);
      expect(found.words.at(-1)!.distance).toBe(0);
      expect(found.words[0].attention).toBeUndefined();
      expect(found.milliseconds).toBeGreaterThan(0);
    });

    test('English by gradient × input, with the attention beside it', async () => {
      const found = await explainer.explain({ text: EN });
      expect(found).toMatchObject({ language: 'en', model: 'en-tiny', method: 'gradient-x-input', signed: true });
      expect(found.baseline).toBe('zero embedding');
      expect(found.words.reduce((sum, { attention }) => sum + attention!, 0)).toBeCloseTo(1, 4);
      expect(found.words.every(({ score }) => Number.isFinite(score))).toBe(true);
      expect(Object.keys(found.probabilities)).toEqual(['negative', 'positive']);
      expect(found.probabilities[found.label]).toBe(Math.max(...Object.values(found.probabilities)));
      expect(found.target).toBe(found.label);
    });

    test('for another label: of two, the scores turn their sign', async () => {
      const [against, forIt] = await Promise.all(
        ['negative', 'positive'].map((target) => explainer.explain({ text: EN, target })),
      );
      expect([against.target, forIt.target]).toEqual(['negative', 'positive']);
      expect(against.label).toBe(forIt.label);
      expect(against.words.map(({ score }) => score)).toEqual(
        forIt.words.map(({ score }) => (score === 0 ? 0 : -score)),
      );
    });

    test('with another model and another method', async () => {
      const found = await explainer.explain({ text: EN, model: 'en-tiny-three', method: 'attention' });
      expect(Object.keys(found.probabilities)).toEqual(['negative', 'neutral', 'positive']);
      expect(found).toMatchObject({ model: 'en-tiny-three', method: 'attention', signed: false });
      expect(found.words.map(({ score }) => score)).toEqual(found.words.map(({ attention }) => attention));
    });

    test('the same text with the same bytes, every time', async () => {
      const again = make(files);
      const requests = await everyMethod(explainer, ZH, EN);
      // In int16 and in float32, in one direction and in two.
      const learnt = requests.filter(({ method }) => method?.startsWith('learned')).map(({ model }) => model);
      expect(learnt).toEqual([...Array(3).fill('zh-tiny'), ...Array(3).fill('en-tiny-three')]);
      for (const request of requests) {
        const [first, kept, anew] = [
          await explainer.explain(request),
          await explainer.explain(request),
          await again.explain(request),
        ];
        expect(bytesOf(kept)).toBe(bytesOf(first));
        expect(bytesOf(anew)).toBe(bytesOf(first));
      }
      await again.dispose();
    });

    test('one label rather than another, by a method with a sign', async () => {
      const model = 'en-tiny-three';
      const found = await explainer.explain({ text: EN, model, target: 'positive', against: 'neutral' });
      expect(found).toMatchObject({ method: 'gradient-x-input', target: 'positive', against: 'neutral' });
      const [one, other] = await Promise.all(
        ['positive', 'neutral'].map((target) => explainer.explain({ text: EN, model, target })),
      );
      found.words.forEach(({ score }, i) => expect(score).toBeCloseTo(one.words[i].score - other.words[i].score, 4));
      const zh = { text: ZH, target: 'positive', against: 'negative' };
      expect(await explainer.explain(zh)).toMatchObject({ method: 'gradient-x-input', signed: true });
      expect(await refusal({ ...zh, method: 'state-distance' })).toMatchObject({ code: 'method-not-signed' });
      expect(await refusal({ ...zh, against: 'positive' })).toMatchObject({ code: 'same-labels' });
    });

    test('how far additive scores are from what they add up to', async () => {
      for (const method of ['integrated-gradients', 'shap', 'lrp'] as const) {
        const { completeness, words } = await explainer.explain({ text: EN, method });
        expect(Number.isFinite(completeness)).toBe(true);
        expect(words.some(({ score }) => score !== 0)).toBe(true);
      }
      expect((await explainer.explain({ text: EN, method: 'occlusion' })).completeness).toBeUndefined();
      const { code, data } = await refusal({ text: EN.repeat(5), method: 'shap' });
      expect({ code, data }).toMatchObject({ code: 'too-many-words', data: { most: 40 } });
    });

    test('mixed text in the language with more words, or in the one asked for', async () => {
      const text = '这个手机很好, I loved it';
      const found = await explainer.explain({ text });
      expect(found).toMatchObject({ language: 'zh', model: 'zh-tiny' });
      expect(found.warnings[0].message).toMatch(/Chinese and \d English words?: it was read as Chinese\.$/);
      expect(await explainer.explain({ text, language: 'en' })).toMatchObject({ language: 'en', model: 'en-tiny' });
    });

    test("with a person's preferences, but never against the request", async () => {
      const preferred = { model: { en: 'en-tiny-three' }, method: 'attention' } as const;
      expect(await explainer.explain({ text: EN, preferred })).toMatchObject({
        model: 'en-tiny-three',
        method: 'attention',
      });
      expect(await explainer.explain({ text: ZH, preferred })).toMatchObject({
        model: 'zh-tiny',
        method: 'state-distance',
      });
      const asked = { model: 'en-tiny', method: 'gradient-x-input' } as const;
      expect(await explainer.explain({ text: EN, ...asked, preferred })).toMatchObject(asked);
    });
  });

  describe('tells the prediction alone', () => {
    test.each([
      { text: ZH },
      { text: EN },
      { text: EN, model: 'en-tiny-three' },
      { text: '这个手机很好, I loved it', preferred: { model: { en: 'en-tiny-three' } } },
      { text: '猫狗鱼', language: 'zh' as const },
    ])('as the explanation does: %j', async (request) => {
      const found = await explainer.predict(request);
      const { words, ...rest } = await explainer.explain(request);
      const { text, language, model, label, probabilities, warnings } = rest;
      expect(words.length).toBeGreaterThan(0);
      expect({ ...found, milliseconds: 0 }).toEqual({
        ...{ text, language, model, label, probabilities, warnings },
        milliseconds: 0,
      });
      // The clock of a browser is coarse.
      expect(found.milliseconds).toBeGreaterThanOrEqual(0);
    });

    test('and refuses what it cannot read', async () => {
      await expect(explainer.predict({ text: ' ' })).rejects.toMatchObject({ code: 'no-words' });
      await expect(explainer.predict({ text: EN, model: 'nope' })).rejects.toMatchObject({ code: 'unknown-model' });
      await expect(explainer.predict({ text: EN }, AbortSignal.abort('gone'))).rejects.toBe('gone');
    });
  });

  describe('answers many texts at once', () => {
    const texts = [ZH, EN, '', 'I loved it.', '很好', 'a\ud800b', EN, 'a'.repeat(100_001)];

    test('each as if it had come alone, in order, whatever stands beside it', async () => {
      const alone = await Promise.all([ZH, EN, 'I loved it.'].map((text) => explainer.explain({ text })));
      const batch = await explainer.batch({ texts, explain: true });
      expect(batch).toHaveLength(texts.length);
      expect([0, 1, 3].map((i) => bytesOf(batch[i] as Explanation))).toEqual(alone.map(bytesOf));
      const turned = await explainer.batch({ texts: texts.toReversed(), explain: true });
      const untimed = (answers: readonly BatchResult[]) => answers.map((answer) => ({ ...answer, milliseconds: 0 }));
      expect(untimed(turned.toReversed())).toEqual(untimed(batch));
    });

    test('a text that cannot be answered is refused in its place', async () => {
      const batch = await explainer.batch({ texts, explain: false });
      expect(batch[2]).toEqual({ error: 'There are no words in this text.', code: 'no-words' });
      expect(batch[7]).toMatchObject({ code: 'too-long' });
      expect(batch.filter(isRefusal)).toHaveLength(2);
      expect(batch.some(isExplanation)).toBe(false);
      expect({ ...batch[1], milliseconds: 0 }).toEqual({ ...(await explainer.predict({ text: EN })), milliseconds: 0 });
      const [zh, en] = await explainer.batch({ texts: [ZH, EN], method: 'attention', explain: true });
      expect([zh, en]).toMatchObject([{ code: 'method-not-offered' }, { method: 'attention' }]);
    });

    test('a text that the method cannot take is refused, and its neighbours are answered', async () => {
      const batch = await explainer.batch({ texts: [EN, `${EN} `.repeat(20), EN], method: 'shap', explain: true });
      expect(batch[1]).toMatchObject({ code: 'too-many-words' });
      expect(batch.map(isExplanation)).toEqual([true, false, true]);
    });

    test('with the faithfulness that is measured for each alone', async () => {
      const batch = await explainer.batch({ texts: [ZH, ' ', EN], explain: true, faithfulness: true });
      const alone = await Promise.all([ZH, EN].map((text) => explainer.trust({ text })));
      expect(alone[0].faithfulness).toBeDefined();
      const measured = batch.map((answer) => ('faithfulness' in answer ? answer.faithfulness : undefined));
      expect(measured).toEqual([alone[0].faithfulness, undefined, alone[1].faithfulness]);
    });

    test('what would fail every text rejects, and so does an abort', async () => {
      const request = { texts, explain: false };
      await expect(explainer.batch({ ...request, model: 'nope' })).rejects.toMatchObject({ code: 'unknown-model' });
      const asked = explainer.batch({ ...request, model: 'en-tiny', language: 'zh' });
      await expect(asked).rejects.toMatchObject({ code: 'wrong-language' });
      await expect(explainer.batch(request, AbortSignal.abort('gone'))).rejects.toBe('gone');
      expect(await explainer.batch({ texts: [], explain: true })).toEqual([]);
    });
  });

  describe('takes any text', () => {
    test.each(['好', '!!!', '🙂🙂', 'a\ud800b\udc00', '\r\n好\r\n', '१२३', '<br /> . <br />'])('%j', async (text) => {
      const found = await explainer.explain({ text });
      expect(found.text).toBe(text);
      for (const word of found.words) expect(text.slice(word.start, word.end)).toBe(word.text);
    });

    test('of which no word is known: scores of 0 by state distance, and a warning', async () => {
      const found = await explainer.explain({ text: '猫狗鱼', language: 'zh' });
      expect(found.words.every(({ score, known }) => score === 0 && !known)).toBe(true);
      expect(found.warnings.map(({ message }) => message).join()).toMatch(
        /No word of this text is in the model’s vocabulary/,
      );
    });

    test('of 100,000 characters', async () => {
      const text = `${'really-good '.repeat(8_333)}bad.`;
      const found = await explainer.explain({ text, method: 'gradient-x-input' });
      expect(text).toHaveLength(100_000);
      expect(found.words).toHaveLength(8_335);
      expect(found.warnings.map(({ message }) => message).join()).toMatch(
        /The text has 8335 words; this model was trained on at most 20\./,
      );
    });
  });

  describe('refuses in a sentence', () => {
    test.each(['', '   \n\t', '<br />', '\u200b'])('a text without words: %j', async (text) => {
      expect(await refusal({ text })).toMatchObject({ code: 'no-words', message: 'There are no words in this text.' });
    });

    test('a text that is too long', async () => {
      const { code, message } = await refusal({ text: 'a'.repeat(100_001) });
      expect(code).toBe('too-long');
      expect(message).toBe('The text is too long: 100,001 characters; at most 100,000 are explained at a time.');
    });

    test('a wrong model, method or target, naming the right ones', async () => {
      expect(await refusal({ text: EN, model: 'nope' })).toMatchObject({
        code: 'unknown-model',
        message: 'There is no model “nope”. There are: zh-tiny, en-tiny, en-tiny-three.',
      });
      expect(await refusal({ text: EN, preferred: { model: { en: '../en' } } })).toMatchObject({
        code: 'unknown-model',
      });
      expect(await refusal({ text: EN, method: 'state-distance' })).toMatchObject({
        code: 'method-not-offered',
        message:
          'The model “en-tiny” does not offer the method “state-distance”, which is for recurrent models that decide from ' +
          `their last states. It offers: gradient-x-input, integrated-gradients, occlusion, lrp, shap, attention, attention-x-norm, phrase-shapley.`,
      });
      expect(await refusal({ text: EN, target: 'great' })).toMatchObject({
        code: 'unknown-target',
        message: 'The model “en-tiny” has no label “great”. It has: negative, positive.',
      });
      expect(await refusal({ text: EN, model: 'en-tiny', language: 'zh' })).toMatchObject({
        code: 'wrong-language',
        message: 'The model “en-tiny” is for English texts, not for Chinese ones.',
      });
    });
  });

  describe('cancels', () => {
    test('before the start, while waiting, while running; what comes next is not disturbed', async () => {
      const reason = new Error('not wanted any more');
      await expect(explainer.explain({ text: EN }, AbortSignal.abort(reason))).rejects.toBe(reason);
      const [running, waiting] = [new AbortController(), new AbortController()];
      const first = explainer.explain({ text: `${ZH}1` }, running.signal);
      const second = explainer.explain({ text: `${ZH}2` }, waiting.signal);
      const third = explainer.explain({ text: `${ZH}3` });
      waiting.abort(reason);
      running.abort(reason);
      await expect(first).rejects.toBe(reason);
      await expect(second).rejects.toBe(reason);
      expect((await third).text).toBe(`${ZH}3`);
    });
  });
}
