import { concat, reshape, type Rank } from '@tensorflow/tfjs-core';
import type { ContextualPlan } from '../../network-plan';
import { characters } from '../layers/characters';
import { dense } from '../layers/dense';
import { dropout, spatialDropout } from '../layers/dropout';
import { embedding } from '../layers/embedding';
import { feedForwardAttention } from '../layers/feed-forward-attention';
import { recurrentLayer } from '../layers/recurrent';
import { scalarMix } from '../layers/scalar-mix';
import { crossEntropy } from '../loss';
import type { Network } from '../network';
import type { WeightStore } from '../weight-store';

/** Weights of the language model, by the beginning of their names. */
const LANGUAGE_MODEL = ['embedding/', 'characters/', 'projection/', 'language_model/'];

/** A BiLSTM with attention on what a small language model makes of the words (Peters et al. 2018). */
export function contextualNetwork(plan: ContextualPlan, vocabulary: number, store: WeightStore): Network {
  const { dimension, languageUnits, units, recurrentDropout } = plan;
  const words = embedding(store, 'embedding', vocabulary, dimension);
  const spelt = characters(store, 'characters', { vocabulary, ...plan.characters });
  const inputs = dimension + plan.characters.filters;
  const project = dense(store, 'projection', inputs, languageUnits);
  const bilstm = { cell: 'lstm', directions: 2 } as const;
  const language = { ...bilstm, name: 'language_model', units: languageUnits };
  const languageModel = recurrentLayer(store, language, 0, languageUnits);
  const mix = scalarMix(store, 'mix', 2);
  const read = recurrentLayer(store, { ...bilstm, name: 'bilstm', units, recurrentDropout }, 1, 2 * languageUnits);
  const attend = feedForwardAttention(store, 'attention', { states: 2 * units, units: plan.attentionUnits });
  const classify = dense(store, 'dense', 2 * units, plan.outputs);
  return {
    weights: store.weights,
    reads: 'sequence',
    embed: (ids) => concat([words(ids), spelt(ids)], 2),
    forward(embedded, mask, training) {
      const [batch, time] = mask.shape;
      const flat = project(reshape(embedded, [batch * time, inputs]));
      const token = reshape<Rank.R3>(flat, [batch, time, languageUnits]);
      const { joined, recurrent } = languageModel(token, mask, training);
      const mixed = mix([concat([token, token], 2), joined]);
      const x = spatialDropout('spatial_dropout', plan.wordDropout, mixed, training);
      const above = read(x, mask, training);
      const { context, attention } = attend(above.joined, mask);
      return {
        logits: classify(dropout('dropout', plan.dropout, context, training)),
        recurrent: [...recurrent, ...above.recurrent],
        attention,
      };
    },
    freeze() {
      if (!plan.frozen) return () => undefined;
      const kept = [...store.weights]
        .filter(([name, { trainable }]) => trainable && LANGUAGE_MODEL.some((part) => name.startsWith(part)))
        .map(([, weight]) => weight);
      for (const weight of kept) weight.trainable = false;
      return () => kept.forEach((weight) => (weight.trainable = true));
    },
    loss: crossEntropy,
    dispose: () => store.dispose(),
  };
}
