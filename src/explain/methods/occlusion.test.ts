import { beforeAll, expect, test } from 'vitest';
import { loadWholeModel } from '../../model/network/load-whole-model';
import { startTestBackend } from '../../model/testing/backend';
import { TINY_EN, TINY_EN_THREE, TINY_ZH, tinyModel } from '../../model/testing/tiny-models';
import { attributionBy } from './method';
import { occlusion } from './occlusion';
import { runToEnd } from '../chunked-work';
import { runForward } from '../forward-result';
import { logitOf, targetOf } from './target';

beforeAll(startTestBackend);

test.each([TINY_EN, TINY_EN_THREE, TINY_ZH])(
  'to the last digit what forward passes of the shortened texts give, skipped words between: $name',
  async (tiny) => {
    const files = await tinyModel(tiny);
    const model = await loadWholeModel(tiny.name, (file) => Promise.resolve(files.get(file)!));
    expect(model.leaveOneOutLogits).toBeDefined();
    for (const length of [1, 2, 30, 600]) {
      const ids = Int32Array.from({ length }, (_, i) =>
        i % 7 === 3 ? 0 : 1 + ((i * i) % (model.vocabulary.size - 1)),
      );
      const mask = Float32Array.from(ids, (id) => Math.min(1, id));
      const reading = runForward(model, ids, mask);
      const target = targetOf(reading.logits.length, 0);
      const task = { reader: model, ids, mask, reading, target };
      const { scores } = runToEnd(attributionBy(occlusion, task));
      const expected = (word: number) => {
        if (!mask[word]) return 0;
        if (length === 1) return logitOf(target, reading.logits) - logitOf(target, model.forward(Int32Array.of(0), Float32Array.of(0)).logits); // prettier-ignore
        const stays = (_: number, at: number) => at !== word;
        const { logits } = model.forward(ids.filter(stays), mask.filter(stays));
        return logitOf(target, reading.logits) - logitOf(target, logits);
      };
      const tried = length > 100 ? [0, 1, 3, 299, 598, 599] : [...ids.keys()];
      expect(tried.map((word) => scores[word])).toEqual(tried.map(expected));
    }
    model.dispose();
  },
);
