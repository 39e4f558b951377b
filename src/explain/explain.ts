import type { Language } from '../text/language';
import { SaliencyError } from '../text/saliency-error';
import type { Word } from '../text/word';
import type { Architecture } from '../model/network';
import type { ExplainedWord, Explanation, Label } from './explanation';
import { chooseMethod, methodsOf } from './methods';
import { largestAt, probabilitiesOf } from './probabilities';
import { read, type Reader, type Reading } from './reading';
import { round } from './round';
import { distances } from './state-distance';
import { verdictOf } from './verdict';

/** What an explanation needs of a model. */
export interface Subject extends Reader {
  readonly name: string;
  /** From bad to good; two where the network has one output. */
  readonly labels: readonly Label[];
  readonly architecture: Pick<Architecture, 'reads' | 'attends' | 'masksUnknown'>;
  /** Words of the longest texts it was trained on. */
  readonly trainedLength?: number;
  /** Divides the logits; 1 where the model was not calibrated. */
  readonly temperature?: number;
  /** Its words, the most frequent first; their vectors begin at row `reserved`. */
  readonly vocabulary?: { readonly tokens: readonly string[]; readonly reserved: number };
  /** The method that its card names as default. */
  readonly defaultMethod?: string;
  /** Token ids of words, `[time]`: 0 = skipped, 1 = unknown (0 where the architecture masks unknown words). */
  encode(words: readonly Word[]): {
    readonly ids: Int32Array;
    readonly mask: Float32Array;
    readonly known: readonly boolean[];
  };
}

/** A text cut into words; at least one. */
export interface CutText {
  readonly text: string;
  readonly language: Language;
  readonly words: readonly Word[];
}

/** What may be asked; left out: the model's default method, the predicted label. */
export interface Question {
  readonly method?: string;
  /** Taken where no method is asked for and the model offers this one. */
  readonly preferred?: string;
  readonly target?: Label;
}

/** An `Explanation` but for the time it took, which is the caller's to measure. */
export type Untimed = Omit<Explanation, 'milliseconds'>;

/**
 * Explains one text. Synchronous: forward pass, attribution, one rounding of every figure.
 *
 * @throws SaliencyError `unknown-method`, `method-not-offered`, `unknown-target`: the sentence lists what is allowed
 */
export function explainText(subject: Subject, { text, language, words }: CutText, question: Question): Untimed {
  const { labels } = subject;
  const method = chooseMethod(question, methodsOf(subject.architecture, subject.defaultMethod), subject.name);
  const asked = targetAt(subject, question.target);
  const { ids, mask, known } = subject.encode(words);
  const targetFor = (logits: Float32Array) => asked ?? largestAt(probabilitiesOf(logits));
  const reading = read(subject, ids, mask, method.needsGradient ? targetFor : undefined);

  const { label, probabilities, warnings } = verdictOf(subject, reading.logits, known);
  return {
    text,
    language,
    model: subject.name,
    method: method.name,
    signed: method.signed,
    target: asked === undefined ? label : labels[asked],
    baseline: method.baseline,
    label,
    probabilities,
    words: explainedWords(words, reading, method.attribute(reading), known),
    warnings,
  };
}

function explainedWords(
  words: readonly Word[],
  reading: Reading,
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

function targetAt({ labels, name }: Subject, target: Label | undefined): number | undefined {
  if (target === undefined) return undefined;
  const at = labels.indexOf(target);
  if (at >= 0) return at;
  throw new SaliencyError(
    `The model “${name}” has no label “${target}”. It has: ${labels.join(', ')}.`,
    'unknown-target',
    { model: name, label: target, labels },
  );
}
