import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { segmentSpaced } from '../../src/text/spaced';
import { newExplainer, INSTALLATION } from './engine.mjs';
import { median, spread } from './measure.mjs';
import { shippedModel, shippedWeights } from './models.mjs';
import { tfLayers } from './peers/layers.mjs';

const MODEL = 'en-additive-attention-bilstm';

/** The paragraphs of our English samples, and all of each file: 10 to 250 words. */
const texts = () => {
  const folder = join(INSTALLATION, 'samples');
  return readdirSync(folder).flatMap((file) => {
    const whole = readFileSync(join(folder, file), 'utf8');
    const parts = [whole, ...whole.split(/\n\s*\n/)].map((text) => text.trim());
    return parts.filter((text) => !/\p{Script=Han}/u.test(text) && segmentSpaced(text).length >= 10);
  });
};

/**
 * The shipped two-layer model on real texts: the extension's own worker, from a text to its prediction (message, cutting into
 * words and all), against tf.layers on the same weights in a worker, from ids to logits.
 */
export const measureShipped = async ({ quick, log, now }) => {
  const all = texts();
  const model = await shippedModel(MODEL);
  const ids = all.map((text) => model.encode(segmentSpaced(text)).ids);
  const explainer = newExplainer();
  const peer = tfLayers(await shippedWeights(MODEL));
  const ours = async () => {
    const start = now();
    for (const text of all) await explainer.predict({ text, language: 'en', model: MODEL });
    return now() - start;
  };
  const theirs = async () => {
    const start = now();
    for (const one of ids) await peer.run(one);
    return now() - start;
  };
  log(
    `${all.length} texts of ${Math.min(...ids.map((one) => one.length))} to ${Math.max(...ids.map((one) => one.length))} words …`,
  );
  const rounds = { ours: [], theirs: [] };
  for (let round = -2; round < (quick ? 3 : 7); round++) {
    const [a, b] = [await ours(), await theirs()];
    if (round < 0) continue;
    rounds.ours.push(a / all.length);
    rounds.theirs.push(b / all.length);
  }
  await explainer.dispose();
  await peer.close();
  model.dispose();
  const words = ids.reduce((sum, one) => sum + one.length, 0) / ids.length;
  const ratio = median(rounds.ours.map((value, round) => rounds.theirs[round] / value));
  const figures = (name, values) => ({ name, milliseconds: median(values), spread: spread(values) });
  return {
    shipped: {
      model: MODEL,
      texts: all.length,
      words,
      ratio,
      engines: [figures("Saliency, the extension's worker", rounds.ours), figures('tf.layers, wasm', rounds.theirs)],
    },
  };
};
