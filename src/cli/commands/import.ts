import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { LANGUAGE_CODES } from '../../shared/languages';
import { percent } from '../../shared/percent';
import { SaliencyError } from '../../shared/saliency-error';
import { answersOf, type ImportAnswers } from '../../training/keras/answers';
import { filesOfImported, importModel, type Imported } from '../../training/keras/import-model';
import { inspectKeras } from '../../training/keras/inspect';
import { readModel } from '../../training/keras/read-model';
import { foreignModel } from '../../training/keras/refusal';
import { lossBetween, IMPORTED_MODEL, predictionsOf } from '../input/imported-predictions';
import { textsAt } from '../input/labelled-files';
import { requireFree, writeModelTo } from '../output/model-folder';

interface ImportOptions extends Omit<ImportAnswers, 'name' | 'vocabulary'> {
  readonly out: string;
  readonly vocabulary?: string;
  readonly quantize?: 'float16' | 'uint16' | 'uint8';
  readonly texts?: readonly string[];
  readonly quiet?: true;
}

const HELP = `
Reads what model.save() of Keras 2 or 3 wrote (.h5, .keras), or TensorFlow.js's Layers format (model.json). The model is then
one like any other: saliency explain --model FOLDER "a text". docs/import.md says which layers are read.

  saliency import sentiment.keras --vocabulary tokenizer.json --out my-model
  saliency import imdb.h5 --vocabulary imdb_word_index.json --out imdb --padding pre --length 500`;

/** `saliency import PATH --out FOLDER`. */
export function registerImport(program: Command): void {
  program
    .command('import')
    .description('import a Keras model, which then works like any other model here')
    .argument('<file>', 'a .h5 or .keras file, or the model.json of TensorFlow.js')
    .requiredOption('--out <folder>', "the model's folder; its last part is the model's name")
    .option('--vocabulary <file>', 'its words: Tokenizer.to_json(), a word index as JSON, or a text file of words')
    .option('--index-from <n>', 'id of the first word of a list, or what is added to the ids of a word index', whole)
    .option('--labels <names>', 'its labels from bad to good, such as negative,positive', (value) => value.split(','))
    .addOption(
      new Option('--language <language>', 'language of its texts (default: by its words)').choices(LANGUAGE_CODES),
    )
    .option('--length <words>', 'number of words that texts were padded to; 0: they were not padded', whole)
    .addOption(
      new Option('--padding <side>', 'which side of the words was padded (default: the usual one)').choices([
        'pre',
        'post',
      ]),
    )
    .addOption(new Option('--cut <which>', 'which words of a longer text are read').choices(['first', 'last']))
    .addOption(
      new Option('--quantize <kind>', 'store weights in fewer bytes; what that changes is measured on --texts').choices(
        ['float16', 'uint16', 'uint8'],
      ),
    )
    .option('--texts <path...>', 'files of texts to measure that on (docs/files.md)')
    .option('--quiet', 'do not report on standard error how the model was read')
    .addHelpText('after', HELP)
    .action(run);
}

const whole = (value: string): number => {
  const parsed = Number(value);
  if (value.trim() === '' || !Number.isInteger(parsed) || parsed < 0)
    throw new InvalidArgumentError('It must be a whole number.');
  return parsed;
};

async function run(path: string, options: ImportOptions): Promise<void> {
  const out = options.out.replace(/[\\/]+$/, '');
  const say = (line: string): void => void (options.quiet ?? process.stderr.write(`${line}\n`));
  await requireFree(out);
  const file = await readModel(basename(path), await given(path, 'model'), (beside) =>
    readFile(join(dirname(path), beside)),
  );
  const inspected = inspectKeras(file);
  const { vocabulary, indexFrom, labels, language, length, padding, cut } = options;
  const { answers, guesses } = answersOf(inspected, {
    name: basename(out),
    ...(vocabulary !== undefined && {
      vocabulary: { file: basename(vocabulary), bytes: await given(vocabulary, 'vocabulary') },
    }),
    ...{ indexFrom, labels, language, length, padding, cut },
  });
  const imported = importModel(inspected, answers);
  const { card, tokens } = imported;
  say(
    `${file.file} (${file.format}): ${inspected.output.nodes.length} layers, ${tokens.length} words, labels ${card.labels.join(', ')}`,
  );
  for (const line of [...inspected.graph.notes, ...inspected.output.notes, ...guesses]) say(line);
  const files = await filesOf(imported, options, say);
  await writeModelTo(out, files);
  say(`written to ${out}`);
}

/** In fewer bytes where that is asked for; then the card and a line say what it changes. */
async function filesOf(
  imported: Imported,
  { quantize, texts: paths }: ImportOptions,
  say: (line: string) => void,
): Promise<ReadonlyMap<string, Uint8Array>> {
  if (quantize === undefined) return filesOfImported(imported);
  const texts = (await Promise.all((paths ?? []).map((path) => textsAt(path)))).flat().slice(0, MOST_TEXTS);
  if (texts.length === 0)
    throw new SaliencyError('What --quantize changes is measured: give texts with --texts FILE.', 'usage');
  // Biases and the like stay as they are.
  const storage = (name: string) => (imported.weights.get(name)!.shape.length > 1 ? quantize : 'float32');
  const measured = { ...imported, card: { ...imported.card, name: IMPORTED_MODEL } };
  const whole = await predictionsOf(await filesOfImported(measured), texts);
  const loss = lossBetween(whole, await predictionsOf(await filesOfImported(measured, storage), texts));
  const line =
    `Weights are stored as ${quantize}: of ${loss.texts} texts ${percent(loss.changedLabels, 1)} have another label, ` +
    `and no probability changes by more than ${loss.largestChange.toFixed(4)}.`;
  say(line);
  const { card } = imported;
  const options = { ...card.options, quantized: { storage: quantize, ...loss } };
  return filesOfImported({ ...imported, card: { ...card, changes: [...card.changes, line], options } }, storage);
}

/** Texts that a loss is measured on, at most. */
const MOST_TEXTS = 2_000;

async function given(path: string, what: 'model' | 'vocabulary'): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new SaliencyError(`There is no file ${path}.`, 'no-such-file', { file: path });
    if (code === 'EISDIR') {
      if (what === 'model' && existsSync(join(path, 'saved_model.pb')))
        throw foreignModel(basename(path), 'SavedModel');
      throw new SaliencyError(`${path} is a folder; give the ${what}'s file.`, 'no-such-file', { file: path });
    }
    throw error;
  }
}
