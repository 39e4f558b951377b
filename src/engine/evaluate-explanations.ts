import type { Losses } from '../explain/answers';
import { explainText, traits, type CutText, type Subject } from '../explain/explain';
import type { Method } from '../explain/explanation';
import { lossesAlong, meanLosses } from '../explain/faithfulness/bins';
import { Deletions } from '../explain/faithfulness/deletions';
import { randomOrders } from '../explain/faithfulness/random-orders';
import { deletionOrder } from '../explain/faithfulness/trust';
import { judge } from '../explain/judgement';
import { chooseMethod, methodsOf } from '../explain/methods';
import {
  plausibilityOf,
  rationaleShare,
  type MarkedScores,
  type Plausibility,
} from '../explain/rationales/plausibility';
import type { Step } from '../explain/step';
import type { ReadFile } from '../model/format/read-json';
import { loadModel } from '../model/load-model';
import { mixSeed, seededRandom, shuffle } from '../model/random';
import { changedWords } from '../text/changed-words';
import { loadChineseSegmenter } from '../text/chinese';
import { markedSpans, spansFor, type MarkedRow } from '../text/marked-spans';
import { markedWords } from '../text/marked-words';
import { SaliencyError } from '../text/saliency-error';
import { cutText } from './cut-text';
import { paced } from './pace';

/** Rows that are measured unless more are asked for. */
export const DEFAULT_LIMIT = 500;
/** Random orders a text: the mean is over all texts, so few of each are enough. */
const ORDERS = 5;

/** Figures of one method over the texts that it explained. */
export interface MethodFigures {
  readonly method: Method;
  readonly n: number;
  /** Texts that it refused: too long for it. */
  readonly refused: number;
  /** Median of an explanation alone. */
  readonly milliseconds: number;
  /** Means of ERASER's AOPC. */
  readonly comprehensiveness: number;
  readonly sufficiency: number;
  /** The same of random orders on the same texts, and how many times as large the method's are. */
  readonly random: Losses;
  readonly timesRandom: Losses;
  /** Agreement with what people marked; only where rows carry that. */
  readonly rationales?: Plausibility;
}

export interface ExplanationEvaluation {
  readonly model: string;
  /** Rows that were measured, out of those that there are; seeded choice. */
  readonly n: number;
  readonly rows: number;
  /** Rows without a word that the model reads. */
  readonly withoutWords: number;
  readonly methods: readonly MethodFigures[];
}

export interface EvaluationOptions {
  /** Left out: all that the model offers. */
  readonly methods?: readonly string[];
  readonly limit?: number;
}

/** The same for a model on disk; `read` takes names inside its folder. The tfjs backend must have been started. */
export async function evaluateModelExplanations(
  name: string,
  read: ReadFile,
  jieba: () => Promise<Uint8Array>,
  rows: readonly MarkedRow[],
  options: EvaluationOptions,
): Promise<ExplanationEvaluation> {
  const model = await loadModel(name, read);
  const segmenter = async () => loadChineseSegmenter(await jieba());
  const cutOf = async (text: string): Promise<CutText> => {
    const { language, words } = await cutText(text, model.card.language, segmenter);
    return { text, language, words };
  };
  try {
    return await evaluateExplanations(model, rows, cutOf, options, paced());
  } finally {
    model.dispose();
  }
}

interface Prepared {
  readonly cut: CutText;
  readonly truth?: readonly boolean[];
}

interface Measured extends Losses {
  readonly milliseconds: number;
  readonly random: Losses;
  readonly marked?: MarkedScores;
}

/**
 * Measures the explanations of a model: whether they name what the verdict hangs on (faithfulness, by deletion), and
 * whether they name what people would (plausibility, against rationales). Explained is the predicted label, as in the
 * editor. Deterministic but for the time.
 *
 * @param cutOf cuts a text as the model reads it
 * @throws SaliencyError `method-not-offered`, `unknown-method`
 */
