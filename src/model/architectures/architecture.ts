import type { EncoderWeights } from '../../kernels/inference/int16/weights';
import type { Standardisation, Truncation } from '../../shared/text-options';
import type { Anatomy } from '../anatomy';
import type { TextReader } from '../inference/text-reader';
import type { WeightReader } from '../inference/weight-reader';
import type { LayerRow } from '../layer-row';
import type { NetworkPlan } from '../network-plan';
import type { CountedText } from '../ngrams/count-ngrams';

/**
 * What a head reads of the topmost recurrent layer; state distance is defined for `last-states` only. `windows`: there is
 * no recurrent layer, but one that looks at a few words side by side. `ngrams`: the network looks up the n-grams of a text.
 */
export type Reads = 'last-states' | 'sequence' | 'windows' | 'ngrams';

/** One architecture of the literature: what its networks are made of, and what its articles fix. Nothing here runs on tfjs. */
export interface Architecture<Config extends object = object> {
  /** As on disk and on the command line: `state-distance-lstm`. */
  readonly name: string;
  /** The article or book that published it, and what we changed and why. */
  readonly source: string;
  /** Configuration with the published values where `given` is silent; throws `ConfigurationError` naming the field. */
  configure(given: Readonly<Record<string, unknown>>): Config;
  /** True where unknown words share id 0 with padding and are skipped: state unchanged, score exactly 0. */
  readonly masksUnknown: boolean;
  /** True where a word is known only as it is spelt: no known form stands in for it. Left out: the nearest known form does. */
  readonly exactWords?: true;
  /** The same for every network of the architecture: lists of models tell from it which methods are offered. */
  readonly reads: Reads;
  /** True where every one of its networks has an attention. */
  readonly attends: boolean;
  /** What the article says about words and vocabulary; the defaults of training. */
  readonly published: {
    readonly maxWords: number;
    /** Words that occur less often are unknown. */
    readonly minCount: number;
    /** The number of words of a text that are trained on. */
    readonly length: number;
    /** Which words of a longer text these are; left out: its first ones. */
    readonly cut?: Truncation;
    /** True where the article reads only these words of a text, also when the model is used. */
    readonly readsCut?: boolean;
    /** How words become tokens; left out: `word`. */
    readonly standardisation?: Standardisation;
  };
  /** The table of its layers, in the order in which a text goes through them; every weight belongs to one of them. */
  layers(config: Config, labels: number): readonly LayerRow[];
  /** What `network/build-network.ts` builds. */
  plan(config: Config, labels: number): NetworkPlan;
  /**
   * Weights that are counted and not learnt, by name: from the training texts, or from the tokens by id (empty if an id
   * is no token). The network gets them when it is built. Left out if there are none.
   */
  count?(
    config: Config,
    vocabularySize: number,
    labels: number,
    texts: readonly CountedText[],
    tokens: readonly string[],
  ): ReadonlyMap<string, Float32Array>;
  /** The layers of its networks, if these are recurrent and dense layers only; see `Anatomy`. */
  anatomy?(config: Config): Anatomy;
  /** The same network for the int16 encoder; left out if the encoder has no such layers. See `encoder-parts.ts`. */
  encoder?(config: Config, vocabularySize: number, labels: number, weights: WeightReader): EncoderWeights;
  /** The same network without tfjs, for networks that are not recurrent: see `text-reader.ts`. */
  reader?(config: Config, vocabularySize: number, labels: number, weights: WeightReader): TextReader;
}

/** What the networks of an architecture do without tfjs: read texts, and say how logits change with the word vectors. */
export const withoutTfjs = ({ encoder, reader }: Pick<Architecture, 'encoder' | 'reader'>) => ({
  runsWithoutTfjs: encoder !== undefined || reader !== undefined,
  gradients: encoder !== undefined,
});
