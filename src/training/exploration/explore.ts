import { tokenOf } from '../../text/normalisation';
import type { Language } from '../../shared/languages';
import { segmenterFor, stopWords, type ReadDictionary } from '../../text/languages';
import { chooseArchitecture, type ArchitectureChoice } from '../choosing/choose-architecture';
import { sortedLabels } from '../rows/labels';
import { countTokens } from '../rows/encoded-texts';
import { chiSquareTest, type ChiSquareTest } from './chi-square';
import { duplicatesWithin, sharedTexts, type Duplicates, type LabelledText, type SharedTexts } from './duplicates';
import { LENGTH_CLASSES, lengthClassName, lengthClassOf, lengthsOf, type LengthStatistics } from './lengths';
import { columnsOf, isMissing, missingValues, type MissingValues } from './missing-values';
import { wordFrequencies, type WordFrequencies } from './word-frequencies';

/** The records of one or more files, as read. */
export interface NamedRecords {
  readonly name: string;
  readonly records: readonly unknown[];
}

/** Which columns hold text and label. */
export interface ExploredFields {
  readonly text: string;
  readonly label: string;
}

export interface SplitFacts {
  readonly name: string;
  readonly rows: number;
  readonly missing: MissingValues;
  /** The number of rows with a text; all that follows is counted over these. */
  readonly texts: number;
  /** From bad to good; rows without a label are left out. */
  readonly labels: readonly { readonly label: string; readonly count: number; readonly share: number }[];
  readonly lengths: LengthStatistics;
  readonly frequencies: WordFrequencies;
  readonly duplicates: Duplicates;
}

/** Whether the length of a text depends on something else: a table of counts and its χ² test. */
export interface Independence extends ChiSquareTest {
  readonly of: 'length and split' | 'length and label';
  /** Names of the table's rows (classes of lengths) and columns. */
  readonly classes: readonly string[];
  readonly columns: readonly string[];
}

/** Facts about labelled texts that matter before training on them. */
export interface Exploration {
  readonly language: Language;
  /** The training rows and, if there are any, the test rows. */
  readonly splits: readonly SplitFacts[];
  /** The most frequent words over all splits, with their counts in each split, in the order of `splits`. */
  readonly words: readonly { readonly word: string; readonly counts: readonly number[] }[];
  readonly shared?: SharedTexts;
  readonly independence: readonly Independence[];
  readonly choice: ArchitectureChoice;
}

export interface ExploreRequest {
  readonly train: NamedRecords;
  readonly test?: NamedRecords;
  readonly fields: ExploredFields;
  readonly language: Language;
  /** Read only if the language needs a dictionary. */
  readonly dictionary: ReadDictionary;
}

interface Texts extends NamedRecords {
  readonly texts: readonly LabelledText[];
  readonly tokens: readonly (readonly string[])[];
}

/** Deterministic; reads every text once. */
export async function explore(request: ExploreRequest): Promise<Exploration> {
  const { train, test, fields, language } = request;
  const segment = await segmenterFor(language, request.dictionary);
  const splits = [train, ...(test ? [test] : [])].map((records): Texts => {
    const texts = textsOf(records.records, fields);
    return { ...records, texts, tokens: texts.map(({ text }) => segment(text).map((word) => tokenOf(word.text))) };
  });
  const facts = splits.map((split) => factsOf(split, stopWords(language)));
  return {
    language,
    splits: facts,
    words: frequentWords(
      facts,
      splits.map(({ tokens }) => countTokens(tokens)),
    ),
    ...(test && { shared: sharedTexts(splits[0].texts, splits[1].texts) }),
    independence: [bySplit(splits), byLabel(splits)].filter((found) => found !== undefined),
    choice: chooseArchitecture(facts[0].texts, facts[0].lengths.median),
  };
}

function frequentWords(
  facts: readonly SplitFacts[],
  counts: readonly ReadonlyMap<string, number>[],
): Exploration['words'] {
  const words = new Set(facts.flatMap(({ frequencies }) => frequencies.frequent.map(({ word }) => word)));
  return [...words].map((word) => ({ word, counts: counts.map((split) => split.get(word) ?? 0) }));
}

function textsOf(records: readonly unknown[], fields: ExploredFields): LabelledText[] {
  return records.flatMap((record) => {
    const { [fields.text]: text, [fields.label]: label } = columnsOf(record);
    if (typeof text !== 'string' || isMissing(text)) return [];
    return [{ text, ...((typeof label === 'string' || typeof label === 'number') && { label: String(label) }) }];
  });
}

function factsOf({ name, records, texts, tokens }: Texts, stops: ReadonlySet<string>): SplitFacts {
  const labelled = texts.flatMap(({ label }) => (label === undefined ? [] : [label]));
  const counts = countTokens(labelled.map((label) => [label]));
  return {
    name,
    rows: records.length,
    missing: missingValues(records),
    texts: texts.length,
    labels: sortedLabels([...counts.keys()]).map((label) => {
      const count = counts.get(label)!;
      return { label, count, share: count / labelled.length };
    }),
    lengths: lengthsOf(tokens.map(({ length }) => length)),
    frequencies: wordFrequencies(countTokens(tokens), stops),
    duplicates: duplicatesWithin(texts),
  };
}

function bySplit(splits: readonly Texts[]): Independence | undefined {
  return independence(
    'length and split',
    splits.map(({ name }) => name),
    splits.map(({ tokens }) => tokens),
  );
}

/** Computed over the training rows: if length and label are related, a model may learn that long texts are negative. */
function byLabel([{ texts, tokens }]: readonly Texts[]): Independence | undefined {
  const labels = sortedLabels([...new Set(texts.flatMap(({ label }) => label ?? []))]);
  const columns = labels.map((label) => tokens.filter((_, i) => texts[i].label === label));
  return independence('length and label', labels, columns);
}

function independence(
  of: Independence['of'],
  columns: readonly string[],
  texts: readonly (readonly (readonly string[])[])[],
): Independence | undefined {
  const counts = LENGTH_CLASSES.map(() => columns.map(() => 0));
  texts.forEach((column, c) => column.forEach(({ length }) => counts[lengthClassOf(length)][c]++));
  const filled = LENGTH_CLASSES.map((_, i) => i).filter((i) => counts[i].some(Boolean));
  const test = chiSquareTest(filled.map((i) => counts[i]));
  return test && { of, classes: filled.map(lengthClassName), columns, ...test };
}
