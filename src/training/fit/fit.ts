import { dispose } from '@tensorflow/tfjs-core';
import type { EpochRecord } from '../../shared/model-card';
import type { Network } from '../../model/network/network';
import { mixSeed, seededRandom } from '../../shared/random';
import { SaliencyError } from '../../shared/saliency-error';
import { Adam } from './adam';
import { augmented } from './augment';
import { epochBatches } from './batches';
import { packCheckpoint, unpackCheckpoint, type CheckpointStorage } from './checkpoint';
import type { FitOptions } from './fit-options';
import { closeEpoch, isFinished, initialState, rateNow, type FitState } from './fit-state';
import { MovingAverage } from './moving-average';
import { lossAndGradients, type LossAndGradients } from './loss-and-gradients';
import type { GradientWorkers } from './parallel/gradient-workers';
import { predictSample, predictionOfSample, logitsAll } from '../evaluation/predict';
import { batchTensors, type Sample } from './sample';
import type { SourceScores } from '../plans/source-scores';
import { assignValues, between, valuesOf } from './values';

/** After each batch, and after each epoch (then with its record). */
export interface FitProgress {
  readonly state: Readonly<FitState>;
  readonly batches: number;
  /** Words of the batch, without padding, and the time of its step. */
  readonly words: number;
  readonly milliseconds: number;
  readonly epoch?: EpochRecord;
  readonly best?: boolean;
}

export interface FitRequest {
  readonly network: Network;
  readonly train: readonly Sample[];
  readonly validation: readonly Sample[];
  /** The indices of an epoch's training samples; absent: all. Must give the same for the same epoch. */
  readonly draw?: (epoch: number) => number[];
  /** Scores the logits of the validation samples, source by source. */
  readonly score?: (logits: readonly (readonly number[])[]) => SourceScores;
  readonly options: FitOptions;
  /** The id that replaces a dropped word. */
  readonly unknownId: number;
  /** Ids of the tokens that end a clause; only for `clauseShuffle`. */
  readonly clauseEnds?: ReadonlySet<number>;
  readonly storage?: CheckpointStorage;
  /** Identifies rows, vocabulary and options; see `TrainingCheckpoint`. */
  readonly fingerprint?: string;
  /** Time between two checkpoints within an epoch; each epoch ends with one too. */
  readonly checkpointMinutes?: number;
  readonly onProgress?: (progress: FitProgress) => void;
  /**
   * Awaited after each step; here a run can yield, pause or be cancelled (by a rejection). `save` writes a checkpoint.
   */
  readonly afterStep?: (save: () => Promise<void>) => Promise<void>;
  /** Stops after this many epochs, while the learning rate falls as if all of `options.epochs` were to come. */
  readonly stopAfter?: number;
  /** Threads that compute a part of each batch beside this one; they hold the same network. The caller closes them. */
  readonly gradientWorkers?: GradientWorkers;
}

/** Trains the network in place; afterwards it holds the weights of the best epoch. */
export async function fit(request: FitRequest): Promise<FitState> {
  const run = new Run(request);
  try {
    await run.restore();
    await run.handOut();
    while (!isFinished(run.state, request.options) && run.state.epoch < (request.stopAfter ?? Infinity))
      await run.epoch();
    run.keepBest();
    return run.state;
  } finally {
    run.dispose();
  }
}

class Run {
  state: FitState;
  private readonly adam: Adam;
  private readonly average?: MovingAverage;
  /** The weights at the start of the run; the kept weights are a mix of these and the trained ones. */
  private readonly start?: ReadonlyMap<string, Float32Array>;
  private best = new Map<string, Float32Array>();
  private savedAt = performance.now();

  constructor(private readonly request: FitRequest) {
    const { network, options, validation } = request;
    if (validation.length === 0) {
      throw new SaliencyError('Training needs validation rows: they decide when to stop.', 'no-validation-rows');
    }
    this.state = initialState(options);
    this.adam = new Adam(network.weights);
    if (options.averaging > 0) this.average = new MovingAverage(network.weights, options.averaging);
    if (options.towardsStart) this.start = valuesOf(network.weights);
  }

  async epoch(): Promise<void> {
    const { train, options, onProgress, draw } = this.request;
    const drawn = draw?.(this.state.epoch) ?? train.map((_, i) => i);
    const lengths = drawn.map((i) => train[i].ids.length);
    const batches = epochBatches(lengths, options.batchSize, options.seed, this.state.epoch);
    while (this.state.batch < batches.length) {
      const started = performance.now();
      const samples = batches[this.state.batch].map((i) => train[drawn[i]]);
      await this.step(samples, rateNow(this.state, batches.length, options));
      this.state.batch++;
      const words = samples.reduce((sum, { ids }) => sum + ids.length, 0);
      onProgress?.({ state: this.state, batches: batches.length, words, milliseconds: performance.now() - started });
      await this.saveIfDue();
      await this.request.afterStep?.(() => this.save());
    }
    const { record, best } = this.close();
    await this.save();
    onProgress?.({ state: this.state, batches: batches.length, words: 0, milliseconds: 0, epoch: record, best });
  }

