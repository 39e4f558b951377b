import type { CardDraft } from '../shared/model-card';
import { sha256 } from '../model/format/sha256';
import type { Architecture, Network } from '../model/network/network';
import type { Truncation, Standardisation } from '../shared/text-options';
import type { Language } from '../shared/languages';
import { Vocabulary } from '../text/vocabulary';
import { CLAUSE_ENDS } from './fit/augment';
import type { CheckpointStorage } from './fit/checkpoint';
import { taughtSamples, type Distillation } from './distillation/distillation';
import { finishModel, type TrainedModel } from './finish-model';
import { sampleEpochRows } from './fit/draw';
import { fit, type FitProgress } from './fit/fit';
import type { FitOptions } from './fit/fit-options';
import type { RunningPartner } from './fit/parallel/partner';
import { Partners } from './fit/parallel/partners';
import { pretrained, type Pretraining } from './pretraining/pretraining';
import type { Sample } from './fit/sample';
import { scoreSources } from './plans/source-scores';
import { poolsOf, withOffsets, type Sources } from './plans/sources';
import { countTokens, samplesOf, tokensById, type TokenizedRow } from './rows/encoded-texts';
import { startFrom, type PretrainedWords } from './pretraining/pretrained-words';

/** Rows on which figures are measured; they choose nothing. */
export interface TestSet {
  /** As the card names it. */
  readonly name: string;
  readonly rows: readonly TokenizedRow[];
}

/** What the card says that training cannot know. */
export type CardTexts = Pick<CardDraft, 'purpose' | 'trainedOn' | 'changes' | 'notFor' | 'licence'> & {
  /** Public names of the test sets, by the names of their files. */
  readonly names?: Readonly<Record<string, string>>;
};

export interface TrainingRequest {
  readonly name: string;
  readonly language: Language;
  readonly architecture: Architecture;
  /** Where it differs from the published configuration. */
  readonly config: Readonly<Record<string, unknown>>;
  /** From bad to good. */
  readonly labels: readonly string[];
  readonly train: readonly TokenizedRow[];
  /** Decide when to stop, which epoch is kept, and how the weights are stored. */
  readonly validation: readonly TokenizedRow[];
  readonly tests: readonly TestSet[];
  readonly vocabulary: { readonly minCount: number; readonly maxWords: number };
  /** Words of a text that are trained on. */
  readonly length: number;
  readonly cut: Truncation;
  /** True: of a longer text the model reads only these words, also when it is used. */
  readonly readsCut: boolean;
  /** How the rows' words became tokens. */
  readonly standardisation: Standardisation;
  readonly options: FitOptions;
  readonly card: CardTexts;
  /** Share of the validation rows whose label storing the weights may change. */
  readonly roundingChanges?: number;
  readonly defaultMethod: string;
  /** Where rows are of several sources: how they are drawn and judged. */
  readonly sources?: Sources;
  /** Words of an earlier pre-training: they are the vocabulary, and the network starts from their weights. */
  readonly words?: PretrainedWords;
  /** Texts without labels to learn from first; they also count for the vocabulary. */
  readonly pretraining?: Pretraining;
  /** Other models whose judgement is learnt beside the labels. */
  readonly distillation?: Distillation;
  readonly storage?: CheckpointStorage;
  readonly checkpointMinutes?: number;
  /** Starts the threads that share each batch with this one; left out: none. */
  readonly startPartners?: () => readonly RunningPartner[];
  readonly onProgress?: (progress: FitProgress) => void;
  readonly onStart?: (facts: { readonly words: number; readonly network: Network; readonly taken: number }) => void;
}

