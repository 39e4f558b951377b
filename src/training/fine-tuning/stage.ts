import { bothLogits, largestAt } from '../../model/probabilities';
import type { EpochPoint } from '../../shared/fine-tuning';
import { logitsAll, predictionOfSample } from '../evaluation/predict';
import type { CheckpointStorage } from '../fit/checkpoint';
import { fit, type FitProgress } from '../fit/fit';
import type { FitState } from '../fit/fit-state';
import { GradientWorkers } from '../fit/parallel/gradient-workers';
import type { RunningGradientWorker } from '../fit/parallel/gradient-worker';
import type { Sample } from '../fit/sample';
import { EMBEDDING, type Beginning } from './beginning';
import { epochExamples } from './epoch-examples';
import type { Recipe } from './recipe';
import { smallNetwork, type SmallNetwork } from './small-network';

export type Logits = readonly (readonly number[])[];

/** One network to train: the model that is kept, or the model of a fold. */
export interface Stage {
  readonly beginning: Beginning;
  readonly recipe: Recipe;
  readonly times: readonly number[];
  /** The person's training rows; ids of the whole vocabulary, as in the following fields. */
  readonly own: readonly Sample[];
  readonly general: readonly Sample[];
  /** The person's rows that are measured after each epoch: the validation rows, or those of the fold. */
  readonly watched: readonly Sample[];
  readonly generalWatched: readonly Sample[];
  /** Other texts whose words the network must keep, because it will predict them after training. */
  readonly also?: readonly Int32Array[];
  /** Whether the epoch that is best on the watched rows is kept, or the last one. */
  readonly keeps: 'best' | 'last';
  /** The number of epochs to run, if fewer than the learning rate is scheduled for; left out: all of them. */
  readonly stopAfter?: number;
  /** On resuming: the logits of the watched rows after each earlier epoch. */
  readonly said: readonly Logits[];
  readonly storage?: CheckpointStorage;
  readonly fingerprint: string;
  readonly gradientWorker?: RunningGradientWorker;
  onProgress(progress: FitProgress): void;
  afterStep(save: () => Promise<void>): Promise<void>;
  /** Called after each epoch, before its checkpoint, with the logits of the watched rows and a point of the curves. */
  onEpoch(said: Logits, point: EpochPoint): void;
}

export interface TrainedStage extends SmallNetwork {
  readonly state: FitState;
}

/** How far the accuracy on general texts may fall before an epoch's score is lowered. */
const FORGIVEN = 0.005;
/** How much each further point of lost accuracy lowers the score, in points of accuracy on the person's rows. */
const COST = 2;

/** Fine-tunes one network. The caller disposes it. */
export async function trainStage(stage: Stage): Promise<TrainedStage> {
  const { beginning, recipe, own, general, watched, generalWatched } = stage;
  const texts = [own, general, watched, generalWatched].flatMap((of) => of.map(({ ids }) => ids));
  const small = smallNetwork(beginning, [...texts, ...(stage.also ?? [])], recipe.fit.seed);
  const { network } = small;
  const thaw = beginning.values.has(EMBEDDING) ? network.freeze?.() : undefined;
  const words = recipe.keepsWords ? network.weights.get(EMBEDDING) : undefined;
  if (words) words.trainable = false;
  try {
    const ids = (samples: readonly Sample[]): Sample[] => samples.map((one) => ({ ...one, ids: small.small(one.ids) }));
    const { labels } = beginning;
    const examples = epochExamples(
      { own: ids(own), general: ids(general), replay: recipe.replay, labels, times: stage.times },
      recipe.fit.seed,
    );
    const validation = [...ids(watched), ...ids(generalWatched)];
    const gradientWorkers =
      stage.gradientWorker &&
      new GradientWorkers([stage.gradientWorker], {
        architecture: beginning.architecture.name,
        config: { ...beginning.config },
        vocabularySize: network.weights.get(EMBEDDING)?.shape[0] ?? beginning.vocabulary.size,
        labels: labels.length,
      });
    let epochs = stage.said.length;
    // A new output layer has not learnt anything yet, so there is nothing to measure.
    const isNew = [...network.weights.keys()].some((name) => !beginning.values.has(name));
    const before = pointOf(logitsAll(network, validation), validation, watched.length, 0);
    if (!isNew) stage.onEpoch([], before);
    const state = await fit({
      network,
      gradientWorkers,
      train: examples.samples,
      draw: examples.draw,
      // If all rows are training rows, none are left for validation, and predictions for training rows must not decide
      // anything.
      validation: validation.length > 0 ? validation : examples.samples.slice(0, 1),
      options: recipe.fit,
      score(logits) {
        epochs++;
        const point = pointOf(logits, validation, watched.length, epochs);
        stage.onEpoch(
          logits.slice(0, watched.length).map((of) => of.map((z) => Math.round(z * 1e4) / 1e4)),
          point,
        );
        return {
          mean: stage.keeps === 'last' ? epochs / 1e4 : scoreOf(point, isNew ? undefined : before.general),
          bySource: {},
        };
      },
      stopAfter: stage.stopAfter,
      unknownId: beginning.vocabulary.masksUnknown ? 0 : 1,
      storage: stage.storage,
      fingerprint: stage.fingerprint,
      checkpointMinutes: CHECKPOINT_SECONDS / 60,
      onProgress: (progress) => stage.onProgress(progress),
      afterStep: (save) => stage.afterStep(save),
    });
    return { ...small, state };
  } catch (error) {
    network.dispose();
    throw error;
  } finally {
    thaw?.();
    if (words) words.trainable = true;
  }
}

/** The time between two checkpoints within an epoch, in seconds. */
const CHECKPOINT_SECONDS = 5;

/** An epoch's point on the learning curves; `epoch` 0 is before training. */
function pointOf(logits: Logits, samples: readonly Sample[], own: number, epoch: number): EpochPoint {
  const said = samples.map(({ label }, i) => {
    const full = bothLogits(logits[i]);
    return { right: largestAt(full) === label, loss: predictionOfSample(logits[i], label).loss };
  });
  const accuracy = (of: typeof said): number => of.filter(({ right }) => right).length / of.length;
  const [mine, general] = [said.slice(0, own), said.slice(own)];
  return {
    epoch,
    ...(mine.length > 0 && {
      validationLoss: mine.reduce((sum, { loss }) => sum + loss, 0) / mine.length,
      accuracy: accuracy(mine),
    }),
    ...(general.length > 0 && { general: accuracy(general) }),
  };
}

/** An epoch's score: the accuracy on the person's rows, lowered by the accuracy lost on general texts. */
function scoreOf({ accuracy = 0, general }: EpochPoint, before: number | undefined): number {
  const lost = before === undefined || general === undefined ? 0 : Math.max(0, before - general - FORGIVEN);
  return accuracy - COST * lost;
}
