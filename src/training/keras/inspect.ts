import type { GraphNode } from '../../model/graph/graph-config';
import { graphOf, outputOf, type LayerOutput, type ReadGraph } from './graph';
import type { KerasFile } from './keras-file';
import { readsPadding } from './padding';
import { unsupportedModel } from './refusal';
import { wordsOfLayer, type WordIds } from './words';

/** A model file that was understood, and what of it is not in the file. */
export interface Inspected {
  readonly file: KerasFile;
  readonly graph: ReadGraph;
  readonly output: LayerOutput;
  /** Rows of the embedding: ids that the model knows. */
  readonly rows: number;
  /** The words of its TextVectorization layer; undefined if somebody has to give them. */
  readonly words: WordIds | undefined;
  /** How many labels there are. */
  readonly labels: number;
  /** The usual ones for so many; undefined if only their owner knows. */
  readonly usualLabels: readonly string[] | undefined;
  /** Words that texts are padded and cut to; undefined if the file does not say. */
  readonly length: number | undefined;
  /** Whether predictions depend on that. */
  readonly readsPadding: boolean;
}

/** From bad to good, by their count. */
const USUAL: Readonly<Record<number, readonly string[]>> = {
  2: ['negative', 'positive'],
  3: ['negative', 'neutral', 'positive'],
  5: ['very negative', 'negative', 'neutral', 'positive', 'very positive'],
};

/** @throws SaliencyError where the model, or a layer of it, is of a kind that is not supported */
export function inspectKeras(file: KerasFile): Inspected {
  const graph = graphOf(file);
  const output = outputOf(graph, file.training);
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
