import { ownsWeight } from '../../model/layer-row';
import { networkOf } from '../../model/network/load-whole-model';
import type { Architecture } from '../../model/architectures/architecture';
import type { Model } from '../../model/model';
import { mixSeed, seededRandom } from '../../shared/random';
import { TRUNCATIONS, type Standardisation, type Truncation } from '../../shared/text-options';
import { Vocabulary } from '../../text/vocabulary';
import { valuesOf } from '../fit/values';
import { countTokens } from '../rows/encoded-texts';

/** A network before training: its parts and its initial weights. */
export interface Beginning {
  readonly architecture: Architecture;
  readonly config: object;
  readonly labels: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly standardisation: Standardisation;
  /** The number of words of a text that are trained on, and which end of a longer text they are taken from. */
  readonly length: number;
  readonly cut: Truncation;
  /** True: the model reads only these words of a longer text in use, too. */
  readonly readsCut: boolean;
  /** The initial weights, by name; a weight that is missing begins at random values. */
  readonly values: ReadonlyMap<string, Float32Array>;
}

export const EMBEDDING = 'embedding/embeddings';
export const CHARACTERS = 'characters/embeddings';
/** The number of the person's texts that must have a word before it gets a vector of its own. */
const SEEN = 2;
const MOST_NEW = 2_000;

/**
 * The network that fine-tuning of a model begins with: all weights of the model, except the output layer's if the
 * classes differ.
 * @param texts words of these texts that the model's vocabulary lacks are added to it with small random vectors, if
 * several texts have them
 */
export function beginningOf(
  model: Model,
  labels: readonly string[],
  texts: readonly (readonly string[])[],
  seed: number,
): Beginning {
  const { architecture, card } = model;
  const config = architecture.configure(configOf(model));
  const values = valuesOf(networkOf(model).weights);
  if (labels.join('\n') !== card.labels.join('\n')) {
    const output = architecture.layers(config, labels.length).at(-1)!;
    for (const name of [...values.keys()]) if (ownsWeight(output, name)) values.delete(name);
  }
  const { cut } = card.options;
  return {
    ...{ architecture, config, labels, standardisation: card.standardisation },
    ...withNewWords(model, values, texts, seed),
    length: card.window?.words ?? card.length,
    cut: card.window?.cut ?? TRUNCATIONS.find((known) => known === cut) ?? 'first',
    readsCut: card.window !== undefined,
  };
}

const configOf = (model: Model): Readonly<Record<string, unknown>> => ({ ...model.settings });

function withNewWords(
  { vocabulary, architecture }: Model,
  values: Map<string, Float32Array>,
  texts: readonly (readonly string[])[],
  seed: number,
): Pick<Beginning, 'vocabulary' | 'values'> {
  const vectors = values.get(EMBEDDING);
  // If the network uses more of a word than its vector (its letters, its index in a table), no word can be added.
  if (!vectors || architecture.reads === 'ngrams' || values.has(CHARACTERS)) return { vocabulary, values };
  const counts = countTokens(texts.map((tokens) => [...new Set(tokens)]));
  const missing = [...counts]
    .filter(([token, texts]) => texts >= SEEN && vocabulary.formOf(token) === undefined)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, MOST_NEW)
    .map(([token]) => token);
  if (missing.length === 0) return { vocabulary, values };
  const dimension = vectors.length / vocabulary.size;
  const random = seededRandom(mixSeed(seed, 'new words'));
  const longer = new Float32Array(vectors.length + missing.length * dimension);
  longer.set(vectors);
  for (let i = vectors.length; i < longer.length; i++) longer[i] = 0.2 * (random() - 0.5);
  return {
    vocabulary: new Vocabulary([...vocabulary.tokens, ...missing], vocabulary.masksUnknown),
    values: new Map([...values, [EMBEDDING, longer]]),
  };
}
