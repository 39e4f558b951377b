import type { Losses } from '../../shared/studies';
import type { CutText } from '../../explain/cut-text';
import { explainText, traits, type LoadedModel, type UntimedExplanation } from '../../explain/explain';
import type { Method } from '../../shared/methods';
import { lossesAlong, meanLosses } from '../../explain/faithfulness/bins';
import { deletionOrder } from '../../explain/faithfulness/report';
import { chooseMethod, methodsOf } from '../../explain/methods/methods';
import { directionOf, type DirectedText, type Direction } from '../../explain/plausibility/direction';
import { phraseAgreement, type MarkedPhrases, type PhraseAgreement } from '../../explain/plausibility/phrase-agreement';
import {
  plausibilityOf,
  rationaleShare,
  type MarkedScores,
  type Plausibility,
} from '../../explain/plausibility/plausibility';
import type { YieldPoint } from '../../explain/yield-point';
import type { ReadFile } from '../../model/format/read-json';
import type { NetworkPart } from '../../model/inference/network-part';
import { loadModel } from '../../model/load-model';
import { mixSeed, seededRandom, shuffle } from '../../shared/random';
import { segmenterFor, type ReadDictionary } from '../../text/languages';
import type { MarkedRow } from '../../text/marked-spans';
import { SaliencyError } from '../../shared/saliency-error';
import { cutText } from '../local/cut-text';
import { evaluatedText, firstWordsOf, HumanMarks, type EvaluatedText } from './evaluated-text';
import { timedYieldPoint } from '../local/pace';

/** Rows that are measured unless more are asked for. */
export const DEFAULT_MEASURED_ROWS = 500;

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
  /** Whether rightly predicted texts are explained in the right direction; only of signed methods, where rows have labels. */
  readonly direction?: Direction;
  /** Agreement of whole phrases with what people marked; only of methods that score phrases. */
  readonly phrases?: PhraseAgreement;
}

export interface ExplanationEvaluation {
  readonly model: string;
  /** Rows that were measured, out of those that there are; seeded choice. */
  readonly n: number;
  readonly rows: number;
  /** The number of rows without any word that the model can read. */
  readonly withoutWords: number;
  /** Words of a text that were read; left out: all. */
  readonly words?: number;
  readonly methods: readonly MethodFigures[];
}

export interface EvaluationOptions {
  /** Left out: all that the model offers. */
  readonly methods?: readonly string[];
  readonly limit?: number;
  /** Words of a text that are read; left out: all. */
  readonly words?: number;
  /** Figures of methods that were measured before on the same rows; they are not measured again. */
  readonly known?: readonly MethodFigures[];
  /** Called with the figures of each method as soon as they are known. */
  readonly found?: (figures: MethodFigures) => Promise<void> | void;
}

/** The same for a model on disk; `read` takes names inside its folder. @param networks started */
export async function evaluateModelExplanations(
  name: string,
  read: ReadFile,
  networks: NetworkPart,
  dictionary: ReadDictionary,
  rows: readonly MarkedRow[],
  options: EvaluationOptions,
): Promise<ExplanationEvaluation> {
  const model = await loadModel(name, read, { networks });
  const cutOf = async (text: string): Promise<CutText> => {
    const { language, words } = await cutText(text, model.card.language, (asked) => segmenterFor(asked, dictionary));
    return { text, language, words };
  };
  try {
    return await evaluateExplanations(model, rows, cutOf, options, timedYieldPoint());
  } finally {
    model.dispose();
  }
}

interface Measured extends Losses {
  readonly milliseconds: number;
  readonly random: Losses;
  readonly marked?: MarkedScores;
  readonly directed?: DirectedText;
  readonly phrases?: MarkedPhrases;
}

