import type { Language } from '../../shared/languages';
import { SaliencyError } from '../../shared/saliency-error';
import type { Answers } from './import-model';
import type { Inspected } from './inspect';
import { wordsOfKeras, type WordIds } from './words';

/** The answers of a model's owner to what its file leaves open; each may be left out. */
export interface ImportAnswers {
  readonly name: string;
  readonly vocabulary?: { readonly file: string; readonly bytes: Uint8Array };
  readonly indexFrom?: number;
  readonly labels?: readonly string[];
  readonly language?: Language;
  /** 0: texts were not padded. */
  readonly length?: number;
  readonly padding?: 'pre' | 'post';
  readonly cut?: 'first' | 'last';
}

const question = (message: string, about: string): SaliencyError =>
  new SaliencyError(message, 'import-question', { about });

/**
 * Completes the answers with what the file says and with usual values.
 * @throws SaliencyError `import-question` if only the model's owner can know the answer; `unsupported-vocabulary`
 */
export function answersOf(inspected: Inspected, said: ImportAnswers): { answers: Answers; guesses: readonly string[] } {
  const words = vocabularyOf(inspected, said);
  const labels = labelsOf(inspected, said);
  const length = lengthOf(inspected, words, said);
  const usual = words.padding ?? 'pre';
  const padding = said.padding ?? usual;
  const cut = said.cut ?? (usual === 'pre' ? 'last' : 'first');
  const guesses = [
    ...words.notes,
    ...(said.labels ? [] : [`The labels are taken to be ${labels.join(', ')}, in this order (--labels says others).`]),
    ...(length !== undefined && inspected.readsPadding && said.padding === undefined
      ? [
          `Texts are padded to ${length} words ${padding === 'pre' ? 'before' : 'behind'} their own (--padding says where).`,
        ]
      : []),
    ...(length !== undefined && said.cut === undefined
      ? [`Of longer texts the ${cut} ${length} words are read (--cut says which).`]
      : []),
  ];
  const { name, language } = said;
  return { answers: { name, words, labels, language, length, padding, cut }, guesses };
}

function vocabularyOf({ words, rows, graph }: Inspected, { vocabulary, indexFrom }: ImportAnswers): WordIds {
  if (vocabulary) {
    const found = wordsOfKeras(vocabulary.file, vocabulary.bytes, { indexFrom, rows });
    // The layer knows better how texts are prepared.
    const told = { ...found, file: vocabulary.file, notes: [...found.notes, ...shortNotes(found, rows)] };
    return words ? { ...told, standardisation: words.standardisation, padding: 'post', length: words.length } : told;
  }
  if (words) return words;
  const why = graph.vectorization ? 'its TextVectorization layer has no vocabulary' : 'the file has no vocabulary';
  throw question(
    `Which words does the model know? ${why[0].toUpperCase()}${why.slice(1)}: give it with --vocabulary FILE (what Tokenizer.to_json() wrote, a word index as JSON, or a text file with one word a line).`,
    'vocabulary',
  );
}

/**
 * Warns if there are fewer words than rows of the embedding: this is the only sign that the vocabulary belongs to
 * another model.
 */
const shortNotes = ({ ids }: WordIds, rows: number): readonly string[] =>
  2 * ids.size < rows - 1
    ? [
        `The vocabulary has ${ids.size} ${ids.size === 1 ? 'word' : 'words'} that the model can read, of ${rows - 1} for which its Embedding has vectors: it may be another model's.`,
      ]
    : [];

function labelsOf({ labels: count, usualLabels }: Inspected, { labels }: ImportAnswers): readonly string[] {
  if (!labels) {
    if (usualLabels) return usualLabels;
    throw question(
      `What do the ${count} outputs of the model mean? Name them from bad to good: --labels a,b,c.`,
      'labels',
    );
  }
  const names = labels.map((label) => label.trim());
  if (names.length !== count)
    throw question(
      `The model has ${count} labels, but ${names.length} ${names.length === 1 ? 'was' : 'were'} named: ${names.map((name) => name || '(empty)').join(', ')}.`,
      'labels',
    );
  if (names.some((label) => label === '') || new Set(names).size < count)
    throw question(
      `Each label needs a name of its own; these were named: ${names.map((name) => name || '(empty)').join(', ')}.`,
      'labels',
    );
  return names;
}

function lengthOf(
  { length: fixed, readsPadding }: Inspected,
  words: WordIds,
  { length }: ImportAnswers,
): number | undefined {
  const known = fixed ?? words.length;
  if (length === undefined) {
    if (known !== undefined || !readsPadding) return known;
    throw question(
      'How many words were texts padded to in training? The model reads padding as if it were words, and the file does not say: --length N, or --length 0 if they were not padded.',
      'length',
    );
  }
  if (fixed !== undefined && length !== fixed)
    throw question(`The model reads texts of exactly ${fixed} words; --length ${length} does not fit.`, 'length');
  return length === 0 ? undefined : length;
}
