import type { GraphNode } from '../../model/graph/graph-config';
import { graphOf, graphToLogits, type LayerOutput, type ReadGraph } from './graph';
import type { KerasFile } from './keras-file';
import { readsPadding } from './padding';
import { unsupportedModel } from './refusal';
import { wordsOfLayer, type WordIds } from './words';

/** A model file that was read, and what the file leaves open. */
export interface Inspected {
  readonly file: KerasFile;
  readonly graph: ReadGraph;
  readonly output: LayerOutput;
  /** The number of rows of the embedding, which is the number of ids that the model knows. */
  readonly rows: number;
  /** The words of its TextVectorization layer; undefined if its owner must give them. */
  readonly words: WordIds | undefined;
  /** The number of labels. */
  readonly labels: number;
  /** The usual labels for this number of labels; undefined if only the owner can name them. */
  readonly usualLabels: readonly string[] | undefined;
  /** The number of words that texts are padded or cut to; undefined if the file does not tell. */
  readonly length: number | undefined;
  /** Whether predictions depend on the padding. */
  readonly readsPadding: boolean;
}

/** The usual labels from bad to good, by the number of labels. */
const USUAL: Readonly<Record<number, readonly string[]>> = {
  2: ['negative', 'positive'],
  3: ['negative', 'neutral', 'positive'],
  5: ['very negative', 'negative', 'neutral', 'positive', 'very positive'],
};

/** @throws SaliencyError where the model, or a layer of it, is of a kind that is not supported */
export function inspectKeras(file: KerasFile): Inspected {
  const graph = graphOf(file);
  const output = graphToLogits(graph, file.training);
  const rows = rowsOf(output.nodes);
  const words = graph.vectorization && wordsOfLayer(graph.vectorization, file.words?.(), rows);
  const labels = output.outputs === 1 ? 2 : output.outputs;
  return {
    ...{ file, graph, output, rows, words, labels },
    usualLabels: USUAL[labels],
    length: words?.length ?? graph.length,
    readsPadding: readsPadding(output.nodes),
  };
}

function rowsOf(nodes: readonly GraphNode[]): number {
  const sizes = nodes.flatMap((node) => (node.op === 'embedding' ? [node.weights.embeddings[0]] : []));
  if (sizes.length === 0)
    throw unsupportedModel('it has no Embedding', 'Supported are models that begin with an Embedding of word ids.');
  if (new Set(sizes).size > 1)
    throw unsupportedModel(
      `its Embeddings know different numbers of words (${sizes.join(', ')})`,
      'Supported are Embeddings over one vocabulary.',
    );
  return sizes[0];
}
