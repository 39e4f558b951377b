import { SaliencyError } from '../../../shared/saliency-error';
import type { AdamStep } from '../adam';
import type { FitOptions } from '../fit-options';
import type { BatchPart } from '../loss-and-gradients';
import type { Sample } from '../sample';
import type { PackedGradient } from './packed-gradients';

/** Numbers by the names of the weights. */
export type Numbers = ReadonlyMap<string, Float32Array>;

/** What a training run stands on. */
export interface OptimizerState {
  readonly weights: Numbers;
  /** Adam's moments. */
  readonly m: Numbers;
  readonly v: Numbers;
}

/** How a partner builds the same network. */
export interface NetworkPlan {
  readonly architecture: string;
  /** As `Architecture.configure` gave it. */
  readonly config: Readonly<Record<string, unknown>>;
  readonly vocabularySize: number;
  readonly labels: number;
}

export type PartOptions = Pick<FitOptions, 'clip' | 'labelSmoothing' | 'rationaleWeight'>;

export interface PartRequest {
  readonly samples: readonly Sample[];
  /** Places of the whole batch. */
  readonly time: number;
  readonly part: BatchPart;
  readonly options: PartOptions;
  readonly seed: number;
}

/** What a part of a batch comes to. */
export interface PartResult {
  /** Share of the batch's mean. */
  readonly loss: number;
  readonly logits: readonly (readonly number[])[];
  readonly gradients: readonly PackedGradient[];
}

/** Another thread, or another network in this one, which computes a part of each batch. */
export interface Partner {
  /** Builds the network and puts it where the run stands. */
  load(plan: NetworkPlan, state: OptimizerState): Promise<void>;
  part(request: PartRequest): Promise<PartResult>;
  /**
   * Takes a step with the gradients of all parts.
   *
   * @param parts in the order of the parts; nothing for the partner's own, which it still has
   */
  step(parts: readonly (readonly PackedGradient[] | undefined)[], clip: number, adam: AdamStep): Promise<void>;
}

export interface RunningPartner {
  readonly partner: Partner;
  close(): Promise<void>;
}

/** Why a partner answers no more. @param reason a sentence */
export function partnerEnded(reason: string): SaliencyError {
  const advice = 'Start the training again to continue.';
  return new SaliencyError(`A thread of the training ended: ${reason} ${advice}`, 'partner-ended', { reason });
}

/** An error of a partner that nobody foresaw. */
export function partnerFailed(error: unknown): SaliencyError {
  return new SaliencyError(error instanceof Error ? error.message : String(error), 'partner-failed');
}
