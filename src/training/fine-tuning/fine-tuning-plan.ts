import type { ModelCard } from '../../shared/model-card';
import type { Language } from '../../shared/languages';
import { SaliencyError } from '../../shared/saliency-error';
import type {
  FineTuningCheck,
  FineTuningObstacle,
  FineTuningRequest,
  TrainingRow,
  FineTuningStart,
} from '../../shared/fine-tuning';
import type { Segmenter } from '../../text/word';
import { ownsWeight } from '../../model/layer-row';
import { KERAS_GRAPH } from '../../model/architectures/keras-graph';
import { architectureNamed } from '../../model/architectures/registry';
import { chooseArchitecture } from '../choosing/choose-architecture';
import { medianOf } from '../exploration/lengths';
import { sortedLabels } from '../rows/labels';
import { segmenterFor } from '../../text/languages';
import { mostlyIn } from '../../text/language';
import { isInAnother, languageOfTexts } from '../rows/language-of-rows';
import { CHARACTERS } from './beginning';
import { divideRows, type Division } from './divide-rows';
import { coresUsed, recipeFor, type Recipe } from './recipe';
import { machineSpeed, secondsFor } from './estimate';
import type { FineTuningEnvironment } from './environment';
import { classCounts, repetitionsOf, usableRows } from './usable-rows';

/** The smallest number of rows; with fewer, no improvement could be measured. */
const FEWEST_ROWS = 30;

/** A checked request: which rows are trained on, the model to start from, the classes, and the training options. */
export interface FineTuningPlan {
  readonly check: FineTuningCheck;
  readonly language: Language;
  readonly segment: Segmenter;
  readonly start: FineTuningStart;
  /** The card of the model to start from; absent if training starts from scratch. */
  readonly card?: ModelCard;
  readonly architecture: string;
  readonly labels: readonly string[];
  readonly newOutput: boolean;
  /** The rows that are used, and their indices in the request. */
  readonly rows: readonly TrainingRow[];
  readonly indices: readonly number[];
  readonly division: Division;
  readonly recipe: Recipe;
  /** How many times the rows of each label are repeated, by the label's index. */
  readonly times: readonly number[];
}

/**
 * @throws SaliencyError `unknown-model`, `unknown-architecture`, or the reason why the model to start from cannot be
 * read
 */
export async function planFineTuning(
  request: FineTuningRequest,
  { models, dictionary }: Pick<FineTuningEnvironment, 'models' | 'dictionary'>,
): Promise<FineTuningPlan> {
  const chosenCard = request.start?.kind === 'model' ? await models.card(request.start.model) : undefined;
  const language = request.language ?? languageFor(request.rows, chosenCard);
  const segment = await segmenterFor(language, dictionary);
  const asked = request.start ?? { kind: 'model', model: await models.defaultFor(language) };
  const card = asked.kind === 'model' ? (chosenCard ?? (await models.card(asked.model))) : undefined;
  const isOther = (text: string): boolean => isInAnother(text, language);
  const labels = request.labels ?? labelsOf(request.rows.filter(({ text }) => !isOther(text)), card); // prettier-ignore
  // A model for another language cannot read these rows, so it gives no “before” figures and is no teacher.
  const isForeign = card !== undefined && card.language !== language;
  const newOutput = isForeign || card?.labels.join('\n') !== labels.join('\n');
  const words = (text: string): number => segment(text).length;
  const usable = usableRows(request.rows, request.labels, hasWord, isOther);
  const rows = usable.used.map((i) => request.rows[i]);
  const classes = classCounts(rows, labels);
  const rare = repetitionsOf(classes);
  const seed = request.options?.seed ?? 1;
  const division = divideRows(rows, seed);
  const recipe = recipeFor(division.train.length, !newOutput, request.options);
  const lengths = rows.slice(0, 2_000).map(({ text }) => words(text));
  const median = medianOf([...lengths].sort((a, b) => a - b));
  if (asked.kind === 'scratch' && asked.architecture !== undefined) architectureNamed(asked.architecture);
  const chosen = chooseArchitecture(rows.length, median).architecture;
  const start = asked.kind === 'scratch' ? { ...asked, architecture: asked.architecture ?? chosen } : asked;
  const architecture = start.kind === 'scratch' ? start.architecture : card!.architecture;
  const mean = lengths.reduce((sum, of) => sum + of, 0) / Math.max(1, lengths.length);
  const check: FineTuningCheck = {
    ...{ language, labels, newOutput, classes, rare },
    ...(isForeign && { startsFrom: card.language }),
    start: { ...start, reason: request.start ? 'asked' : newOutput ? 'new-output' : 'fits' },
    rows: rows.length,
    duplicates: usable.duplicates,
    conflicts: usable.conflicts,
    withoutWords: usable.withoutWords,
    otherLabels: usable.otherLabels,
    otherLanguage: usable.otherLanguage,
    split: division.split,
    reasons: rows.filter(({ spans = [] }) => spans.length > 0).length,
    replayed: recipe.replay * recipe.fit.epochs,
    epochs: recipe.fit.epochs,
    seconds: secondsFor(
      { rows: rows.length, words: mean, division, recipe, cores: coresUsed(recipe, request.cores), architecture },
      machineSpeed(),
    ),
    bytes: card?.size ?? 2_000_000,
    obstacles: obstaclesOf(rows, classes, language, card),
  };
  const times = labels.map((label) => rare.find((one) => one.label === label)?.times ?? 1);
  return { check, language, segment, start, card, architecture, labels, newOutput, rows, indices: usable.used, division, recipe, times }; // prettier-ignore
}

