import { relu, type Tensor2D, type Tensor3D } from '@tensorflow/tfjs-core';
import { inputWidthOf, widthOf, type RecurrentLayerPlan, type RecurrentPlan } from '../../network-plan';
import { additiveAttention, type Attended } from '../layers/additive-attention';
import { dense } from '../layers/dense';
import { dropout, featureDropout, spatialDropout } from '../layers/dropout';
import { embedding } from '../layers/embedding';
import { feedForwardAttention } from '../layers/feed-forward-attention';
import { recurrentLayer, type RecurrentOutput } from '../layers/recurrent';
import { crossEntropy } from '../loss';
import type { Network, RecurrentStates, DropoutMasks } from '../network';
import type { WeightStore } from '../weight-store';

/** Recurrent layers as they are planned. The weights' order on disk is that in which they are made here. */
export function recurrentNetwork(plan: RecurrentPlan, vocabularySize: number, store: WeightStore): Network {
  const { layers, head, hidden = [] } = plan;
  const embed = embedding(store, 'embedding', vocabularySize, plan.dimension);
  const recurrent = layers.map((layer, at) => recurrentLayer(store, layer, at, inputWidthOf(plan, at)));
  const width = widthOf(layers[layers.length - 1]);
  const attend = attention(plan, store, width);
  const relus = hidden.map(({ name, units }, at) => dense(store, name, at === 0 ? width : hidden[at - 1].units, units));
  const classify = dense(store, 'dense', hidden.at(-1)?.units ?? width, plan.outputs);
  return {
    weights: store.weights,
    reads: head.kind === 'last-states' ? 'last-states' : 'sequence',
    embed,
    forward(embedded, mask, training) {
      let x = spatialDropout('spatial_dropout', plan.wordDropout ?? 0, embedded, training);
      let top: RecurrentOutput | undefined;
      const states: RecurrentStates[] = [];
      recurrent.forEach((read, at) => {
        top = read(x, mask, training);
        states.push(...top.recurrent);
        x = dropStates(layers[at], top.joined, training);
      });
      const attended = attend?.(x, top!.last, mask);
      const features = hidden.reduce(
        (below, { name, dropout: rate }, at) => dropout(`${name}_dropout`, rate, relu(relus[at](below)), training),
        attended?.context ?? top!.last,
      );
      const { name, rate } = plan.dropout ?? { name: 'dropout', rate: 0 };
      const logits = classify(dropout(name, rate, features, training));
      return { logits, recurrent: states, attention: attended?.attention };
    },
    loss: crossEntropy,
    dispose: () => store.dispose(),
  };
}

type Attend = (states: Tensor3D, last: Tensor2D, mask: Tensor2D) => Attended;

function attention({ head }: RecurrentPlan, store: WeightStore, width: number): Attend | undefined {
  if (head.kind === 'last-states') return undefined;
  const { units } = head;
  if (head.kind === 'additive-attention')
    return additiveAttention(store, 'attention', { states: width, query: width, units });
  const attend = feedForwardAttention(store, 'attention', { states: width, units });
  return (states, _, mask) => attend(states, mask);
}

function dropStates(
  { dropout: plan }: RecurrentLayerPlan,
  states: Tensor3D,
  training: DropoutMasks | undefined,
): Tensor3D {
  if (!plan) return states;
  return (plan.mask === 'text' ? spatialDropout : featureDropout)(plan.name, plan.rate, states, training);
}
