/** Why a row is worth a second look, in the order in which they come. */
export const REASONS = ['wrong', 'tie', 'unsure', 'unfaithful', 'one-word'] as const;

export type Reason = (typeof REASONS)[number];

export type Tone = 'negative' | 'neutral' | 'positive';
/** A marked stretch of a row's text; offsets into `ReviewRow.text`. */
export interface ReviewMark {
  readonly start: number;
  readonly end: number;
  readonly step: number;
  readonly against: boolean;
  readonly tone: Tone;
}
