import type { Anatomy } from '../../model/anatomy';
import type { Architecture } from '../../model/architectures/architecture';
import type { Method } from '../../shared/methods';
import type { ChunkedWork } from '../chunked-work';
import type { Reader, ForwardResult } from '../forward-result';
import type { CutText } from '../cut-text';
import type { LogitWeights } from './target';
import type { Warning } from '../../shared/warning';

/** The facts about a model that decide which methods it offers. */
export interface MethodTraits extends Pick<Architecture, 'reads' | 'attends'> {
  /** Left out if the network is not made of recurrent layers and dense ones. */
  readonly anatomy?: Anatomy;
  /** True where the model learnt what people mark. */
  readonly hasRationaleHead?: boolean;
}

/** One text to be explained, encoded for the model. */
export interface ExplanationTask {
  readonly reader: Reader;
  /** Token ids `[time]`, at least one. */
  readonly ids: Int32Array;
  /** `[time]`: 1 = a word, 0 = a word that the model skips. */
  readonly mask: Float32Array;
  /** The result of the model's forward pass. */
  readonly reading: ForwardResult;
  readonly target: LogitWeights;
  /** The words as they were written, for methods that cut a text into phrases; left out: nothing is known but the ids. */
  readonly cut?: CutText;
  /** `[time]`: whether each word is in the vocabulary; left out: not known. */
  readonly known?: readonly boolean[];
}

/** Neighbouring words that count as one. */
export interface AttributedPhrase {
  /** Places of the first word, and of the one after the last. */
  readonly from: number;
  readonly to: number;
  /** The sum of its words' scores. */
  readonly score: number;
}

/** The result of a method. */
export interface Attribution {
  /** One a word, in text order; exactly 0 for words that the model skips. */
  readonly scores: Float64Array;
  /** The phrases, in text order, without punctuation around them that scores nothing; only from methods that score phrases. */
  readonly phrases?: readonly AttributedPhrase[];
  /** The sum of the scores minus the difference of logits that it should equal; only from additive methods. */
  readonly completeness?: number;
  readonly warnings?: readonly Warning[];
}

/**
 * A way to say how much each word moved a prediction: one file per method, all behind this one interface. Its sign, unit and
 * baseline stand in the table of `src/shared/methods.ts`.
 */
export interface AttributionMethod {
  readonly name: Method;
  /** The models that it is defined for: “models with attention”. */
  readonly definedFor: string;
  /** Whether it is defined for such models. */
  offeredFor(traits: MethodTraits): boolean;
  /**
   * At once, or in pieces where it is long work on long texts.
   * @throws SaliencyError `too-many-words` where the text is longer than the method can do
   */
  attribute(task: ExplanationTask): Attribution | ChunkedWork<Attribution>;
}

/** What a method finds in a text, piece by piece. */
export function* attributionBy(method: AttributionMethod, task: ExplanationTask): ChunkedWork<Attribution> {
  const work = method.attribute(task);
  return 'scores' in work ? work : yield* work;
}
