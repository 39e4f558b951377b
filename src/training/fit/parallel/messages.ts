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

export type PartOptions = Pick<FitOptions, 'clip' | 'labelSmoothing'>;

/** What a partner is told; it answers `load` and `part`. */
export type ToPartner =
  | { readonly type: 'load'; readonly plan: NetworkPlan; readonly footing: OptimizerState }
  | {
      readonly type: 'part';
      readonly samples: readonly Sample[];
      /** Places of the whole batch. */
      readonly time: number;
      readonly part: BatchPart;
      readonly options: PartOptions;
      readonly seed: number;
    }
  | {
      readonly type: 'step';
      /** Of all parts, in their order; nothing for the partner's own, which it still has. */
      readonly parts: readonly (readonly PackedGradient[] | undefined)[];
      readonly clip: number;
      readonly adam: AdamStep;
    };

/** What a part of a batch comes to. */
export interface PartResult {
  /** Share of the batch's mean. */
  readonly loss: number;
  readonly logits: readonly (readonly number[])[];
  readonly gradients: readonly PackedGradient[];
}

export type FromPartner =
  | { readonly type: 'loaded' }
  | { readonly type: 'part'; readonly result: PartResult }
  | { readonly type: 'failed'; readonly message: string; readonly code: string };

/** The line to a partner: another thread, or another network in this one. */
export interface PartnerLine {
  /** What is in `transfer` is moved, not copied. */
  post(message: ToPartner, transfer?: ArrayBuffer[]): void;
  /** The next answer; rejects where the partner is gone. */
  receive(): Promise<FromPartner>;
  close(): Promise<void>;
}
