import { SaliencyError } from '../shared/saliency-error';
import type { Word } from '../text/word';
import type { Architecture } from '../model/architectures/architecture';
import type { ExplainedPhrase, ExplainedWord, Explanation, Label } from '../shared/explanation';
import { METHODS } from '../shared/methods';
import { attributionBy, type AttributedPhrase, type AttributionMethod, type MethodTraits } from './methods/method';
import { chooseMethod, methodsOf } from './methods/methods';
import type { CutText } from './cut-text';
import { runToEnd, type ChunkedWork } from './chunked-work';
import { largestAt, probabilitiesOf } from '../model/probabilities';
import { runForward, type Reader, type ForwardResult } from './forward-result';
import { round } from '../shared/round';
import { distances } from './methods/state-distance';
import { targetOf } from './methods/target';
import { predictionFromLogits } from './masked-prediction';
import { decisiveLogits, predictionOf, readableWords } from './prediction';

/** What an explanation needs of a model. */
export interface LoadedModel extends Reader {
  readonly name: string;
  /** From bad to good; two where the network has one output. */
  readonly labels: readonly Label[];
  readonly architecture: Pick<Architecture, 'reads' | 'attends' | 'masksUnknown'>;
  /** Words of the longest texts it was trained on. */
  readonly trainedLength?: number;
  /** Divides the logits; 1 where the model was not calibrated. */
  readonly temperature?: number;
  /** Set where it reads only some of a long text's words. */
  readonly window?: object;
  /** Its words, the most frequent first; their vectors begin at row `reserved`. */
  readonly vocabulary?: { readonly tokens: readonly string[]; readonly reserved: number };
  /** The method that its card names as default. */
  readonly defaultMethod?: string;
  /** The values of one of its weights; undefined if it has none of that name. */
  weight?(name: string): Float32Array | undefined;
  /** Token ids of words, `[time]`: 0 = skipped, 1 = unknown (0 where the architecture masks unknown words). */
  encode(words: readonly Word[]): {
    readonly ids: Int32Array;
    readonly mask: Float32Array;
    readonly known: readonly boolean[];
    /** For each word, whether it is out of vocabulary but read by its parts; left out: none is. */
    readonly composed?: readonly boolean[];
  };
}

/** What may be asked; left out: the model's default method, the predicted label. */
export interface ExplainQuestion {
  readonly method?: string;
  /** The method to use if none is asked for and the model offers it. */
  readonly preferred?: string;
  readonly target?: Label;
  /** Why the target rather than this label: the difference of their logits is explained. Signed methods only. */
  readonly against?: Label;
}

/** An `Explanation` but for the time it took, which is the caller's to measure. */
export type UntimedExplanation = Omit<Explanation, 'milliseconds'>;

/**
 * The method that a question is answered by.
 * @throws SaliencyError `unknown-method`, `method-not-offered`, `method-not-signed`
 */
export function methodFor(subject: LoadedModel, question: ExplainQuestion): AttributionMethod {
  const wish = { ...question, signed: question.against !== undefined };
  return chooseMethod(wish, methodsOf(traits(subject), subject.defaultMethod), subject.name);
}

/** Explains one text at once; see `explanationOf`. */
export const explainText = (subject: LoadedModel, cut: CutText, question: ExplainQuestion): UntimedExplanation =>
  runToEnd(explanationOf(subject, cut, question));

/**
 * Explains one text: forward pass, attribution, one rounding of every figure. In pieces, between which other texts may be
 * explained by the same model: the figures are the same.
 *
 * @throws SaliencyError `unknown-method`, `method-not-offered`, `method-not-signed`, `unknown-target`, `same-labels`,
 * `too-many-words`: the sentence says what is allowed
 */
export function* explanationOf(
  subject: LoadedModel,
  cut: CutText,
  question: ExplainQuestion,
): ChunkedWork<UntimedExplanation> {
  const { text, language, words } = cut;
  const { labels } = subject;
  const method = methodFor(subject, question);
  const asked = labelAt(subject, question.target);
  const against = labelAt(subject, question.against);
  const { ids, mask, known, composed } = subject.encode(words);
  const reading = runForward(subject, ids, mask);
  const readable = readableWords({ known, composed });
  const decisive = decisiveLogits(labels, reading.logits, readable);
  const at = asked ?? largestAt(probabilitiesOf(decisive));
  if (at === against) throw sameLabels(labels[at], subject);
  const target = targetOf(reading.logits.length, at, against);
  const found = yield* attributionBy(method, { reader: subject, ids, mask, reading, target, cut, known });

  const { label, probabilities, warnings } = predictionOf(subject, decisive, readable);
  return {
    text,
    language,
    model: subject.name,
    method: method.name,
    signed: METHODS[method.name].signed,
    target: labels[at],
    ...(against !== undefined && { against: labels[against] }),
    baseline: METHODS[method.name].baseline,
    label,
    probabilities,
    words: explainedWords(words, reading, found.scores, known),
    ...(found.phrases && { phrases: explainedPhrases(words, found.phrases) }),
    ...(METHODS[method.name].baseline === 'empty text' && { baseProbability: emptyProbability(subject, at, against) }),
    ...(found.completeness !== undefined && { completeness: round(found.completeness) }),
    warnings: [...warnings, ...(found.warnings ?? [])],
  };
}

/** The target's probability for the empty text, where that is the method's baseline. */
function emptyProbability(subject: LoadedModel, target: number, against: number | undefined): number {
  const { logits } = subject.forward(new Int32Array(1), new Float32Array(1));
  const { probabilities } = predictionFromLogits(subject, logits);
  const own = probabilities[target];
  return round(against === undefined ? own : own / (own + probabilities[against]));
}

function explainedWords(
  words: readonly Word[],
  reading: ForwardResult,
  scores: Float64Array,
  known: readonly boolean[],
): ExplainedWord[] {
  const { attention } = reading;
  const distance = reading.recurrent.length > 0 ? distances(reading) : undefined;
  return words.map(({ text, start, end }, i) => ({
    text,
    start,
    end,
    score: round(scores[i]),
    known: known[i],
    ...(attention && { attention: round(attention[i]) }),
    ...(distance && { distance: round(distance[i]) }),
  }));
}

function explainedPhrases(words: readonly Word[], phrases: readonly AttributedPhrase[]): ExplainedPhrase[] {
  return phrases.map(({ from, to, score }) => ({
    start: words[from].start,
    end: words[to - 1].end,
    score: round(score),
  }));
}

function labelAt({ labels, name }: LoadedModel, target: Label | undefined): number | undefined {
  if (target === undefined) return undefined;
  const at = labels.indexOf(target);
  if (at >= 0) return at;
  throw new SaliencyError(
    `The model “${name}” has no label “${target}”. It has: ${labels.join(', ')}.`,
    'unknown-target',
    { model: name, label: target, labels },
  );
}

/** The facts about a model that decide which methods it offers. */
export function traits({ architecture: { reads, attends }, anatomy, saliency }: LoadedModel): MethodTraits {
  return { reads, attends, anatomy, hasRationaleHead: saliency !== undefined };
}

function sameLabels(label: Label, { labels, name }: LoadedModel): SaliencyError {
  return new SaliencyError(
    `Why “${label}” rather than “${label}”? Choose two labels of the model “${name}”: ${labels.join(', ')}.`,
    'same-labels',
    { model: name, label, labels },
  );
}
