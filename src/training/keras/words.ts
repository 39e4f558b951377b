import { SaliencyError } from '../../shared/saliency-error';
import type { Standardisation } from '../../shared/text-options';
import { isObject, stringIn, type JsonObject } from './keras-file';

/** The words of a model by the ids that it was trained with. */
export interface WordIds {
  readonly ids: ReadonlyMap<string, number>;
  /** The id of words that are not in the list; left out: such words are skipped. */
  readonly unknown?: number;
  /** The id of the token before each text; left out: there is none. */
  readonly start?: number;
  readonly standardisation: Standardisation;
  /** The number of words of a text, if the list tells it; and the side of the padding. */
  readonly length?: number;
  readonly padding?: 'pre' | 'post';
  /** The name of the file that lists them. */
  readonly file?: string;
  /** What was understood, for people. */
  readonly source: string;
  /** Sentences about what was guessed. */
  readonly notes: readonly string[];
}

/** Further information about a word list. */
export interface WordOptions {
  /** Added to each id of a word index, as `load_data(index_from=3)` of Keras's film reviews does. */
  readonly indexFrom?: number;
  /** The number of rows of the embedding. */
  readonly rows: number;
}

/** @param problem an English half sentence @param instead what to do, a sentence */
export const refusedVocabulary = (file: string, problem: string, instead: string): SaliencyError =>
  new SaliencyError(`The vocabulary “${file}” cannot be used: ${problem}. ${instead}`, 'unsupported-vocabulary', {
    file,
    problem,
    instead,
  });

const KINDS =
  'Give what Tokenizer.to_json() wrote, a JSON object of words and ids, a JSON list of words, or a text file with one word a line.';

/**
 * Reads a word list in any of the usual file formats.
 * @throws SaliencyError `unsupported-vocabulary`
 */
