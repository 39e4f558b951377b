import * as tf from '@tensorflow/tfjs-core';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { explainText } from '../../src/explain/explain';
import { methodsOf } from '../../src/explain/methods/methods';
import { targetOf } from '../../src/explain/methods/target';
import { outputsOf } from '../../src/model/architectures/configuration';
import { loadWholeModel, networkOf } from '../../src/model/network/load-whole-model';
import { tensorMemory } from '../../src/model/network/tensors';
import { interleaved, median, spread } from './measure.mjs';
import { tfLayers } from './peers/layers.mjs';
import { uniform } from './random.mjs';
import { makeWeights } from './weights.mjs';

const MODELS = join(__dirname, '../../../models');
/** The reference's own architecture first, then the defaults, then all other recurrent models. */
const FIRST = ['en-additive-attention-bilstm', 'en', 'zh'];
const RECURRENT = ['last-states', 'sequence'];
const LAYERS = 'tf.layers, forward only';
const WORDS = 100;

/** A method's name → how often as long as one tf.layers forward pass it may take (issue: explanations). */
const TARGETS = { default: 0.5, occlusion: 3, 'integrated-gradients': 5 };

/** A text of the model's own words, the frequent ones oftener; no word twice in a row. */
const textOf = ({ vocabulary: { tokens }, card: { language } }, random) => {
  const words = Array.from({ length: WORDS }, () => tokens[Math.floor(random() ** 2 * Math.min(tokens.length, 5_000))]);
  let start = 0;
  const cut = words.map((text) => {
    const word = { text, start, end: start + text.length };
    start = word.end + 1;
    return word;
  });
  return { text: words.join(' '), language, words: cut };
};

const load = (name) => loadWholeModel(name, async (file) => new Uint8Array(readFileSync(join(MODELS, name, file))));

const traitsOf = ({ architecture: { reads, attends }, anatomy, saliency }) => ({
  reads,
  attends,
  anatomy,
  marks: saliency !== undefined,
});

const ownForward = (model) => `${model}: a forward pass in float32`;

/** The network on tfjs with our kernels, as training runs it. */
const floatForward = (model, { words }) => {
  const { ids, mask } = model.encode(words);
  tf.tidy(() => {
    const embedded = networkOf(model).embed(tf.tensor2d(ids, [1, ids.length], 'int32'));
    networkOf(model)
      .forward(embedded, tf.tensor2d(mask, [1, mask.length]))
      .logits.dataSync();
  });
};

/** What *gradient × input* computes beside the prediction. */
const floatGradients = (model, { words }) => {
  const { ids, mask } = model.encode(words);
  model.gradients(ids, mask, targetOf(outputsOf(model.labels.length), 0));
};

/** An engine a method of a model, and its network's passes in float32. */
const enginesOf = (model, texts) => {
  const methods = methodsOf(traitsOf(model), model.defaultMethod);
  const engines = methods
    .filter((method) => method !== 'shap')
    .map((method, index) => ({
      model: model.name,
      method,
      name: `${model.name}: ${method}${index === 0 ? ' (default)' : ''}`,
      target: index === 0 ? TARGETS.default : TARGETS[method],
      run: (at) => explainText(model, texts[at], { method }),
    }));
  const own = { model: model.name, name: ownForward(model.name), run: (at) => floatForward(model, texts[at]) };
  const back = {
    model: model.name,
    name: `${model.name}: forward and back to the words in float32`,
    run: (at) => floatGradients(model, texts[at]),
  };
  return [own, ...(model.gradients ? [back] : []), ...engines];
};

/**
 * Milliseconds to explain texts of 100 words by each method of the recurrent models, or of one alone, in one run beside one tf.layers
 * forward pass of the architecture and size of `en-additive-attention-bilstm`.
 */
export const measureExplanations = async ({ quick, now, log, only }) => {
  const there = readdirSync(MODELS).filter((name) => existsSync(join(MODELS, name, 'model.json')));
  const names = only ? [only] : [...FIRST, ...there.filter((name) => !FIRST.includes(name))];
  const loaded = await Promise.all(names.map(load));
  const models = loaded.filter(({ architecture: { reads } }) => RECURRENT.includes(reads));
  const random = uniform(7);
  const textsOf = new Map(
    models.map((model) => [model, Array.from({ length: quick ? 3 : 8 }, () => textOf(model, random))]),
  );
  const texts = textsOf.get(models[0]);
  const layers = tfLayers(makeWeights({ layers: 2 }));
  const encoded = texts.map(({ words }) => models[0].encode(words));
  const engines = [
    { name: LAYERS, run: (at) => layers.run(encoded[at].ids) },
    ...models.flatMap((model) => enginesOf(model, textsOf.get(model))),
  ];
  log(`Explaining ${texts.length} texts of ${WORDS} words …`);
  const samples = await interleaved(engines, [...texts.keys()], quick ? 5 : 15, now);
  await layers.close();
  const one = median(samples.get(LAYERS));
  const explanations = engines.map(({ name, model, method, target }) => ({
    name,
    model,
    method,
    target,
    milliseconds: median(samples.get(name)),
    spread: spread(samples.get(name)),
    timesLayers: median(samples.get(name)) / one,
    ...(model && { timesOwn: median(samples.get(name)) / median(samples.get(ownForward(model))) }),
  }));
  for (const model of models) model.dispose();
  return { explanations, wasmMegabytes: tensorMemory().wasmBytes / 2 ** 20 };
};