/** Labelled rows → a model on disk. The tfjs backend must have been started. */
export async function trainModel(request: TrainingRequest): Promise<TrainedModel> {
  const { architecture, labels, options, cut, length } = request;
  const { minCount, maxWords } = request.vocabulary;
  const { masksUnknown } = architecture;
  const { pretraining } = request;
  const texts = [...request.train.map(({ tokens }) => tokens), ...(pretraining?.texts ?? [])];
  const vocabulary =
    request.words?.vocabulary ?? Vocabulary.build(countTokens(texts), { minCount, maxSize: maxWords, masksUnknown });
  const config = architecture.configure(request.config);
  const all = samplesOf(request.train, labels, vocabulary, { length, cut });
  const counted = architecture.count?.(config, vocabulary.size, labels.length, all, tokensById(vocabulary));
  const initial = counted ? { seed: options.seed, counted } : options.seed;
  const network = architecture.build(config, vocabulary.size, labels.length, initial);
  let partners: Partners | undefined;
  try {
    const taken = request.words ? startFrom(network, request.words, architecture.anatomy?.(config).layers[0]) : [];
    request.onStart?.({ words: vocabulary.size, network, taken: taken.length });
    if (pretraining) await pretrained({ ...pretraining, texts, network, vocabulary, length, cut });
    const thaw = frozen(network, pretraining ? [...network.weights.keys()] : taken);
    const taught = request.distillation
      ? taughtSamples(request.distillation, request.train, all, labels, vocabulary, { length, cut })
      : all;
    const { sources } = request;
    const offset = (samples: readonly Sample[]): readonly Sample[] =>
      sources ? withOffsets(samples, labels, sources) : samples;
    const train = offset(taught.filter(({ ids }) => ids.length > 0));
    const validation = offset(samplesOf(request.validation, labels, vocabulary, wordsRead(request)));
    const pools = sources && poolsOf(train, labels, sources);
    const lines = request.startPartners?.() ?? [];
    const plan = { architecture: architecture.name, config: { ...config }, vocabularySize: vocabulary.size };
    if (lines.length > 0) partners = new Partners(lines, { ...plan, labels: labels.length });
    const state = await fit({
      ...(sources &&
        pools && {
          draw: (epoch: number) => sampleEpochRows(pools, sources.rows, options.seed, epoch),
          score: (logits: readonly (readonly number[])[]) => scoreSources(logits, validation, labels, sources.list),
        }),
      network,
      partners,
      train,
      validation,
      options,
      unknownId: masksUnknown ? 0 : 1,
      clauseEnds: new Set(
        CLAUSE_ENDS.filter((token) => vocabulary.knows(token)).map((token) => vocabulary.idOf(token)),
      ),
      storage: request.storage,
      fingerprint: await fingerprintOf(
        {
          config,
          options,
          length,
          cut,
          pretraining: pretraining?.options,
          sources,
          taken: request.words !== undefined,
        },
        options,
        vocabulary,
        train,
      ),
      checkpointMinutes: request.checkpointMinutes,
      onProgress: request.onProgress,
    });
    thaw();
    return await finishModel({ request, network, config, vocabulary, validation, state });
  } finally {
    await partners?.close();
    network.dispose();
  }
}

/** Freezes what the architecture keeps as it was pre-trained; nothing where some of that never was. Gives the way back. */
function frozen(network: Network, pretrained: readonly string[]): () => void {
  const learning = [...network.weights].filter(([, { trainable }]) => trainable);
  const thaw = network.freeze?.() ?? (() => undefined);
  if (learning.some(([name, { trainable }]) => !trainable && !pretrained.includes(name))) thaw();
  return thaw;
}

/** Which words of a text the finished model reads. */
export const wordsRead = ({ readsCut, length, cut }: Pick<TrainingRequest, 'readsCut' | 'length' | 'cut'>) => ({
  length: readsCut ? length : 0,
  cut,
});

/** Two runs with the same fingerprint take the same steps. */
async function fingerprintOf(
  settings: object,
  options: FitOptions,
  vocabulary: Vocabulary,
  train: readonly Sample[],
): Promise<string> {
  // A longer run may continue a shorter one: how many epochs there will be changes none of those done.
  // Not so where the learning rate falls with them.
  const free = options.schedule === 'linear' ? ['patience'] : ['epochs', 'patience'];
  const json = JSON.stringify(settings, (key, value: unknown) => (free.includes(key) ? undefined : value));
  const rows = train
    .map(({ ids, label, target }) => `${label}${target ? `,${target.join('/')}` : ''}:${ids.join(',')}`)
    .join('\n');
  return sha256(new TextEncoder().encode([json, vocabulary.toFile(), rows].join('\n')));
}