export async function evaluateExplanations(
  subject: Subject,
  rows: readonly MarkedRow[],
  cutOf: (text: string) => Promise<CutText>,
  { methods, limit = DEFAULT_LIMIT }: EvaluationOptions,
  step: Step,
): Promise<ExplanationEvaluation> {
  const offered = methodsOf(traits(subject), subject.defaultMethod);
  const asked = methods?.map((method) => chooseMethod({ method }, offered, subject.name).name) ?? offered;
  const chosen = shuffle([...rows.keys()], seededRandom(mixSeed('rows to explain'))).slice(0, limit);
  const truths = new Truths(rows, cutOf);
  const texts: Prepared[] = [];
  for (const row of chosen) {
    await step();
    const cut = await cutOf(rows[row].text);
    if (subject.encode(cut.words).mask.some(Boolean)) texts.push({ cut, truth: await truths.of(rows[row], cut) });
  }
  const share = rationaleShare(texts.flatMap(({ truth }) => (truth ? [truth] : [])));
  const measured = new Map<Method, Measured[]>(asked.map((method) => [method, []]));
  for (const text of texts) await measure(subject, text, measured, step);
  return {
    model: subject.name,
    n: texts.length,
    rows: rows.length,
    withoutWords: chosen.length - texts.length,
    methods: asked.map((method) => figuresOf(method, measured.get(method)!, texts.length, share)),
  };
}

async function measure(
  subject: Subject,
  { cut, truth }: Prepared,
  measured: Map<Method, Measured[]>,
  step: Step,
): Promise<void> {
  const encoded = subject.encode(cut.words);
  const label = judge(subject, encoded.ids, encoded.mask).label;
  const deletions = new Deletions(subject, cut.words, label);
  const { mean: random } = await randomOrders(deletions, [...encoded.ids], 0, step, ORDERS);
  for (const [method, figures] of measured) {
    await step();
    const start = performance.now();
    const explanation = attempt(() => explainText(subject, cut, { method, target: subject.labels[label] }));
    const milliseconds = performance.now() - start;
    if (!explanation) continue;
    const losses = meanLosses(lossesAlong(deletions, deletionOrder(explanation, deletions.read)));
    const scores = explanation.words.map(({ score }) => score);
    figures.push({ ...losses, milliseconds, random, ...(truth && { marked: { scores, truth } }) });
  }
}

/** A method may refuse a text that is too long for it. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof SaliencyError) return undefined;
    throw error;
  }
}

function figuresOf(method: Method, measured: readonly Measured[], texts: number, share: number): MethodFigures {
  const [own, random] = [meanLosses(measured), meanLosses(measured.map((each) => each.random))];
  const marked = measured.flatMap((each) => (each.marked ? [each.marked] : []));
  const rationales = plausibilityOf(marked, share);
  return {
    method,
    n: measured.length,
    refused: texts - measured.length,
    milliseconds: median(measured.map((each) => each.milliseconds)),
    ...own,
    random,
    timesRandom: {
      comprehensiveness: own.comprehensiveness / random.comprehensiveness,
      sufficiency: own.sufficiency / random.sufficiency,
    },
    ...(rationales && { rationales }),
  };
}

/** Which words people marked, in a row itself or by editing it into its twin. */
class Truths {
  private readonly twins = new Map<unknown, MarkedRow[]>();

  constructor(
    rows: readonly MarkedRow[],
    private readonly cutOf: (text: string) => Promise<CutText>,
  ) {
    for (const row of rows) {
      const { pair } = row.fields;
      if (pair !== undefined) this.twins.set(pair, [...(this.twins.get(pair) ?? []), row]);
    }
  }

  async of(row: MarkedRow, { words }: CutText): Promise<boolean[] | undefined> {
    const spans = spansFor(row.label, markedSpans(row));
    const twin = this.twins.get(row.fields.pair)?.filter((other) => other !== row);
    const truth =
      spans.length > 0
        ? Array.from(markedWords(words, spans), (weight) => weight > 0)
        : twin?.length === 1
          ? changedWords(words, (await this.cutOf(twin[0].text)).words)
          : undefined;
    return truth?.some(Boolean) ? truth : undefined;
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.length === 0 ? 0 : sorted[Math.floor(sorted.length / 2)];
}
