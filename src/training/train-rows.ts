import { loadWholeModel } from '../model/network/load-whole-model';
import type { Truncation, Standardisation } from '../shared/text-options';
import type { Language } from '../shared/languages';
import { modelDefaults } from './model-defaults';
import { chosenArchitecture, ownVectors } from './choosing/auto-architecture';
import type { CheckpointStorage } from './fit/checkpoint';
import type { FitOptions } from './fit/fit-options';
import { modelTeacher } from './distillation/distillation';
import { labelsInRows } from './rows/labels';
import type { LanguageModelProgress } from './pretraining/language-model';
import type { LanguageModelOptions } from './pretraining/language-model-options';
import { ngramTeacher } from './distillation/ngram-teacher';
import type { RunningGradientWorker } from './fit/parallel/gradient-worker';
import { percent } from '../shared/percent';
import { flopsPerWord, ProgressLines } from './fit/progress';
import type { Row } from './rows/row';
import { splitRows, withoutTexts, type SplitOptions } from './rows/split';
import { languageOfRows } from './rows/language-of-rows';
import { segmenterFor, type ReadDictionary } from '../text/languages';
import { tokenizer, tokenizeRows } from './rows/encoded-texts';
import { trainModel } from './train-model';
import type { CardTexts } from './training-request';
import { unpackWords, type PretrainedWords } from './pretraining/pretrained-words';

/** Rows of one or more files, and their name in the model card. */
export interface NamedRows {
  readonly name: string;
  readonly rows: readonly Row[];
}

export interface WordLearning {
  readonly options: LanguageModelOptions;
  /** Keeps the result of pre-training for later runs that differ only in what follows. */
  readonly storage?: CheckpointStorage;
}

/** Teachers: models on disk whose soft labels are trained on. */
export interface TeacherModels {
  readonly models: readonly { readonly name: string; readonly read: (file: string) => Promise<Uint8Array> }[];
  /** Adds a linear teacher on character n-grams, which is fitted to the training rows first. */
  readonly ngrams: boolean;
  /** The share of the soft label in the target of labelled rows; the rest is the label. */
  readonly share: number;
}

/**
 * How a model is trained, independent of the rows; options that are left out have the architecture's published values.
 */
export interface ModelRequest {
  readonly name: string;
  readonly architecture: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly minCount?: number;
  readonly maxWords?: number;
  readonly length?: number;
  readonly cut?: Truncation;
  /** True: the model reads only these words of a longer text in use, too. */
  readonly readsCut?: boolean;
  readonly standardisation?: Standardisation;
  readonly options: FitOptions;
  readonly card: CardTexts;
  readonly roundingChanges?: number;
  /** Teachers for the training rows and the unlabelled texts, in addition to those of a plan. */
  readonly teachers?: TeacherModels;
  readonly storage: CheckpointStorage;
  readonly checkpointMinutes: number;
  /** Starts the threads that share each batch with this one; absent: no further threads. */
  readonly startGradientWorkers?: () => readonly RunningGradientWorker[];
  readonly dictionary: ReadDictionary;
  /** Takes lines for a terminal or a log. */
  readonly say: (line: string) => void;
}

/** The options of `saliency train`. */
export interface TrainRowsRequest extends ModelRequest {
  readonly data: NamedRows;
  /** Held-out rows; texts that they share with the data are removed from the data. */
  readonly test: NamedRows;
  /** Rows that are only trained on; those whose texts are held out are removed. */
  readonly also?: readonly Row[];
  /** Texts that are removed from all rows of the data. */
  readonly exclude: readonly string[];
  readonly language?: Language;
  readonly split: SplitOptions;
  /** Unlabelled texts for `pretraining` and `teachers`; held-out texts are removed. */
  readonly unlabelled: readonly string[];
  /** A file of `saliency pretrain`: words and vectors to start from. */
  readonly words?: Uint8Array;
  /** Pre-trains on these texts and on those of the training rows first. */
  readonly pretraining?: WordLearning;
}

