import type { Tone } from './tone';

/** Why a row is worth a second look, in the order of importance. */
export const REASONS = ['wrong', 'tie', 'unsure', 'unfaithful', 'one-word'] as const;

export type Reason = (typeof REASONS)[number];

/** A highlighted span of a row's text; UTF-16 offsets. */
export interface ReviewMark {
  readonly start: number;
  readonly end: number;
  readonly step: number;
  readonly against: boolean;
  readonly tone: Tone;
}
