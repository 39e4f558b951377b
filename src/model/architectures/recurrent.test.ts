import type * as Tfjs from '@tensorflow/tfjs';
import { buildNetwork } from '../network/build-network';
import { beforeAll, describe, expect, it } from 'vitest';
import { startTestBackend } from '../testing/backend';
import { bidirectionalNames, expectClose, full, layersOutcome, outcome, recurrentNames, VOCABULARY } from './testing';
import { summariseModel } from '../summary';
import { architectureNamed } from './registry';

// The recurrent architectures of the film review articles against the same stack of tf.layers.

beforeAll(startTestBackend);

const { layers } = full;
const cells = { recurrentActivation: 'sigmoid' } as const;
type Weigh = Parameters<Parameters<typeof layersOutcome>[1]>[0];
type Layer = Tfjs.layers.Layer;

const vectors = (weigh: Weigh): Layer =>
  weigh(layers.embedding({ inputDim: VOCABULARY, outputDim: 7, maskZero: true }), 'embedding/embeddings');
const denseOf = (weigh: Weigh, name: string, units: number, activation?: 'relu'): Layer =>
  weigh(layers.dense({ units, activation }), `${name}/kernel`, `${name}/bias`);
const lstmOf = (weigh: Weigh, name: string, returnSequences: boolean): Layer =>
  weigh(layers.lstm({ units: 6, ...cells, returnSequences }), ...recurrentNames(name));
const bilstmOf = (weigh: Weigh, name: string, returnSequences: boolean): Layer => {
  const layer = layers.lstm({ units: 6, ...cells, returnSequences });
  return weigh(layers.bidirectional({ layer, mergeMode: 'concat' }), ...bidirectionalNames(name));
};

/** The layers of each in order, the rates left out: nothing is dropped when a model is used. */
const STACKS: Readonly<Record<string, (weigh: Weigh, labels: number) => Layer[]>> = {
  'simple-rnn': (weigh, labels) => [
    weigh(layers.simpleRNN({ units: 6 }), ...recurrentNames('simple_rnn')),
    denseOf(weigh, 'dense', labels === 2 ? 1 : labels),
  ],
  lstm: (weigh, labels) => [lstmOf(weigh, 'lstm', false), denseOf(weigh, 'dense', labels === 2 ? 1 : labels)],
  'stacked-lstm': (weigh, labels) => [
    lstmOf(weigh, 'lstm_1', true),
    lstmOf(weigh, 'lstm_2', false),
    denseOf(weigh, 'dense', labels),
  ],
  'stacked-bilstm': (weigh, labels) => [
    bilstmOf(weigh, 'bilstm', true),
    lstmOf(weigh, 'lstm', false),
    denseOf(weigh, 'dense', labels === 2 ? 1 : labels),
  ],
  'bilstm-mlp': (weigh, labels) => [
    bilstmOf(weigh, 'bilstm', false),
    denseOf(weigh, 'dense_1', 16, 'relu'),
    denseOf(weigh, 'dense_2', 16, 'relu'),
    denseOf(weigh, 'dense', labels),
  ],
};

describe.each(Object.keys(STACKS))('%s', (name) => {
  const architecture = architectureNamed(name);

  it.each([2, 5])('is the same layers of tf.layers, for %i labels', async (labels) => {
    const config = architecture.configure({ dimension: 7, units: 6, ...(name === 'bilstm-mlp' && { hidden: 16 }) });
    const network = buildNetwork(architecture.plan(config, labels), VOCABULARY, 3);
    const [expected] = await layersOutcome(network, (weigh) => {
      const stack = [vectors(weigh), ...STACKS[name](weigh, labels)];
      return (ids) => [stack.reduce((x, layer) => layer.apply(x) as Tfjs.SymbolicTensor, ids)];
    });
    expectClose(outcome(network).logits, expected);
    network.dispose();
  });
});

/** Rows with weights: kind, what comes out, how many weights as Keras counts them. */
const PUBLISHED: Readonly<Record<string, readonly (readonly [string, number, number])[]>> = {
  'simple-rnn': [
    ['Embedding', 32, 20_000 * 32],
    ['SimpleRNN', 32, 32 * 32 + 32 * 32 + 32],
    ['Dense', 1, 33],
  ],
  lstm: [
    ['Embedding', 200, 20_000 * 200],
    ['LSTM', 200, 320_800],
    ['Dense', 1, 201],
  ],
  'stacked-lstm': [
    ['Embedding', 8, 8_000],
    ['LSTM', 256, 4 * (8 + 256 + 1) * 256],
    ['LSTM', 256, 525_312],
    ['Dense', 2, 514],
  ],
  'stacked-bilstm': [
    ['Embedding', 200, 20_000 * 200],
    ['Bidirectional(LSTM)', 400, 641_600],
    ['LSTM', 200, 480_800],
    ['Dense', 1, 201],
  ],
  'bilstm-mlp': [
    ['Embedding', 8, 8_000],
    ['Bidirectional(LSTM)', 200, 2 * 4 * (8 + 100 + 1) * 100],
    ['Dense(relu)', 1024, 205_824],
    ['Dense(relu)', 1024, 1_049_600],
    ['Dense', 2, 2_050],
  ],
  textcnn: [
    ['Embedding', 50, 250_000],
    ['Conv1D(3, relu)', 128, 19_328],
    ['Conv1D(4, relu)', 128, 25_728],
    ['Conv1D(5, relu)', 128, 32_128],
    ['Dense', 2, 770],
  ],
  sepcnn: [
    ['Embedding', 200, 20_000 * 200],
    ['SeparableConv1D(3, relu)', 64, 600 + 12_800 + 64],
    ['SeparableConv1D(3, relu)', 64, 192 + 4_096 + 64],
    ['SeparableConv1D(3, relu)', 128, 192 + 8_192 + 128],
    ['SeparableConv1D(3, relu)', 128, 384 + 16_384 + 128],
    ['Dense', 1, 129],
  ],
};

it.each(Object.keys(PUBLISHED))('%s has the published sizes where nothing else is asked for', (name) => {
  const architecture = architectureNamed(name);
  const config = architecture.configure({});
  const network = buildNetwork(architecture.plan(config, 2), architecture.published.maxWords, 1);
  const weights = [...network.weights].map(([weight, { shape }]) => ({ name: weight, shape }));
  const { layers: rows } = summariseModel(architecture.layers(config, 2), weights);
  const withWeights = rows.filter(({ parameters }) => parameters > 0);
  expect(withWeights.map(({ kind, output, parameters }) => [kind, output.at(-1), parameters])).toEqual(PUBLISHED[name]);
  network.dispose();
});
