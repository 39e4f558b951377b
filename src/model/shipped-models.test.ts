import { tensor2d, tidy } from '@tensorflow/tfjs-core';
import { readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { segmentEnglish } from '../text/english';
import { verifyModel } from './format/verify-model';
import { loadModel } from './load-model';
import type { Model } from './model';
import { startTestBackend } from './testing/backend';

const MODELS = fileURLToPath(new URL('../../models/', import.meta.url));
const shipped = readdirSync(MODELS).filter((name) => statSync(MODELS + name).isDirectory());
const readerOf = (name: string) => (file: string) => readFile(`${MODELS}${name}/${file}`);

beforeAll(startTestBackend);

/** Log-odds of the last label. */
function logOdds(model: Model, text: string): number {
  const { ids, mask } = model.encode(segmentEnglish(text));
  return tidy(() => {
    const embedded = model.network.embed(tensor2d(ids, [1, ids.length], 'int32'));
    return model.network.forward(embedded, tensor2d(mask, [1, mask.length])).logits.dataSync()[0];
  });
}

describe('shipped models', () => {
  it.each(shipped)('%s is whole, small, and carded', async (name) => {
    await verifyModel(name, readerOf(name));
    const model = await loadModel(name, readerOf(name));
    const { card } = model;
    expect(card.name).toBe(name);
    expect(name === card.language || name === `${card.language}-${card.architecture}`).toBe(true);
    expect(card.size).toBeLessThanOrEqual(6e6);
    expect(card.history.length).toBeGreaterThan(0);
    for (const texts of [card.measured, card.trainedOn, card.changes, card.notFor, card.licence]) {
      expect(texts.length).toBeGreaterThan(0);
    }
    // Quantized weights may lose 0.3 points.
    for (const { accuracy, float32 } of card.measured) expect(float32!.accuracy - accuracy).toBeLessThanOrEqual(0.003);
    model.dispose();
  });

  it('English hears what comes after "but"', async () => {
    const model = await loadModel('en', readerOf('en-additive-attention-bilstm'));
    expect(logOdds(model, 'The plot is thin, but I loved every minute of it.')).toBeGreaterThan(1);
    expect(logOdds(model, 'I wanted to like it, but it was a waste of two hours.')).toBeLessThan(-1);
    model.dispose();
  });
});