export function wordsOfKeras(file: string, bytes: Uint8Array, options: WordOptions): WordIds {
  // A pickle file begins with its protocol version, 2 to 5.
  if (bytes[0] === 0x80 && bytes[1] < 6)
    throw refusedVocabulary(
      file,
      'it is a Python pickle, which could run any code',
      'In Python: open("tokenizer.json", "w").write(tokenizer.to_json()), and give that file.',
    );
  const text = decoded(file, bytes);
  const json = /^\s*[[{"]/.test(text) ? parsed(text) : undefined;
  if (json !== undefined) return ofJson(file, json, options);
  // A list may begin with `[UNK]`, no list of words with a brace.
  if (/^\s*\{/.test(text) || /\.json$/i.test(file)) throw refusedVocabulary(file, 'it is no JSON', KINDS);
  return ofLines(file, text, options);
}

function decoded(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refusedVocabulary(file, 'it is no UTF-8 text', KINDS);
  }
}

/** The parsed JSON; undefined if the text is not JSON. */
function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    // `json.dump(tokenizer.to_json())` writes a string that contains JSON.
    return typeof value === 'string' ? JSON.parse(value) : value;
  } catch {
    return undefined;
  }
}

function ofJson(file: string, value: unknown, options: WordOptions): WordIds {
  if (Array.isArray(value)) return ofList(file, value.map(String), options);
  if (!isObject(value)) throw refusedVocabulary(file, 'it holds no words', KINDS);
  if (value.class_name === 'Tokenizer' && isObject(value.config)) return ofTokenizer(file, value.config, options);
  const index = isObject(value.word_index) ? value.word_index : value;
  const numbers = Object.entries(index).filter((entry): entry is [string, number] => typeof entry[1] === 'number');
  const odd = numbers.find(([, id]) => !Number.isInteger(id) || id < 0);
  if (odd) throw refusedVocabulary(file, `the id of “${odd[0]}” is ${odd[1]}, and ids are whole numbers`, KINDS);
  if (numbers.length > 0) return ofIndex(numbers, options);
  // An index from ids to words instead of words to ids.
  const words = Object.entries(index).flatMap(([id, word]): [string, number][] =>
    /^\d+$/.test(id) && typeof word === 'string' ? [[word, Number(id)]] : [],
  );
  if (words.length > 0) return ofIndex(words, options);
  throw refusedVocabulary(file, 'it holds no words with ids', KINDS);
}

function ofTokenizer(file: string, config: JsonObject, { rows }: WordOptions): WordIds {
  if (config.char_level === true)
    throw refusedVocabulary(file, 'its tokens are characters', 'Supported are models that read words.');
  const given = stringIn(config.word_index);
  const index = given === undefined ? config.word_index : parsed(given);
  if (!isObject(index)) throw refusedVocabulary(file, 'the Tokenizer has no word_index', KINDS);
  const most = typeof config.num_words === 'number' ? config.num_words : Infinity;
  const oov = stringIn(config.oov_token);
  const ids = new Map<string, number>();
  for (const [word, id] of Object.entries(index)) {
    // Keras skips words whose id is num_words or higher.
    if (typeof id === 'number' && id < most && id < rows && word !== oov) ids.set(word, id);
  }
  const unknown = oov === undefined ? undefined : index[oov];
  return {
    ids,
    ...(typeof unknown === 'number' && { unknown }),
    standardisation: config.lower === false ? 'tokenizer-cased' : 'tokenizer',
    source: 'Tokenizer',
    notes: cutNotes(config),
  };
}

/** The characters that a Keras Tokenizer filters by default. */
const USUAL_FILTERS = '!"#$%&()*+,-./:;<=>?@[\\]^_`{|}~\t\n';

/** Sentences about settings that cut texts into words differently than we do. */
function cutNotes({ filters, split }: JsonObject): string[] {
  const signs = (of: string): string => [...new Set(of)].sort().join('');
  const given = stringIn(filters);
  return [
    ...(given !== undefined && signs(given) !== signs(USUAL_FILTERS)
      ? [`The Tokenizer filters other signs than usual (${JSON.stringify(given)}): words are cut and made tokens as if it filtered the usual ones.`] // prettier-ignore
      : []),
    ...(typeof split === 'string' && split !== ' '
      ? [`The Tokenizer cuts texts at ${JSON.stringify(split)}: here they are cut into words.`]
      : []),
  ];
}

const UNKNOWN = ['<UNK>', '<unk>', '[UNK]', '<OOV>', '<oov>', 'UNK', '<UNKNOWN>', 'OOV'];
const PADDING = ['', '<PAD>', '<pad>', '[PAD]', 'PAD', '<PADDING>'];
const START = ['<START>', '<start>', '<s>', '<bos>'];
const OTHERS = ['<UNUSED>', '<unused>'];

/** The size of the word index of Keras's film reviews, whose texts have 3 added to every id. */
const FILM_REVIEWS = 88_584;
const FILM_REVIEWS_FROM = 3;

function ofIndex(entries: readonly (readonly [string, number])[], { indexFrom, rows }: WordOptions): WordIds {
  const named = (names: readonly string[]): number | undefined => entries.find(([word]) => names.includes(word))?.[1];
  const isFilmReviews = entries.length === FILM_REVIEWS && entries.find(([word]) => word === 'the')?.[1] === 1;
  const from = indexFrom ?? (isFilmReviews ? FILM_REVIEWS_FROM : 0);
  const special = [...UNKNOWN, ...PADDING, ...START, ...OTHERS];
  const ids = new Map<string, number>();
  for (const [word, id] of entries) if (!special.includes(word) && id + from < rows) ids.set(word, id + from);
  const shifted = from === FILM_REVIEWS_FROM;
  const unknown = shifted ? 2 : named(UNKNOWN);
  const start = shifted ? 1 : named(START);
  return {
    ids,
    ...(unknown !== undefined && { unknown }),
    ...(start !== undefined && { start }),
    standardisation: 'tokenizer',
    source: 'word index',
    notes:
      isFilmReviews && indexFrom === undefined
        ? [
            "The word index is that of Keras's film reviews: 3 is added to each id, 1 begins each text, 2 is an unknown word.",
          ]
        : [],
  };
}

function ofLines(file: string, text: string, options: WordOptions): WordIds {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  const pairs = lines.map((line) => /^(\S+)[\t ,](\d+)$/.exec(line));
  if (lines.length > 0 && pairs.every((pair) => pair !== null))
    return ofIndex(
      pairs.map((pair) => [pair[1], Number(pair[2])]),
      options,
    );
  return ofList(file, lines, options);
}

/**
 * The words of a list, whose ids are their positions; padding and the unknown word may come first, as in
 * TextVectorization.
 */
function ofList(file: string, list: readonly string[], { indexFrom, rows }: WordOptions): WordIds {
  if (list.length === 0) throw refusedVocabulary(file, 'it is empty', KINDS);
  const special = PADDING.includes(list[0]) || UNKNOWN.includes(list[0]) || UNKNOWN.includes(list[1]);
  const offset = PADDING.includes(list[0]) ? 0 : 1;
  const missing = rows - list.length;
  if (!special && indexFrom === undefined && missing !== 1 && missing !== 2)
    throw refusedVocabulary(
      file,
      `it has ${list.length} words where the Embedding has ${rows} rows, and none of its words stands for padding or unknown words`,
      `Give the list that this model was trained with. If it ${list.length < rows ? 'is' : 'begins with'} that, say which id the first word has: --index-from 1 (or 2, or 3).`,
    );
  const from = indexFrom ?? (special ? offset : missing);
  const ids = new Map<string, number>();
  list.forEach((word, at) => {
    const usual = ![...PADDING, ...UNKNOWN, ...START, ...OTHERS].includes(word);
    if (usual && at + from < rows && !ids.has(word)) ids.set(word, at + from);
  });
  const at = list.findIndex((word) => UNKNOWN.includes(word));
  const unknown = at >= 0 ? at + from : from >= 2 ? 1 : undefined;
  const start = list.findIndex((word) => START.includes(word));
  return {
    ids,
    ...(unknown !== undefined && { unknown }),
    ...(start >= 0 && { start: start + from }),
    standardisation: special ? 'text-vectorization' : 'tokenizer',
    ...(special && { padding: 'post' as const }),
    source: 'list of words',
    notes: special ? [] : [`The first word of the list has the id ${from}.`],
  };
}

/**
 * The words of a TextVectorization layer; undefined if the file does not have them. @throws SaliencyError
 * `unsupported-vocabulary`
 */
export function wordsOfLayer(
  config: JsonObject,
  beside: readonly string[] | undefined,
  rows: number,
): WordIds | undefined {
  const name = stringIn(config.name) ?? 'TextVectorization';
  if (![undefined, null, 'int'].includes(config.output_mode as string | null | undefined))
    throw refusedVocabulary(
      name,
      `the layer gives ${String(config.output_mode)} instead of ids`,
      'Supported is output_mode="int".',
    );
  if (config.split === 'character')
    throw refusedVocabulary(name, 'its tokens are characters', 'Supported are models that read words.');
  if (config.split === null)
    throw refusedVocabulary(name, 'it takes a whole text for one word', 'Supported is split="whitespace".');
  if (config.ngrams !== undefined && config.ngrams !== null)
    throw refusedVocabulary(name, 'it makes n-grams of the words', 'Supported is ngrams=None.');
  const listed: unknown[] | undefined = Array.isArray(config.vocabulary) ? config.vocabulary : undefined;
  const list = listed && listed.length > 0 ? listed.map(String) : beside;
  if (!list) return undefined;
  // Without padding and the unknown word, if the configuration lists them.
  const whole = PADDING.includes(list[0]) || UNKNOWN.includes(list[0]) ? list : ['', '[UNK]', ...list];
  const length = config.output_sequence_length;
  const standardise = stringIn(config.standardize);
  return {
    ...ofList(name, whole, { rows }),
    standardisation:
      config.standardize === null ? 'none' : (STANDARDISE.get(standardise ?? '') ?? 'text-vectorization'),
    ...(typeof length === 'number' && { length }),
    padding: 'post',
    source: 'TextVectorization',
    notes: [
      ...(isObject(config.standardize) || (standardise !== undefined && !STANDARDISE.has(standardise))
        ? ['The layer prepares texts by a function of its own, which is not in the file: lower case without punctuation is read.'] // prettier-ignore
        : []),
      ...(config.split !== undefined && config.split !== 'whitespace'
        ? ['The layer cuts texts by a function of its own, which is not in the file: words are read.']
        : []),
    ],
  };
}

const STANDARDISE = new Map<string, Standardisation>([
  ['lower_and_strip_punctuation', 'text-vectorization'],
  ['strip_punctuation', 'text-vectorization-cased'],
  ['lower', 'lower'],
]);
