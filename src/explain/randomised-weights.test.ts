import { beforeAll, expect, test } from 'vitest';
import { loadWholeModel } from '../model/network/load-whole-model';
import { startTestBackend } from '../model/testing/backend';
import { TINY_EN, TINY_ZH, tinyModel, type TinyModel } from '../model/testing/tiny-models';
import { segmentSpaced } from '../text/spaced';
import { kendallTau } from './agreement/kendall';
import { explainText, traits } from './explain';
import { methodsOf } from './methods/methods';

// Adebayo et al. 2018, "Sanity checks for saliency maps": an explanation that stays the same when the weights are drawn
// anew explains the text, not the model.

beforeAll(startTestBackend);

const words = (tiny: TinyModel, from: number) => Array.from({ length: 12 }, (_, i) => tiny.words[(from + 5 * i) % 19]);

function cut(tiny: TinyModel, from: number) {
  const text = words(tiny, from).join(' ');
  return { text, language: tiny.language, words: segmentSpaced(text) };
}

async function scores(tiny: TinyModel) {
  const files = await tinyModel(tiny);
  const model = await loadWholeModel(tiny.name, (file) => Promise.resolve(files.get(file)!));
  const found = new Map(
    methodsOf(traits(model)).map((method) => [
      method,
      [0, 1, 2, 3, 4, 5].map((from) =>
        explainText(model, cut(tiny, from), { method, target: 'positive' }).words.map(({ score }) => score),
      ),
    ]),
  );
  model.dispose();
  return found;
}

/** Words that a model skips have 0 whatever its weights are: they would agree. */
function tauOfRead(own: readonly number[], random: readonly number[]): number {
  const read = own.flatMap((score, word) => (score === 0 && random[word] === 0 ? [] : [word]));
  const of = (scores: readonly number[]) => read.map((word) => scores[word]);
  return kendallTau(of(own), of(random)) ?? 0;
}

test.each([TINY_EN, TINY_ZH])('with other weights every method of $architecture says other things', async (tiny) => {
  const [own, random] = [await scores(tiny), await scores({ ...tiny, seed: tiny.seed + 100 })];
  expect(own.size).toBeGreaterThan(3);
  for (const [method, texts] of own) {
    const taus = texts.map((text, i) => tauOfRead(text, random.get(method)![i]));
    const mean = taus.reduce((sum, tau) => sum + tau, 0) / taus.length;
    expect({ method, alike: Math.abs(mean) > 0.6 }).toEqual({ method, alike: false });
  }
});