/**
 * Measures the explanations of a model: whether they name what the prediction depends on (faithfulness, by deletion),
 * and whether they name what people would (plausibility, against rationales, by importance as the editor marks it:
 * |score| of signed methods). The predicted label is explained, as in the editor. Deterministic but for the time.
 *
 * @param cutOf cuts a text as the model reads it
 * @throws SaliencyError `method-not-offered`, `unknown-method`
 */
export async function evaluateExplanations(
  subject: LoadedModel,
  rows: readonly MarkedRow[],
  cutOf: (text: string) => Promise<CutText>,
  { methods, limit = DEFAULT_MEASURED_ROWS, words, known = [], found }: EvaluationOptions,
  step: YieldPoint,
): Promise<ExplanationEvaluation> {
  const offered = methodsOf(traits(subject), subject.defaultMethod);
  const asked = methods?.map((method) => chooseMethod({ method }, offered, subject.name).name) ?? offered;
  const chosen = shuffle([...rows.keys()], seededRandom(mixSeed('rows to explain'))).slice(0, limit);
  const truths = new HumanMarks(rows, cutOf);
  const texts: EvaluatedText[] = [];
  for (const row of chosen) {
    const cut = firstWordsOf(await cutOf(rows[row].text), words);
    const truth = await truths.of(rows[row], cut);
    if (subject.encode(cut.words).mask.some(Boolean))
      texts.push(await evaluatedText(subject, cut, truth, rows[row].label, step));
  }
  const share = rationaleShare(texts.flatMap(({ truth }) => (truth ? [truth] : [])));
  const all: MethodFigures[] = [];
  for (const method of asked) {
    const before = known.find((figures) => figures.method === method);
    const figures = before ?? figuresOf(method, await measured(subject, texts, method, step), texts.length, share);
    if (!before) await found?.(figures);
    all.push(figures);
  }
  return {
    model: subject.name,
    n: texts.length,
    rows: rows.length,
    withoutWords: chosen.length - texts.length,
    ...(words !== undefined && { words }),
    methods: all,
  };
}

async function measured(
  subject: LoadedModel,
  texts: readonly EvaluatedText[],
  method: Method,
  step: YieldPoint,
): Promise<Measured[]> {
  const all: Measured[] = [];
  for (const { cut, truth, label, right, deletions, random } of texts) {
    await step();
    const start = performance.now();
    const explanation = attempt(() => explainText(subject, cut, { method, target: label }));
    const milliseconds = performance.now() - start;
    if (!explanation) continue;
    const losses = meanLosses(lossesAlong(deletions, deletionOrder(explanation, deletions.read)));
    // People mark words, not directions: a word that speaks against the target is important, too.
    const scores = explanation.words.map(({ score }) => (explanation.signed ? Math.abs(score) : score));
    all.push({
      ...losses,
      milliseconds,
      random,
      ...(truth && { marked: { scores, truth } }),
      ...(right && explanation.signed && { directed: directedText(explanation, truth) }),
      ...(truth && explanation.phrases && { phrases: { phrases: phrasesOf(explanation), truth } }),
    });
  }
  return all;
}

function directedText({ words, phrases }: UntimedExplanation, truth?: readonly boolean[]): DirectedText {
  const scores = words.map(({ score }) => score);
  return { scores, units: phrases?.map(({ score }) => score) ?? scores, truth };
}

/** Phrases by their words. */
function phrasesOf({ words, phrases = [] }: UntimedExplanation): MarkedPhrases['phrases'] {
  return phrases.map(({ start, end, score }) => {
    const from = words.findIndex((word) => word.start >= start);
    const to = words.findLastIndex((word) => word.end <= end) + 1;
    return { run: [from, to], score };
  });
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
  const direction = directionOf(measured.flatMap(({ directed }) => directed ?? []));
  const phrases = phraseAgreement(measured.flatMap((each) => each.phrases ?? []));
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
    ...(direction && { direction }),
    ...(phrases && { phrases }),
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.length === 0 ? 0 : sorted[Math.floor(sorted.length / 2)];
}
