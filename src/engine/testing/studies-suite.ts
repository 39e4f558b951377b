import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TextEdit } from '../../shared/studies';
import { TINY_EN, TINY_EN_THREE, TINY_ZH } from '../../model/testing/tiny-models';
import type { Explainer, ExplainRequest } from '../../shared/protocol/explainer';
import { EN, ZH } from './explainer-suite';
import { tinyFiles, type TinyFiles } from './tiny-files';

/** What every `Explainer` must answer beside explanations, wherever it runs. */
export function studiesSuite(make: (files: TinyFiles) => Explainer): void {
  let explainer: Explainer;
  let files: TinyFiles;
  beforeAll(async () => {
    files = await tinyFiles(TINY_ZH, TINY_EN, TINY_EN_THREE);
    explainer = make(files);
  });
  afterAll(() => explainer.dispose());

  const apply = (text: string, edits: readonly TextEdit[]) =>
    edits.reduceRight(
      (changed, { start, end, newText }) => changed.slice(0, start) + newText + changed.slice(end),
      text,
    );

  describe('beside an explanation', () => {
    test.each<ExplainRequest>([{ text: EN }, { text: ZH }, { text: EN, method: 'attention', target: 'negative' }])(
      'how far it can be trusted: %j',
      async (request) => {
        const [explanation, trust] = [await explainer.explain(request), await explainer.trust(request)];
        const { model, method, target, probabilities, words } = explanation;
        expect(trust).toMatchObject({ model, method, target });
        expect(trust.reading.from).toBe(probabilities[target]);
        expect(trust.bins).toHaveLength(5);
        expect(trust.words).toBeLessThanOrEqual(words.length);
        expect(trust.faithfulness!.random.orders).toBeGreaterThanOrEqual(5);
        const gone = new Set(trust.reading.words);
        const kept = words.filter((_, word) => !gone.has(word)).map(({ text }) => text);
        const without = await explainer.explain({ text: kept.join(' '), model });
        expect(without.words.map(({ text }) => text)).toEqual(kept);
        expect(trust.reading.to).toBe(without.probabilities[target]);
      },
    );

    test('how far the methods agree', async () => {
      const agreement = await explainer.agreement({ text: EN });
      expect(agreement.methods.map(({ method }) => method)).toContain('attention');
      const { words } = await explainer.explain({ text: EN, method: 'attention' });
      const attention = agreement.methods.find(({ method }) => method === 'attention')!;
      expect(attention.scores).toEqual(words.map(({ score }) => score));
      // Signs are not ranked, and words of grammar alone come last.
      const ranked = words
        .filter(({ text }) => /^(plot|thin|loved|every|minute)$/u.test(text))
        .map(({ score }) => score);
      expect(attention.scores[attention.top[0]]).toBe(Math.max(...ranked));
      expect(agreement.pairs).toHaveLength((agreement.methods.length * (agreement.methods.length - 1)) / 2);
      for (const { tau, shared } of agreement.pairs) {
        expect(Math.abs(tau!)).toBeLessThanOrEqual(1);
        expect(shared).toBeGreaterThanOrEqual(0);
      }
    });

    test.each<ExplainRequest>([{ text: EN }, { text: ZH }, { text: EN, model: 'en-tiny-three' }, { text: 'Good.' }])(
      'what flips the prediction, and does when it is made: %j',
      async (request) => {
        const found = await explainer.counterfactuals(request);
        expect(found.removals.found.length > 0 || found.removals.proven).toBe(true);
        for (const { edits, label, probabilities } of [...found.removals.found, ...found.replacements.found]) {
          const changed = await explainer.explain({ ...request, text: apply(request.text, edits) });
          expect(changed.label).not.toBe(found.label);
          expect(changed).toMatchObject({ label, probabilities });
        }
      },
    );

    test('what the model is, as its card has it', async () => {
      const [{ name }] = await explainer.models();
      const file = JSON.parse(new TextDecoder().decode(await files.read(`models/${name}/card.json`))) as object;
      expect(await explainer.card(name)).toEqual(file);
      await expect(explainer.card('no-such-model')).rejects.toMatchObject({ code: 'unknown-model' });
    });

    test('what an edit changes, word by word', async () => {
      const { before, after, words } = await explainer.whatIf({
        text: EN,
        edited: EN.replace('loved', 'really hated'),
      });
      const [old, now] = [
        await explainer.explain({ text: EN }),
        await explainer.explain({ text: after.text, target: before.target }),
      ];
      expect({ ...before, milliseconds: 0 }).toEqual({ ...old, milliseconds: 0 });
      expect({ ...after, milliseconds: 0 }).toEqual({ ...now, milliseconds: 0 });
      const kinds = words.map(({ before: b, after: a }) => (b === undefined ? '+' : a === undefined ? '-' : '='));
      expect(kinds.join('')).toBe('=======-++=====');
      const same = words.filter(({ difference }) => difference !== undefined);
      for (const { before: b, after: a, difference } of same) {
        expect(difference).toBeCloseTo(after.words[a!].score - before.words[b!].score, 5);
      }
    });

    test('how the prediction came about', async () => {
      const [trace, { probabilities, words }] = [
        await explainer.trace({ text: EN }),
        await explainer.explain({ text: EN }),
      ];
      expect(trace.prefixes).toHaveLength(words.length);
      expect(trace.prefixes.at(-1)!.probabilities).toEqual(probabilities);
      expect(trace.layers.map(({ layer, direction }) => `${layer} ${direction}`)).toEqual([
        '0 forward',
        '0 backward',
        '1 forward',
        '1 backward',
      ]);
      for (const { forget, cellNorm } of trace.layers) {
        expect(forget.every((mean) => mean > 0 && mean < 1)).toBe(true);
        expect(cellNorm).toHaveLength(words.length);
      }
    });

    test.each(['好', '猫狗鱼', 'zebra', '!!!', 'good'])('for any text: %j', async (text) => {
      const trust = await explainer.trust({ text });
      expect(trust.curve[0].removed).toBe(0);
      const { removals } = await explainer.counterfactuals({ text });
      expect(removals.proven).toBe(true);
      expect((await explainer.agreement({ text })).methods.length).toBeGreaterThan(1);
      expect((await explainer.trace({ text })).prefixes.length).toBeGreaterThan(0);
      expect((await explainer.whatIf({ text, edited: `${text}${text}` })).before.text).toBe(text);
    });

    test('the same bytes every time, here and anew', async () => {
      const again = make(files);
      for (const text of [EN, ZH]) {
        for (const study of ['trust', 'agreement', 'counterfactuals', 'trace'] as const) {
          const [one, two] = [await explainer[study]({ text }), await again[study]({ text })];
          expect(JSON.stringify(one)).toBe(JSON.stringify(two));
        }
      }
      await again.dispose();
    });

    test('a text without words, or a wrong method, is refused as for an explanation', async () => {
      await expect(explainer.trust({ text: ' ' })).rejects.toMatchObject({ code: 'no-words' });
      await expect(explainer.trace({ text: EN, model: 'nope' })).rejects.toMatchObject({ code: 'unknown-model' });
      await expect(explainer.whatIf({ text: EN, edited: '' })).rejects.toMatchObject({ code: 'no-words' });
    });

    test.each([
      ['counterfactuals', 40, undefined],
      ['explain', 100, 'occlusion'],
      ['explain', 200, 'integrated-gradients'],
    ] as const)(
      'long work that nobody waits for any more does not hold up what comes next: %s (%i times) %s',
      async (...work) => {
        const [question, times, method] = work;
        const text = 'I loved every thin plot of it, but not this. '.repeat(times);
        const started = performance.now();
        // Of another target than the next time, so that the answer was not kept.
        await explainer[question]({ text, method, target: 'negative' });
        const whole = performance.now() - started;
        const waits: number[] = [];
        // The shortest of three: what else the machine does can only make it longer.
        while (waits.length < 3) {
          const abort = new AbortController();
          const reason = new Error('not wanted any more');
          const long = explainer[question]({ text, method }, abort.signal);
          const refused = expect(long).rejects.toBe(reason);
          // It is under way once the queue took it, a turn of the event loop later.
          await new Promise(setImmediate);
          const since = performance.now();
          abort.abort(reason);
          expect((await explainer.explain({ text: 'It is not good.' })).words).toHaveLength(5);
          waits.push(performance.now() - since);
          await refused;
        }
        expect(Math.min(...waits)).toBeLessThan(whole / 2);
      },
    );
  });
}
