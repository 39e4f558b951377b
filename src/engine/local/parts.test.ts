import { expect, test } from 'vitest';
import type { Files } from '../../shared/protocol/explainer';
import { SaliencyError } from '../../shared/saliency-error';
import { importParts } from './import-parts';
import { loadedCounterfactuals } from './parts';

const files: Files = { read: () => Promise.reject(new Error('no file is read')) };

test('a part that is missing is said, the next one who asks tries again, and what was loaded stays', async () => {
  let asked = 0;
  const counterfactuals = () => {
    asked++;
    return asked === 1 ? Promise.reject(new Error('no such file')) : importParts.counterfactuals(files);
  };
  const parts = { ...importParts, counterfactuals };
  const error = await loadedCounterfactuals(files, parts).catch((problem: unknown) => problem);
  expect(error).toBeInstanceOf(SaliencyError);
  expect(error).toMatchObject({
    code: 'damaged-installation',
    message: expect.stringContaining('no such file') as string,
  });
  const loaded = await loadedCounterfactuals(files, parts);
  expect(await loadedCounterfactuals(files, parts)).toBe(loaded);
  expect(asked).toBe(2);
});
