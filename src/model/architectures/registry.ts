import { SaliencyError } from '../../shared/saliency-error';
import type { Architecture } from './architecture';
import { additiveAttentionBilstm } from './additive-attention-bilstm';
import { attentionBilstm } from './attention-bilstm';
import { bilstmMlp } from './bilstm-mlp';
import { KERAS_GRAPH, kerasGraph } from './keras-graph';
import { contextualAttentionBilstm } from './contextual-attention-bilstm';
import { gruArchitecture } from './gru';
import { lstmArchitecture } from './lstm';
import { ngramMlp } from './ngram-mlp';
import { sepcnn } from './sepcnn';
import { simpleRnnArchitecture } from './simple-rnn';
import { stackedBilstm } from './stacked-bilstm';
import { stackedLstm } from './stacked-lstm';
import { stateDistanceLstm } from './state-distance-lstm';
import { textcnn } from './textcnn';

/** Every architecture, in the order in which lists show them. */
export const ARCHITECTURES: readonly Architecture[] = [
  stateDistanceLstm,
  additiveAttentionBilstm,
  attentionBilstm,
  contextualAttentionBilstm,
  textcnn,
  stackedLstm,
  bilstmMlp,
  simpleRnnArchitecture,
  lstmArchitecture,
  gruArchitecture,
  stackedBilstm,
  sepcnn,
  ngramMlp,
];

/** Throws a `SaliencyError` that lists the known names. */
export function architectureNamed(name: string): Architecture {
  const found = ARCHITECTURES.find((architecture) => architecture.name === name);
  if (found) return found;
  const names = ARCHITECTURES.map((architecture) => architecture.name).join(', ');
  throw new SaliencyError(`There is no architecture "${name}". Known ones: ${names}.`, 'unknown-architecture');
}

/**
 * The architecture of a model on disk: a published one, or that of an imported graph.
 * @throws SaliencyError `unknown-architecture`, `configuration`
 */
export const architectureOf = (name: string, config: Readonly<Record<string, unknown>>): Architecture =>
  name === KERAS_GRAPH ? kerasGraph(config) : architectureNamed(name);
