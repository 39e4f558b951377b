import { SaliencyError } from '../../../shared/saliency-error';
import type { AdamStep } from '../adam';
import type { FitOptions } from '../fit-options';
import type { BatchPart } from '../loss-and-gradients';
import type { Sample } from '../sample';
import type { PackedGradient } from './packed-gradients';

/** Values keyed by the names of the weights. */
export type WeightValues = ReadonlyMap<string, Float32Array>;

/** The values that a training run starts or continues from. */
export interface OptimizerState {
  readonly weights: WeightValues;
  /** Adam's moments. */
  readonly m: WeightValues;
  readonly v: WeightValues;
}

/** What a gradient worker needs to build the same network. */
export interface GradientWorkerNetwork {
  readonly architecture: string;
  /** The result of `Architecture.configure`. */
  readonly config: Readonly<Record<string, unknown>>;
  readonly vocabularySize: number;
  readonly labels: number;
}

export type PartOptions = Pick<FitOptions, 'clip' | 'labelSmoothing' | 'rationaleWeight'>;

export interface PartRequest {
  readonly samples: readonly Sample[];
  /** Padded length of the whole batch. */
  readonly time: number;
  readonly part: BatchPart;
  readonly options: PartOptions;
  readonly seed: number;
}

/** The result for one part of a batch. */
export interface PartResult {
  /** Contribution to the batch's mean. */
  readonly loss: number;
  readonly logits: readonly (readonly number[])[];
  readonly gradients: readonly PackedGradient[];
}

/** Another thread, or another network in this one, which computes a part of each batch. */
export interface GradientWorker {
  /** Builds the network and loads the state of the run. */
  load(plan: GradientWorkerNetwork, state: OptimizerState): Promise<void>;
  part(request: PartRequest): Promise<PartResult>;
  /**
   * Takes a step with the gradients of all parts.
   *
   * @param parts the gradients, in the order of the parts; undefined for the gradient worker's own part, which it still has
   */
  step(parts: readonly (readonly PackedGradient[] | undefined)[], clip: number, adam: AdamStep): Promise<void>;
}

export interface RunningGradientWorker {
  readonly gradientWorker: GradientWorker;
  close(): Promise<void>;
}

/** The error of a gradient worker that no longer answers. @param reason a sentence */
export function gradientWorkerEnded(reason: string): SaliencyError {
  const advice = 'Start the training again to continue.';
  return new SaliencyError(`A thread of the training ended: ${reason} ${advice}`, 'partner-ended', { reason });
}

/** An unexpected error of a gradient worker. */
export function gradientWorkerFailed(error: unknown): SaliencyError {
  return new SaliencyError(error instanceof Error ? error.message : String(error), 'partner-failed');
}