  keepBest(): void {
    assignValues(this.request.network.weights, this.best);
  }

  async restore(): Promise<void> {
    const bytes = await this.request.storage?.load();
    if (!bytes) return;
    const { fingerprint, state, tensors } = unpackCheckpoint(bytes);
    if (fingerprint !== (this.request.fingerprint ?? '')) {
      throw new SaliencyError(
        'The checkpoint belongs to a run with other rows or options; remove it to start again.',
        'foreign-checkpoint',
      );
    }
    this.state = state;
    const part = (prefix: string): Map<string, Float32Array> =>
      new Map(
        [...tensors].filter(([name]) => name.startsWith(prefix)).map(([name, of]) => [name.slice(prefix.length), of]),
      );
    assignValues(this.request.network.weights, part('weight '));
    this.adam.restore(part('m '), part('v '));
    this.best = part('best ');
    this.average?.restore(part('mean '));
  }

  /** Sends the gradient workers the weights and moments that this run starts from. */
  async handOut(): Promise<void> {
    const weights = valuesOf(this.request.network.weights);
    await this.request.gradientWorkers?.load({ weights, m: valuesOf(this.adam.m), v: valuesOf(this.adam.v) });
  }

  dispose(): void {
    this.adam.dispose();
    this.average?.dispose();
  }

  /** One optimizer step; loss and hits are added to the epoch's sums. */
  private async step(samples: readonly Sample[], learningRate: number): Promise<void> {
    const { options, unknownId } = this.request;
    const seed = mixSeed(options.seed, 'step', this.state.step);
    const random = seededRandom(mixSeed(seed, 'words'));
    const how = { ...options, unknownId, clauseEnds: this.request.clauseEnds ?? new Set<number>() };
    const { loss, logits, gradients } = await this.gradients(
      samples.map((sample) => augmented(sample, how, random)),
      seed,
    );
    this.state.step++;
    const { step } = this.state;
    const { weightDecay } = options;
    this.adam.apply(gradients, { learningRate, step, weightDecay });
    this.request.gradientWorkers?.apply({ learningRate, step, weightDecay });
    this.average?.update(step);
    dispose([...gradients.values()]);
    this.state.lossSum += loss * samples.length;
    this.state.hits += samples.filter(
      ({ label }, row) => predictionOfSample(logits[row], label).label === label,
    ).length;
    this.state.rows += samples.length;
  }

  private async gradients(samples: readonly Sample[], seed: number): Promise<LossAndGradients> {
    const { network, options, gradientWorkers } = this.request;
    if (gradientWorkers) return gradientWorkers.gradients(network, samples, options, seed);
    const batch = batchTensors(samples);
    try {
      return lossAndGradients(network, batch, options, seed);
    } finally {
      dispose({ ...batch });
    }
  }

  /** Ends an epoch: measures the weights that would be kept, and tells whether they are the best so far. */
  private close(): { record: EpochRecord; best: boolean } {
    const { network, options } = this.request;
    const last = this.average || this.start ? valuesOf(network.weights) : undefined;
    if (this.average) assignValues(network.weights, this.average.values());
    if (this.start) assignValues(network.weights, between(valuesOf(network.weights), this.start, options.towardsStart ?? 0)); // prettier-ignore
    const record = this.record();
    const best = closeEpoch(this.state, record, options);
    if (best) this.best = valuesOf(network.weights);
    if (last) assignValues(network.weights, last);
    return { record, best };
  }

  private record(): EpochRecord {
    const { validation, network, score } = this.request;
    const { epoch, lossSum, hits, rows, learningRate } = this.state;
    const logits = logitsAll(network, validation);
    const prediction = predictSample(logits, validation);
    const scores = score?.(logits);
    return {
      epoch: epoch + 1,
      loss: lossSum / rows,
      accuracy: hits / rows,
      validationLoss: prediction.loss,
      validationAccuracy: prediction.accuracy,
      ...(scores && { validationScore: scores.mean, sources: scores.bySource }),
      learningRate,
    };
  }

  private async saveIfDue(): Promise<void> {
    const minutes = (performance.now() - this.savedAt) / 60_000;
    if (minutes >= (this.request.checkpointMinutes ?? 5)) await this.save();
  }

  private async save(): Promise<void> {
    if (!this.request.storage) return;
    const tensors = new Map<string, Float32Array>();
    const put = (prefix: string, values: ReadonlyMap<string, Float32Array>): void => {
      for (const [name, of] of values) tensors.set(prefix + name, of);
    };
    put('weight ', valuesOf(this.request.network.weights));
    put('m ', valuesOf(this.adam.m));
    put('v ', valuesOf(this.adam.v));
    put('best ', this.best);
    if (this.average) put('mean ', this.average.values());
    const fingerprint = this.request.fingerprint ?? '';
    await this.request.storage.save(packCheckpoint({ fingerprint, state: this.state, tensors }));
    this.savedAt = performance.now();
  }
}