/**
 * The language of the training rows: the language of the start model if enough rows are in it, otherwise the language
 * of most rows.
 */
function languageFor(rows: readonly TrainingRow[], start: ModelCard | undefined): Language {
  const own = start && rows.filter(({ text }) => mostlyIn(text) === start.language);
  return own && own.length >= FEWEST_ROWS ? start.language : languageOfTexts(rows.map(({ text }) => text));
}

const hasWord = (text: string): boolean => /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text);

/** The labels of the start model if they cover all rows; otherwise those of the rows. */
function labelsOf(rows: readonly TrainingRow[], card: ModelCard | undefined): readonly string[] {
  const own = [...new Set(rows.map(({ label }) => label))];
  return card && own.every((label) => card.labels.includes(label)) ? card.labels : sortedLabels(own);
}

function obstaclesOf(
  rows: readonly TrainingRow[],
  classes: FineTuningCheck['classes'],
  language: Language,
  card: ModelCard | undefined,
): FineTuningObstacle[] {
  const present = classes.filter(({ rows: count }) => count > 0).map(({ label }) => label);
  return [
    ...(rows.length < FEWEST_ROWS ? [{ code: 'too-few-rows', rows: rows.length, needed: FEWEST_ROWS } as const] : []),
    ...(present.length < 2 ? [{ code: 'too-few-labels', labels: present } as const] : []),
    ...(card?.architecture === KERAS_GRAPH ? [{ code: 'imported-start', model: card.name } as const] : []),
    ...(card && card.language !== language && !learnsWords(card.architecture) ? [{ code: 'wrong-language', language, model: card.name } as const] : []), // prettier-ignore
  ];
}

/** Whether new words can be added to the model's vocabulary. */
function learnsWords(name: string): boolean {
  if (name === KERAS_GRAPH) return false;
  const architecture = architectureNamed(name);
  const layers = architecture.layers(architecture.configure({}), 2);
  return architecture.reads !== 'ngrams' && !layers.some((layer) => ownsWeight(layer, CHARACTERS));
}

/** @throws SaliencyError for the first obstacle */
export function refuseObstacles({ obstacles }: FineTuningCheck): void {
  const [first] = obstacles;
  if (first === undefined) return;
  if (first.code === 'too-few-rows') {
    const found =
      first.rows === 0
        ? 'There are no labelled rows to train on'
        : `There ${first.rows === 1 ? 'is 1 row' : `are ${first.rows} rows`} to train on, too few for a gain that could be measured`;
    throw new SaliencyError(`${found}: label at least ${first.needed}.`, 'too-few-rows', {
      rows: first.rows,
      needed: first.needed,
    });
  }
  if (first.code === 'too-few-labels') {
    const found = first.labels.length === 0 ? 'there is none' : `all are “${first.labels[0]}”`;
    throw new SaliencyError(`A model needs rows of at least two labels, but ${found}.`, 'too-few-labels');
  }
  if (first.code === 'imported-start') {
    throw new SaliencyError(
      `The model “${first.model}” was imported from Keras, and such models cannot be fine-tuned here: start from another one.`,
      'usage',
    );
  }
  throw new SaliencyError(
    `The model “${first.model}” is for texts of another language than these rows: start from another one.`,
    'wrong-language',
    { model: first.model, language: first.language, asked: first.language },
  );
}
