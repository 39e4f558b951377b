import { architectureNamed } from '../model/architectures/registry';
import type { Language } from '../text/language';
import type { CheckpointStorage } from './checkpoint';
import type { FitOptions } from './fit-options';
import { labelsOf } from './labels';
import { flopsPerWord, percent, ProgressLines } from './progress';
import type { Row } from './rows/row';
import { splitRows, withoutTexts, type SplitOptions } from './rows/split';
import { languageOf, segmenterFor, type Jieba } from './segmenter';
import { tokenizer, tokenizeRows, type Cut } from './texts';
import { trainModel, type CardTexts } from './train-model';

/** Rows of one or several files, and how the card names them. */
export interface NamedRows {
  readonly name: string;
  readonly rows: readonly Row[];
}

/** What `saliency train` is asked; what is left out is as the architecture's article has it. */
export interface RowsRequest {
  readonly name: string;
  readonly architecture: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly data: NamedRows;
  /** Only measured on; texts they share with the data are dropped from the data. */
  readonly test: NamedRows;
  /** Texts that no training, validation or test row of the data may have. */
  readonly exclude: readonly string[];
  readonly language?: Language;
  readonly split: SplitOptions;
  readonly minCount?: number;
  readonly maxWords?: number;
  readonly length?: number;
  readonly cut: Cut;
  readonly options: FitOptions;
  readonly card: CardTexts;
  /** Texts to learn words from before; those of validation and test rows are left out. */
  readonly pretraining?: { readonly texts: readonly string[]; readonly epochs: number };
  readonly storage: CheckpointStorage;
  readonly checkpointMinutes: number;
  readonly jieba: Jieba;
  /** Takes lines for a terminal or a log. */
  readonly say: (line: string) => void;
}

/** Splits labelled rows, trains, and gives the files of the model. The tfjs backend must have been started. */
export async function trainRows(request: RowsRequest): Promise<ReadonlyMap<string, Uint8Array>> {
  const { data, test, say, options } = request;
  const architecture = architectureNamed(request.architecture);
  const { published } = architecture;
  const rows = withoutTexts(data.rows, [...test.rows.map(({ text }) => text), ...request.exclude]);
  const labels = labelsOf(rows);
  const split = splitRows(rows, request.split);
  const { train, validation } = split;
  const known = test.rows.filter(({ label }) => labels.includes(label));
  say(
    `${data.rows.length} rows, ${data.rows.length - rows.length} dropped for their texts; labels: ${labels.join(', ')}`,
  );
  say(`training ${train.length}, validation ${validation.length}, test ${split.test.length + known.length}`);

  const language = request.language ?? languageOf(rows);
  const tokenize = tokenizer(await segmenterFor(language, request.jieba), 'word');
  const tests = [
    { name: `${data.name}, rows held out`, rows: tokenizeRows(split.test, tokenize) },
    { name: test.name, rows: tokenizeRows(known, tokenize) },
  ].filter((set) => set.rows.length > 0);
  const heldOut = [...validation, ...split.test, ...test.rows].map(({ text }) => text);
  const pretraining = request.pretraining && {
    epochs: request.pretraining.epochs,
    texts: withoutTexts(
      request.pretraining.texts.map((text) => ({ text })),
      [...heldOut, ...request.exclude],
    ).map(({ text }) => tokenize(text)),
  };
  let lines: ProgressLines | undefined;
  const { files, state, measured } = await trainModel({
    name: request.name,
    language,
    architecture,
    config: request.config,
    labels,
    train: tokenizeRows(train, tokenize),
    validation: tokenizeRows(validation, tokenize),
    tests,
    vocabulary: { minCount: request.minCount ?? published.minCount, maxWords: request.maxWords ?? published.maxWords },
    length: request.length ?? published.length,
    cut: request.cut,
    options,
    card: request.card,
    defaultMethod: architecture.reads === 'last-states' ? 'state-distance' : 'gradient-x-input',
    pretraining,
    onPretrain: ({ epoch, batch, batches, loss }) => {
      if (batch % 50 === 0 || batch === batches)
        say(`pretraining, epoch ${epoch}, batch ${batch}/${batches}: loss ${loss.toFixed(3)}`);
    },
    storage: request.storage,
    checkpointMinutes: request.checkpointMinutes,
    onStart: ({ words, network }) => {
      say(`vocabulary ${words}`);
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
}
