import * as v from 'valibot';
import { attentionOf, graphSchema, type GraphConfig } from '../graph/graph-config';
import type { LayerRow } from '../layer-row';
import type { Architecture } from './architecture';
import { ConfigurationError } from './configuration';

/** The architecture of models that Keras made and `saliency import` read: whatever their graph says. */
export const KERAS_GRAPH = 'keras-graph';

/**
 * The architecture of one imported model. Unlike the published ones, what it reads and whether it attends is its graph's to
 * say, so there is one for each configuration.
 */
export function kerasGraph(given: Readonly<Record<string, unknown>>): Architecture<GraphConfig> {
  const config = graphOf(given);
  return {
    name: KERAS_GRAPH,
    source: 'Imported from Keras: the layers of the file, computed in float32 on TensorFlow.js.',
    masksUnknown: config.input.skipsUnknown,
    reads: 'windows',
    attends: attentionOf(config) !== undefined,
    published: { maxWords: config.input.words, minCount: 1, length: config.input.length ?? 0 },
    exactWords: true,
    configure: graphOf,
    layers: ({ nodes }) => nodes.map(rowOf),
    plan: (graph) => ({ kind: 'graph', ...graph }),
  };
}

const rowOf = ({ kind, layer, name, output, weights }: GraphConfig['nodes'][number]): LayerRow => ({
  kind,
  name,
  output: [null, ...output],
  // Further calls of a layer share the weights of the first call.
  weights: name === layer ? Object.keys(weights).map((part) => `${layer}/${part}`) : [],
});

function graphOf(given: unknown): GraphConfig {
  const result = v.safeParse(graphSchema, given);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const field = v.getDotPath(issue) ?? '(all)';
  throw new ConfigurationError(field, `${KERAS_GRAPH}: the setting "${field}" cannot be used: ${issue.message}`);
}
