import { graphSchema, type GraphConfig, type GraphNode } from '../../model/graph/graph-config';
import { writeModel, type ModelToWrite } from '../../model/format/write-model';
import { KERAS_GRAPH } from '../../model/architectures/keras-graph';
import { FALLBACK_LANGUAGE, type Language } from '../../shared/languages';
import type { CardDraft } from '../../shared/model-card';
import { majorityLanguage, mixOf } from '../../text/language';
import { compareCodePoints } from '../../text/vocabulary';
import * as v from 'valibot';
import type { Inspected } from './inspect';
import { damagedKeras } from './refusal';
import { refusedVocabulary, type WordIds } from './words';

/** What the model's owner must tell because the file does not contain it. */
export interface Answers {
  readonly name: string;
  readonly words: WordIds;
  /** From bad to good. */
  readonly labels: readonly string[];
  /** Left out: told from the script of the vocabulary's words. */
  readonly language?: Language;
  /** Left out: texts are neither padded nor cut. */
  readonly length?: number;
  readonly padding: 'pre' | 'post';
  /** Which words of a longer text are read. */
  readonly cut: 'first' | 'last';
}

type Weights = ModelToWrite['weights'];

/** An imported model before it is written. */
export interface Imported {
  readonly config: GraphConfig;
  readonly card: CardDraft;
  readonly tokens: readonly string[];
  readonly weights: Weights;
}

/**
 * Builds a model from a file and its owner's answers. The rows of the embedding are put into the order of our
 * vocabularies: padding, the unknown word where it has an id, the words, the token before each text where there is one.
 */
export function importModel(inspected: Inspected, answers: Answers): Imported {
  const { file, graph, output, rows } = inspected;
  const { words, length, padding, cut } = answers;
  const skipsUnknown = words.unknown === undefined;
  const own = [...words.ids].filter(([token, id]) => isToken(token) && id > 0 && id < rows);
  own.sort(([a, x], [b, y]) => x - y || compareCodePoints(a, b));
  if (own.length === 0)
    throw refusedVocabulary(
      words.file ?? words.source,
      `none of its words has an id from 1 to ${rows - 1}, for which the Embedding has vectors`,
      'Give the vocabulary that this model was trained with, or another --index-from.',
    );
  const start = words.start === undefined || words.start >= rows ? undefined : words.start;
  const tokens = [...own.map(([token]) => token), ...(start === undefined ? [] : [startToken(words)])];
  const order = [
    0,
    ...(words.unknown === undefined ? [] : [Math.min(words.unknown, rows - 1)]),
    ...own.map(([, id]) => id),
    ...(start === undefined ? [] : [start]),
  ];
  const nodes = output.nodes.map((node) => withRows(node, order.length));
  const config = checked(file.file, {
    input: {
      ...(length !== undefined && { length }),
      ...{ padding, cut, skipsUnknown, words: order.length },
      ...(start !== undefined && { start: order.length - 1 }),
    },
    nodes,
    result: output.result,
    logits: output.logits,
    outputs: output.outputs,
  });
  const weights = weightsOf(file.file, graph.weights, output.nodes, order);
  return { config, card: cardOf(inspected, answers, tokens), tokens, weights };
}

/** Checks for settings that no Keras layer can have; they show that the file is damaged. */
function checked(file: string, config: v.InferInput<typeof graphSchema>): GraphConfig {
  const { success, output, issues } = v.safeParse(graphSchema, config);
  if (success) return output;
  const [{ path = [], message }] = issues;
  const node = path[0]?.key === 'nodes' ? config.nodes[Number(path[1]?.key)] : undefined;
  throw damagedKeras(
    file,
    `the settings of ${node ? `the layer “${node.layer}”` : 'its layers'} cannot be: ${message}`,
  );
}

/** The files of the model's folder. @param storage of the weights by name */
export const filesOfImported = (
  { config, card, tokens, weights }: Imported,
  storage: ModelToWrite['storage'] = () => 'float32',
): Promise<Map<string, Uint8Array>> =>
  writeModel({ card, config, vocabulary: tokens.map((token) => `${token}\n`).join(''), weights, storage });

/** A vocabulary has one token per line. */
const isToken = (token: string): boolean => token !== '' && !/[\r\n]/.test(token);

/** A name for the token before each text, which is not the name of any word. */
function startToken({ ids }: WordIds): string {
  let token = '<start>';
  while (ids.has(token)) token = `<${token}>`;
  return token;
}

function withRows(node: GraphNode, rows: number): GraphNode {
  return node.op === 'embedding' ? { ...node, weights: { embeddings: [rows, node.dimension] } } : node;
}

function weightsOf(
  file: string,
  stored: Inspected['graph']['weights'],
  nodes: readonly GraphNode[],
  order: readonly number[],
): Weights {
  const embeddings = new Map<string, number>(
    nodes.flatMap((node) => (node.op === 'embedding' ? [[`${node.layer}/embeddings`, node.dimension] as const] : [])),
  );
  return new Map(
    [...stored].map(([name, numbers]) => {
      const values = numbers.values();
      if (!values.every(Number.isFinite))
        throw damagedKeras(
          file,
          `the weight “${name}” has values that are no finite numbers, as after a training that diverged`,
        );
      const dimension = embeddings.get(name);
      if (dimension === undefined) return [name, { shape: numbers.shape, values }] as const;
      const picked = new Float32Array(order.length * dimension);
      order.forEach((row, at) => picked.set(values.subarray(row * dimension, (row + 1) * dimension), at * dimension));
      return [name, { shape: [order.length, dimension], values: picked }] as const;
    }),
  );
}

function cardOf(inspected: Inspected, answers: Answers, tokens: readonly string[]): CardDraft {
  const { file, graph, output } = inspected;
  const { name, words, labels, language, length, padding, cut } = answers;
  // If the last words of a text are kept, the token before the text takes no word's place.
  const begun = words.start !== undefined && cut === 'first' ? 1 : 0;
  return {
    name,
    language: language ?? languageOf(tokens),
    architecture: KERAS_GRAPH,
    purpose: `imported from ${file.file} (${file.format})`,
    labels: [...labels],
    standardisation: words.standardisation,
    ...(length !== undefined && { window: { words: Math.max(1, length - begun), cut } }),
    defaultMethod: 'occlusion',
    trainedOn: [],
    rows: { train: 0, validation: 0, test: 0 },
    length: 0,
    measured: [],
    changes: [...graph.notes, ...output.notes, ...words.notes],
    notFor: [],
    licence: [],
    options: {
      imported: { file: file.file, format: file.format, vocabulary: words.source, padding, cut, length: length ?? 0 },
    },
    history: [],
  };
}

/** The language, by the script of most tokens. */
function languageOf(tokens: readonly string[]): Language {
  const words = tokens.map((text) => ({ text, start: 0, end: text.length }));
  return majorityLanguage(mixOf(words)) ?? FALLBACK_LANGUAGE;
}
