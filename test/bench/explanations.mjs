import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { explainText } from '../../src/explain/explain';
import { methodsOf } from '../../src/explain/methods';
import { loadModel } from '../../src/model/load-model';
import { tensorMemory } from '../../src/model/tensors';
import { interleaved, median, spread } from './measure.mjs';
import { tfLayers } from './peers/layers.mjs';
import { uniform } from './random.mjs';
import { makeWeights } from './weights.mjs';

const MODELS = join(__dirname, '../../../models');
const NAME = 'en-additive-attention-bilstm';
const WORDS = 100;

/** A method's name → how often as long as one tf.layers forward pass it may take (issue: explanations). */
const TARGETS = { default: 0.5, occlusion: 3, 'integrated-gradients': 5 };

/** A text of the model's own words, the frequent ones oftener; no word twice in a row. */
const textOf = (tokens, random) => {
  const words = Array.from({ length: WORDS }, () => tokens[Math.floor(random() ** 2 * Math.min(tokens.length, 5_000))]);
  let start = 0;
  const cut = words.map((text) => {
    const word = { text, start, end: start + text.length };
    start = word.end + 1;
    return word;
  });
  return { text: words.join(' '), language: 'en', words: cut };
};

/**
 * Milliseconds to explain texts of 100 words by each method of the English model, in one run beside one tf.layers
 * forward pass of the same architecture and size.
 */
export const measureExplanations = async ({ quick, now, log }) => {
  const model = await loadModel(NAME, async (file) => new Uint8Array(readFileSync(join(MODELS, NAME, file))));
  const random = uniform(7);
  const texts = Array.from({ length: 8 }, () => textOf(model.vocabulary.tokens, random));
  const layers = tfLayers(makeWeights({ layers: 2 }));
  const encoded = texts.map(({ words }) => model.encode(words));
  const methods = methodsOf({ ...model.architecture, anatomy: model.anatomy }, model.defaultMethod).filter(
    (method) => method !== 'shap' && method !== 'learned',
  );
  const explain = (method) => ({ name: method, run: (at) => explainText(model, texts[at], { method }) });
  const engines = [
    { name: 'tf.layers forward', run: (at) => layers.run(encoded[at].ids) },
    { name: 'int16 forward', run: (at) => model.forward(encoded[at].ids, encoded[at].mask) },
    ...methods.map(explain),
  ];
  log(`Explaining ${texts.length} texts of ${WORDS} words …`);
  const samples = await interleaved(engines, [...texts.keys()], quick ? 5 : 15, now);
  await layers.close();
  const one = median(samples.get('tf.layers forward'));
  const explanations = engines.map(({ name }) => ({
    name: name === methods[0] ? `${name} (default)` : name,
    milliseconds: median(samples.get(name)),
    spread: spread(samples.get(name)),
    timesLayers: median(samples.get(name)) / one,
    target: name === methods[0] ? TARGETS.default : TARGETS[name],
  }));
  model.dispose();
  return { explanations, wasmMegabytes: tensorMemory().wasmBytes / 2 ** 20 };
};
