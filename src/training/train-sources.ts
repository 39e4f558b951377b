import { architectureNamed } from '../model/architectures/registry';
import { loadWholeModel, networkOf } from '../model/network/load-whole-model';
import type { Architecture } from '../model/architectures/architecture';
import { modelDefaults } from './model-defaults';
import { modelTeacher } from './distillation/distillation';
import { rowsWithTargets, type SourcePools } from './plans/rows-with-targets';
import { measuresLine } from './evaluation/evaluation-text';
import { percent } from '../shared/percent';
import { flopsPerWord, ProgressLines } from './fit/progress';
import type { Row } from './rows/row';
import { segmenterFor } from '../text/languages';
import type { Plan, SourcePlan } from './plans/plan';
import { sourceRows, type PlannedRows, type SourceRows } from './plans/source-rows';
import type { Sources } from './plans/sources';
import { rationaleReader, tokenizer, tokenizeRows, type TokenizedRow } from './rows/encoded-texts';
import { trainModel } from './train-model';
import type { TestSet } from './training-request';
import type { ModelRequest, NamedRows } from './train-rows';
import { valuesOf } from './fit/values';
import { unpackWords, withWordsOf, type PretrainedWords } from './pretraining/pretrained-words';

/** The options of `saliency train --plan`. */
export interface SourcesRequest extends ModelRequest {
  readonly planned: PlannedRows;
  readonly splitSeed: number;
  /** Held-out rows; texts that they share with the plan's rows are removed from those. */
  readonly tests?: readonly NamedRows[];
  /** A file of `saliency pretrain` to start from, */
  readonly words?: Uint8Array;
  /** or a model whose words and weights training starts from. */
  readonly start?: { readonly name: string; readonly read: (file: string) => Promise<Uint8Array> };
  /** How much of its weights is kept; see `startFrom`. */
  readonly keep?: number;
}

/** Trains one model on all sources of a plan. The tfjs backend must have been started. */
export async function trainSources(request: SourcesRequest): Promise<ReadonlyMap<string, Uint8Array>> {
  const { planned, options, say } = request;
  const { plan } = planned;
  const { labels, language } = plan;
  const architecture = architectureNamed(request.architecture);
  const { standardisation = 'word' } = request;
  const segment = await segmenterFor(language, request.dictionary);
  const tokenize = tokenizer(segment, standardisation);
  const { tests = [] } = request;
  const excluded = [...planned.excluded, ...tests.flatMap((test) => test.rows.map(({ text }) => text))];
  const all = { ...planned, excluded };
  const rows = sourceRows(all, request.splitSeed);
  const rationaleOf = rationaleReader(segment, standardisation);
  const pools = poolsOfPlan(rows, labels, tokenize, rationaleOf, say);
  const models = await Promise.all(
    (request.teachers?.models ?? []).map(({ name, read }) => loadWholeModel(name, read)),
  );
  let lines: ProgressLines | undefined;
  try {
    const others = request.teachers && { teachers: models.map(modelTeacher), share: request.teachers.share };
    const train = rowsWithTargets(plan, pools, others, options.seed, say);
    const validation = pools.flatMap(({ validation: own }) => own);
    say(`training ${train.length}, validation ${validation.length}`);
    const { files, state, measured } = await trainModel({
      ...modelDefaults(request, architecture, standardisation),
      language,
      labels,
      train,
      validation,
      tests: [
        ...tests.map((test) => ({ name: test.name, rows: tokenizeRows(withLabels(test.rows, labels), tokenize) })),
        ...testsOf(plan, pools),
      ],
      cut: request.cut ?? 'first',
      readsCut: request.readsCut ?? false,
      sources: sourcesOf(plan, pools),
      words: await startOf(request, architecture, ownTexts(plan, pools)),
      keep: request.keep,
      onStart: ({ words, network, taken }) => {
        say(`vocabulary ${words}; weights taken from pre-training: ${taken}`);
        lines = new ProgressLines(flopsPerWord(network), options.epochs, say);
      },
      onProgress: (progress) => {
        lines?.report(progress);
        if (progress.epoch) say(scoresLine(progress.epoch.validationScore, progress.epoch.sources));
      },
    });
    for (const { data, macroRecall = 0, calibrationError = 0, ...rest } of measured) {
      say(`${data}: ${measuresLine({ ...rest, macroRecall, calibrationError })}`);
    }
    say(`epoch ${state.bestEpoch} is kept`);
    return files;
  } finally {
    for (const model of models) model.dispose();
  }
}

