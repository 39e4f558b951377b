import { addWeights } from '../../model/format/add-weights';
import { readManifest } from '../../model/format/read-manifest';
import type { ReadFile } from '../../model/format/read-json';
import { loadWholeModel } from '../../model/network/load-whole-model';
import type { Model } from '../../model/model';
import {
  SALIENCY_WEIGHTS,
  saliencyFeatures,
  saliencyHeadOf,
  saliencyScores,
} from '../../model/inference/rationale-head';
import type { MarkedSpan } from '../../text/marked-spans';
import { markedWords } from '../../text/marked-words';
import { SaliencyError } from '../../shared/saliency-error';
import type { Segmenter } from '../../text/word';
import type { NamedRows } from '../train-rows';
import type { HeldTexts } from '../rows/held-texts';
import type { Row } from '../rows/row';
import { segmenterFor, type ReadDictionary } from '../../text/languages';
import { fitSaliencyHead, type TextWithRationale, type SaliencyHeadOptions } from './fit-saliency-head';
import { markFigures } from './mark-figures';
import { markedRows, splitMarked, type HeldOutShares } from './marked-rows';

export interface SaliencyRequest {
  readonly name: string;
  readonly read: ReadFile;
  /** One list of rows for each source; rows without rationales are left out. */
  readonly sources: readonly NamedRows[];
  readonly heldOut: HeldOutShares;
  /** Rows that the model was not trained on: the head is not, either. */
  readonly held?: HeldTexts;
  /** The number of words of a text that are trained on. */
  readonly length: number;
  readonly options: SaliencyHeadOptions;
  readonly dictionary: ReadDictionary;
  readonly say: (line: string) => void;
}

interface EncodedText extends TextWithRationale {
  scores(head: ReadonlyMap<string, Float32Array>): Float64Array;
}

/**
 * Adds a rationale head to a model: a small network that predicts, from the model's states, which words people underline as
 * the reason for a label. The model itself does not change.
 *
 * @returns the model's files that change, by name
 */
export async function trainSaliency(request: SaliencyRequest): Promise<Map<string, Uint8Array>> {
  const { name, read, options, say, heldOut } = request;
  const model = await loadWholeModel(name, read);
  try {
    const segment = await segmenterFor(model.card.language, request.dictionary);
    const sources = request.sources.map(({ name: source, rows }, at) => {
      const marks = markedRows(rows, segment);
      const split = splitMarked(marks, heldOut, options.seed, request.held);
      const encoded = (part: readonly Row[]): EncodedText[] =>
        part.flatMap((row) => encodedText(model, segment, row, marks.get(row)!, at, request.length) ?? []);
      say(`${source}: ${split.train.length} texts to learn from, ${split.test.length} to measure on`);
      return { source, train: encoded(split.train), validation: encoded(split.validation), test: encoded(split.test) };
    });
    const train = sources.flatMap(({ train: of }) => of);
    if (train.length === 0) throw new SaliencyError('None of the rows says what people marked.', 'no-marks');
    const width = train[0].features().length / train[0].marks.length;
    const best = { auprc: -1, weights: new Map<string, Float32Array>() };
    fitSaliencyHead(train, width, sources.length, options, (epoch, loss, weights) => {
      // Each source has the same weight, whatever its number of rows.
      const figures = sources.map(({ validation }) => figuresOf(validation, weights).auprc);
      const auprc = figures.reduce((sum, of) => sum + of, 0) / figures.length;
      say(`epoch ${epoch}/${options.epochs}: loss ${loss.toFixed(4)}; AUPRC of validation texts ${auprc.toFixed(4)}`);
      if (auprc > best.auprc) Object.assign(best, { auprc, weights });
    });
    const measured = sources.map(({ source, test }) => ({
      data: `${source}, held-out set`,
      ...figuresOf(test, best.weights),
    }));
    for (const { data, n, auprc, chance, topWord } of measured) {
      say(
        `${data}: AUPRC ${auprc.toFixed(3)} (chance ${chance.toFixed(3)}), top word marked ${topWord.toFixed(3)}, n = ${n}`,
      );
    }
    const trainedOn = sources.map(({ source, train: of }) => ({ name: source, rows: of.length }));
    return await addWeights(await readManifest(name, read), model.card, {
      path: 'saliency.bin',
      weights: shaped(best.weights, width, options.hidden),
      storage: 'float16',
      card: { saliency: { trainedOn, measured, options: { ...options, length: request.length, heldOut } } },
    });
  } finally {
    model.dispose();
  }
}

/** Undefined if the model can use no word of the text. */
function encodedText(
  model: Model,
  segment: Segmenter,
  row: Row,
  spans: readonly MarkedSpan[],
  source: number,
  length: number,
): EncodedText | undefined {
  const words = segment(row.text).slice(0, length);
  const { ids, mask } = model.encode(words);
  if (!mask.includes(1)) return undefined;
  return {
    source,
    marks: markedWords(words, spans),
    // Computed again each time, because the features of a corpus do not fit into memory.
    features: () => saliencyFeatures(model.forward(ids, mask), words.length),
    scores: (weights) => saliencyScores(saliencyHeadOf(weights)!, model.forward(ids, mask), mask),
  };
}

function figuresOf(texts: readonly EncodedText[], weights: ReadonlyMap<string, Float32Array>) {
  return markFigures(texts.map((text) => ({ scores: text.scores(weights), marks: text.marks })));
}

function shaped(weights: ReadonlyMap<string, Float32Array>, width: number, hidden: number) {
  const shapes = [[width, hidden], [hidden], [hidden, 1], [1]];
  return new Map(SALIENCY_WEIGHTS.map((name, i) => [name, { shape: shapes[i], values: weights.get(name)! }]));
}
