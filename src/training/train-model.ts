import { sha256 } from '../model/format/sha256';
import { buildNetwork } from '../model/network/build-network';
import type { Network } from '../model/network/network';
import { Vocabulary } from '../text/vocabulary';
import { CLAUSE_ENDS } from './fit/augment';
import { distilledSamples } from './distillation/distillation';
import { finishModel, type TrainedModel } from './finish-model';
import { sampleEpochRows } from './fit/draw';
import { fit } from './fit/fit';
import type { FitOptions } from './fit/fit-options';
import { GradientWorkers } from './fit/parallel/gradient-workers';
import { pretrainOrReuse } from './pretraining/pretraining';
import type { Sample } from './fit/sample';
import { scoreSources } from './plans/source-scores';
import { poolsOf, withLogitOffsets } from './plans/sources';
import { countTokens, samplesOf, tokensById } from './rows/encoded-texts';
import { startFrom } from './pretraining/pretrained-words';
import { type TrainingRequest, wordsRead } from './training-request';

/** Trains a model on labelled rows and gives its files. The tfjs backend must have been started. */
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
  const network = buildNetwork(architecture.plan(config, labels.length), vocabulary.size, initial);
  let gradientWorkers: GradientWorkers | undefined;
  try {
    const taken = request.words
      ? startFrom(network, request.words, architecture.anatomy?.(config).layers[0], request.keep)
      : [];
    request.onStart?.({ words: vocabulary.size, network, taken: taken.length });
    if (pretraining) await pretrainOrReuse({ ...pretraining, texts, network, vocabulary, length, cut });
    const thaw = frozen(network, pretraining ? [...network.weights.keys()] : taken);
    const targets = request.distillation
      ? distilledSamples(request.distillation, request.train, all, labels, vocabulary, { length, cut })
      : all;
    const { sources } = request;
    const offset = (samples: readonly Sample[]): readonly Sample[] =>
      sources ? withLogitOffsets(samples, labels, sources) : samples;
    const train = offset(targets.filter(({ ids }) => ids.length > 0));
    const validation = offset(samplesOf(request.validation, labels, vocabulary, wordsRead(request)));
    const pools = sources && poolsOf(train, labels, sources);
    const lines = request.startGradientWorkers?.() ?? [];
    const plan = { architecture: architecture.name, config: { ...config }, vocabularySize: vocabulary.size };
    if (lines.length > 0) gradientWorkers = new GradientWorkers(lines, { ...plan, labels: labels.length });
    const state = await fit({
      ...(sources &&
        pools && {
          draw: (epoch: number) => sampleEpochRows(pools, sources.rows, options.seed, epoch),
          score: (logits: readonly (readonly number[])[]) => scoreSources(logits, validation, labels, sources.list),
        }),
      network,
      gradientWorkers,
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
    await gradientWorkers?.close();
    network.dispose();
  }
}

/** Freezes the weights that the architecture keeps as pre-trained, if all of them were. Returns a function that undoes it. */
function frozen(network: Network, pretrained: readonly string[]): () => void {
  const learning = [...network.weights].filter(([, { trainable }]) => trainable);
  const thaw = network.freeze?.() ?? (() => undefined);
  if (learning.some(([name, { trainable }]) => !trainable && !pretrained.includes(name))) thaw();
  return thaw;
}

/** Two runs with the same fingerprint take the same steps. */
async function fingerprintOf(
  settings: object,
  options: FitOptions,
  vocabulary: Vocabulary,
  train: readonly Sample[],
): Promise<string> {
  // A longer run may continue a shorter one, because the number of epochs does not change the epochs that are done.
  // This is not so if the learning rate falls over the epochs.
  const free = options.schedule === 'linear' ? ['patience'] : ['epochs', 'patience'];
  const json = JSON.stringify(settings, (key, value: unknown) => (free.includes(key) ? undefined : value));
  const rows = train
    .map(({ ids, label, target }) => `${label}${target ? `,${target.join('/')}` : ''}:${ids.join(',')}`)
    .join('\n');
  return sha256(new TextEncoder().encode([json, vocabulary.toFile(), rows].join('\n')));
}
