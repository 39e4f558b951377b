import type { Model } from '../../model/model';
import {
  SALIENCY_WEIGHTS,
  saliencyFeatures,
  saliencyHeadOf,
  saliencyScores,
} from '../../model/inference/rationale-head';
import { markedSpans } from '../../text/marked-spans';
import { markedWords } from '../../text/marked-words';
import type { Segmenter } from '../../text/word';
import { fitSaliencyHead, type TextWithRationale } from '../rationales/fit-saliency-head';
import { markFigures } from '../rationales/mark-figures';
import type { LabelledExample } from './encoded';
import { LONGEST_TEXT } from './estimate';

const OPTIONS = { hidden: 32, epochs: 3, batchWords: 2_048, learningRate: 1e-3, weightDecay: 0.01 };

/**
 * A rationale head that was fitted again because fine-tuning changed the states it reads, and the number of texts it
 * was fitted on.
 */
export interface FittedReasons {
  readonly weights: ReadonlyMap<string, Float32Array>;
  readonly width: number;
  readonly hidden: number;
  readonly texts: number;
  readonly options: typeof OPTIONS & { readonly seed: number };
}

/**
 * Fits the rationale head of a fine-tuned model: on general texts with underlined reasons, and on the person's rows
 * that have one. Fitting begins with the start model's head, if there is one.
 *
 * @param model fine-tuned, with its stored weights
 */
export function fitReasons(
  model: Model,
  segment: Segmenter,
  { general, own }: { readonly general: readonly LabelledExample[]; readonly own: readonly LabelledExample[] },
  { before, seed }: { readonly before?: ReadonlyMap<string, Float32Array>; readonly seed: number },
): FittedReasons | undefined {
  const texts = [general, own].flatMap((of, source) => of.flatMap((one) => markedText(model, segment, one, source)));
  if (texts.length === 0) return undefined;
  const width = texts[0].features().length / texts[0].marks.length;
  const options = { ...OPTIONS, hidden: before?.get(SALIENCY_WEIGHTS[1])?.length ?? OPTIONS.hidden, seed };
  const weights = fitSaliencyHead(texts, width, 2, { ...options, initial: before });
  return { weights, width, hidden: options.hidden, texts: texts.length, options };
}

/** How well a model's head finds the underlined words of texts; undefined if it has none. */
export function reasonFigure(model: Model, segment: Segmenter, texts: readonly LabelledExample[]): number | undefined {
  const head = model.saliency;
  if (!head) return undefined;
  const scored = texts.flatMap((one) => {
    const [found] = markedText(model, segment, one, 0);
    if (!found) return [];
    const { ids, mask } = model.encode(segment(one.text).slice(0, LONGEST_TEXT));
    return [{ scores: saliencyScores(head, model.forward(ids, mask), mask), marks: found.marks }];
  });
  const { n, auprc } = markFigures(scored);
  return n > 0 ? auprc : undefined;
}

/** Undefined if nothing is underlined or the model can use none of the words. */
function markedText(
  model: Model,
  segment: Segmenter,
  { text, spans = [] }: LabelledExample,
  source: number,
): TextWithRationale[] {
  const marked = markedSpans({ text, fields: { spans } });
  if (marked.length === 0) return [];
  const words = segment(text).slice(0, LONGEST_TEXT);
  const { ids, mask } = model.encode(words);
  if (!mask.includes(1)) return [];
  const features = (): Float32Array => saliencyFeatures(model.forward(ids, mask), words.length);
  return [{ source, marks: markedWords(words, marked), features }];
}

/** Whether a rationale head can be fitted on a model's states: only on those of recurrent layers. */
export const canCarryReasons = (model: Model): boolean =>
  model.architecture.reads === 'last-states' || model.architecture.reads === 'sequence';

/** The weights of a model's rationale head, by name. */
export function headWeights(model: Model): ReadonlyMap<string, Float32Array> | undefined {
  const weights = new Map<string, Float32Array>();
  for (const name of SALIENCY_WEIGHTS) {
    const of = model.weight(name);
    if (of) weights.set(name, of);
  }
  return saliencyHeadOf(weights) ? weights : undefined;
}