/** Splits labelled rows, trains, and gives the files of the model. The tfjs backend must have been started. */
export async function trainRows(request: TrainRowsRequest): Promise<ReadonlyMap<string, Uint8Array>> {
  const { data, test, say, options } = request;
  const rows = withoutTexts(data.rows, [...test.rows.map(({ text }) => text), ...request.exclude]);
  const labels = labelsInRows(rows);
  const split = splitRows(rows, request.split);
  const { validation } = split;
  const heldOut = [...validation, ...split.test, ...test.rows].map(({ text }) => text);
  const own = split.train.map(({ text }) => text);
  const also = withoutTexts(request.also ?? [], [...heldOut, ...own, ...request.exclude]);
  const train = [...split.train, ...also.filter(({ label }) => labels.includes(label))];
  const known = test.rows.filter(({ label }) => labels.includes(label));
  say(
    `${data.rows.length} rows, ${data.rows.length - rows.length} dropped for their texts; labels: ${labels.join(', ')}`,
  );
  say(`training ${train.length}, validation ${validation.length}, test ${split.test.length + known.length}`);

  const language = request.language ?? languageOfRows(rows);
  const segment = await segmenterFor(language, request.dictionary);
  const { architecture, choice } = chosenArchitecture(
    request.architecture,
    train.map(({ text }) => text),
    (text) => segment(text).length,
    say,
  );
  const { published } = architecture;
  const standardisation = request.standardisation ?? published.standardisation ?? 'word';
  const tokenize = tokenizer(segment, standardisation);
  const tests = [
    { name: `${data.name}, held-out set`, rows: tokenizeRows(split.test, tokenize) },
    { name: test.name, rows: tokenizeRows(known, tokenize) },
  ].filter((set) => set.rows.length > 0);
  const texts = unlabelledTexts(request.unlabelled, [...heldOut, ...request.exclude], tokenize, say);
  const { teachers, pretraining } = request;
  const models = await Promise.all((teachers?.models ?? []).map(({ name, read }) => loadWholeModel(name, read)));
  try {
    const trainingRows = tokenizeRows(train, tokenize);
    const ngrams = teachers?.ngrams ? [ngramTeacher(trainingRows, labels, options.seed)] : [];
    const distillation = teachers && {
      teachers: [...models.map(modelTeacher), ...ngrams],
      share: teachers.share,
      texts,
    };
    let lines: ProgressLines | undefined;
    const asked = modelDefaults(request, architecture, standardisation);
    const wordsOf = (): PretrainedWords | undefined => {
      if (request.words) return unpackWords(request.words, architecture.masksUnknown);
      if (!choice?.pretrainedVectors) return undefined;
      const { dimension } = architecture.configure(request.config) as { readonly dimension: number };
      const all = [...trainingRows.map(({ tokens }) => tokens), ...texts];
      return ownVectors({ texts: all, ...asked.vocabulary, dimension, labels: labels.length, seed: options.seed, say });
    };
    const { files, state, measured } = await trainModel({
      ...asked,
      language,
      labels,
      train: trainingRows,
      validation: tokenizeRows(validation, tokenize),
      tests,
      words: wordsOf(),
      cut: request.cut ?? published.cut ?? 'first',
      // The published vocabulary belongs to the published text length, not to another.
      readsCut: request.readsCut ?? (request.length === undefined && published.readsCut === true),
      pretraining: pretraining && { ...pretraining, texts, onProgress: wordLines(pretraining.options.epochs, say) },
      distillation,
      onStart: ({ words, network, taken }) => {
        say(taken > 0 ? `vocabulary ${words}; weights taken from pre-training: ${taken}` : `vocabulary ${words}`);
        lines = new ProgressLines(flopsPerWord(network), options.epochs, say);
      },
      onProgress: (progress) => lines?.report(progress),
    });
    for (const { data: set, n, accuracy, macroF1, float32 } of measured) {
      const exact = float32 ? ` (before quantization ${percent(float32.accuracy)})` : '';
      say(`${set}: accuracy ${percent(accuracy)}${exact}, macro-F1 ${percent(macroF1)}, n = ${n}`);
    }
    say(`epoch ${state.bestEpoch} is kept`);
    return files;
  } finally {
    for (const model of models) model.dispose();
  }
}

/** The tokens of the texts that are not held out. */
function unlabelledTexts(
  texts: readonly string[],
  heldOut: readonly string[],
  tokenize: (text: string) => string[],
  say: (line: string) => void,
): string[][] {
  if (texts.length === 0) return [];
  const rows = withoutTexts(
    texts.map((text) => ({ text })),
    heldOut,
  );
  say(`${rows.length} texts without labels beside the training rows`);
  return rows.map(({ text }) => tokenize(text));
}

/** Prints a line of progress from time to time. */
function wordLines(epochs: number, say: (line: string) => void): (progress: LanguageModelProgress) => void {
  return ({ epoch, batch, batches, loss, milliseconds }) => {
    if (batch % 100 !== 0 && batch !== batches) return;
    const minutes = ((batches - batch + (epochs - 1 - epoch) * batches) * milliseconds) / 60_000;
    const left = `${milliseconds.toFixed(0)} ms/step, ends in about ${Math.ceil(minutes)} min`;
    say(`words, epoch ${epoch + 1}/${epochs}, batch ${batch}/${batches}: loss ${loss.toFixed(4)}; ${left}`);
  };
}