const withLabels = (rows: readonly Row[], labels: readonly string[]): Row[] =>
  rows.filter(({ label }) => labels.includes(label));

/** The held-out rows of each source, and of the groups of sources that are measured together. */
function testsOf({ together }: Plan, pools: SourcePools): TestSet[] {
  const held = pools.filter(({ test }) => test.length > 0);
  return [
    ...held.map(({ source: { title, name }, test }) => ({ name: `${title ?? name}, held-out set`, rows: test })),
    ...together.map(({ title, sources }) => ({
      name: `${title}, held-out set`,
      rows: held.filter(({ source }) => sources.includes(source.name)).flatMap(({ test }) => test),
    })),
  ];
}

function scoresLine(mean = 0, bySource: Readonly<Record<string, number>> = {}): string {
  const parts = Object.entries(bySource).map(([name, score]) => `${name} ${percent(score)}`);
  return `validation score ${percent(mean)}: ${parts.join(', ')}`;
}

/** The largest number of new words in a training that starts from a model. */
const NEW_WORDS = 400;

/** Training texts written for the project. */
function ownTexts({ sources }: Plan, pools: SourcePools): (readonly string[])[] {
  const own = sources.filter(({ everyday }) => everyday !== undefined).map(({ name }) => name);
  return pools.filter(({ source }) => own.includes(source.name)).flatMap(({ train }) => train.map((row) => row.tokens));
}

/** What training starts from. The project's own sentences may add words that no corpus has, above all emoji. */
async function startOf(
  { words, start, options: { seed } }: SourcesRequest,
  { masksUnknown }: Architecture,
  own: readonly (readonly string[])[],
): Promise<PretrainedWords | undefined> {
  if (words) return withWordsOf(unpackWords(words, masksUnknown), own, { atMost: NEW_WORDS, seed });
  if (!start) return undefined;
  const model = await loadWholeModel(start.name, start.read);
  try {
    const begun = { vocabulary: model.vocabulary, tensors: valuesOf(networkOf(model).weights) };
    return withWordsOf(begun, own, { atMost: NEW_WORDS, seed });
  } finally {
    model.dispose();
  }
}

/** One pool for each source, and one more for its phrases. */
function poolsOfPlan(
  rows: readonly SourceRows[],
  labels: readonly string[],
  tokenize: (text: string) => string[],
  rationaleOf: (row: Row) => Float32Array | undefined,
  say: (line: string) => void,
): SourcePools {
  const marked = (of: readonly Row[]): TokenizedRow[] =>
    tokenizeRows(of, tokenize).map((row, i) => ({ ...row, rationale: rationaleOf(of[i]) }));
  const known = (of: readonly Row[]): Row[] => withLabels(of, labels);
  return rows
    .flatMap(({ plan, train, validation, test, phrases, ends }) => {
      const own = plan.unlabelled ? train : known(train);
      say(`${plan.name}: ${own.length} to train on, ${validation.length} to validate, ${test.length} to measure on`);
      const carried = labels.filter((label) => own.some((row) => row.label === label));
      const source = { ...plan, labels: plan.unlabelled ? labels : carried };
      const pool = {
        source,
        train: plan.rationales ? marked(own) : tokenizeRows(own, tokenize),
        validation: tokenizeRows(known(validation), tokenize),
        test: tokenizeRows(known(test), tokenize),
      };
      const more = (what: string, drawn: SourcePlan['phrases'], inside: readonly Row[], own: readonly string[]) => {
        if (!drawn) return [];
        say(`${plan.name}: ${inside.length} ${what}`);
        const named = { ...source, ...drawn, name: `${plan.name} ${what}`, labels: own, teacher: undefined };
        return [{ source: named, train: tokenizeRows(known(inside), tokenize), validation: [], test: [] }];
      };
      return [
        pool,
        ...more('phrases', plan.phrases, phrases, labels),
        ...more('sentence ends', plan.ends, ends, carried),
      ];
    })
    .map((pool, index) => {
      const numbered = (of: readonly TokenizedRow[]): TokenizedRow[] => of.map((row) => ({ ...row, source: index }));
      return { ...pool, train: numbered(pool.train), validation: numbered(pool.validation) };
    });
}

function sourcesOf({ rows, absent }: PlannedRows['plan'], pools: SourcePools): Sources {
  const list = pools.map(({ source: { name, labels, metric, share, balance } }) => ({
    name,
    labels,
    metric,
    share,
    balance,
  }));
  return { list, rows, absent };
}
